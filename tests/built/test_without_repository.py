"""A site whose project stands nowhere shows no link that leads nowhere; it says whom to ask instead."""

from __future__ import annotations

import shutil

import pytest
from built.building import Copy
from maeul.directory import Directory

EDIT = "이 정보 고치기"


@pytest.fixture(scope="module")
def alone(built: Copy, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copy = Copy(tmp_path_factory.mktemp("alone") / "project")
    shutil.copytree(built.root, copy.root)
    copy.replace("mkdocs.yml", '!ENV [REPO_URL, "https://github.com/example/maeul"]', '""')
    result = copy.build()
    assert result.returncode == 0, result.stderr
    assert "REPO_URL이 비어 있어" in result.stderr
    return copy


def test_every_office_names_whom_to_ask_where_it_cannot_be_edited(alone: Copy, real: Directory) -> None:
    for office in real.offices:
        page = (alone.site / f"offices/{office.id}/index.html").read_text("utf-8")
        contact = real.city[office.city].contact
        assert EDIT not in page
        assert f"틀린 곳이 있는 것 같으면 {contact.name}에 물어보세요." in page
        assert f">{contact.phone.replace('-', '-<wbr>')}</a>" in page


@pytest.mark.parametrize("page", ["index.html", "programme/index.html", "stories/gunpo-1-snacks/index.html"])
def test_no_other_page_speaks_of_editing(page: str, alone: Copy, built: Copy) -> None:
    assert EDIT in (built.site / page).read_text("utf-8")
    assert EDIT not in (alone.site / page).read_text("utf-8")


def test_with_a_repository_the_form_is_explained_and_the_telephone_is_another_way(built: Copy, real: Directory) -> None:
    page = (built.site / "offices/suwon-haenggung/index.html").read_text("utf-8")
    contact = real.city["suwon"].contact
    assert "틀린 곳이 있는 것 같으면" not in page
    assert "칸을 채워 보내는 양식이 열리고" in page
    assert f"계정이 없으면 {contact.name}에 전화로 물어봐도 돼요." in page
    assert "git 없이" not in (built.site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("page", ["about", "accessibility", "privacy"])
def test_written_pages_end_with_a_way_to_reach_us(page: str, alone: Copy, built: Copy) -> None:
    form = 'href="https://code.example/maeul/issues/new?template=site.yml"'
    none = "이 누리집에는 아직 글을 남길 곳이 정해져 있지 않아요."
    with_form, without = ((copy.site / page / "index.html").read_text("utf-8") for copy in (built, alone))
    assert (form in with_form, none in with_form) == (True, False)
    assert ("/issues/new" in without, none in without) == (False, True)
