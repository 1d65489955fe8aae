from __future__ import annotations

from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from issue_form import FIELDS
from maeul.site.addresses import (
    Addresses,
    encoded,
    geo_link,
    geo_search,
    issue_form,
    kakao_map,
    kakao_search,
    naver_search,
    phone_link,
    root_from,
)
from maeul.site.context import SiteContext
from maeul.site.page import Page
from small_project import ROOT


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_text_is_encoded_as_the_library_does_it(text: str) -> None:
    assert encoded(text) == quote(text, safe="")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (Addresses().page(""), ""),
        (Addresses().page("find/"), "find/"),
        (Addresses().office("hanam-sinjang-1"), "offices/hanam-sinjang-1/"),
        (Addresses().city("hanam"), "cities/hanam/"),
        (Addresses().service("tools"), "services/tools/"),
        (Addresses().story("a-day"), "stories/a-day/"),
        (Addresses("en").page(""), "en/"),
        (Addresses("en").office("hanam-sinjang-1"), "en/offices/hanam-sinjang-1/"),
    ],
)
def test_a_page_has_its_permanent_path_in_each_language(made: str, expected: str) -> None:
    assert made == expected


@pytest.mark.parametrize("path", ["", "find/", "offices/hanam-sinjang-1/"])
@pytest.mark.parametrize("language", ["ko", "en", "vi"])
def test_a_page_is_found_in_another_language_and_back(path: str, language: str) -> None:
    there = Addresses().in_language(path, language)
    assert there == Addresses(language).page(path)
    assert Addresses(language).in_language(there, "ko") == path


@given(st.lists(st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), max_size=4))
def test_root_leads_from_any_page_to_the_root_of_the_site(steps: list[str]) -> None:
    path = "".join(f"{step}/" for step in steps)
    assert urljoin(f"https://example.test/p/{path}", root_from(path)) == "https://example.test/p/"


@pytest.mark.parametrize(
    ("path", "root", "file"),
    [
        ("", "./", "index.html"),
        ("find/", "../", "find/index.html"),
        ("offices/a-b/", "../../", "offices/a-b/index.html"),
        ("en/offices/a-b/", "../../../", "en/offices/a-b/index.html"),
    ],
)
def test_a_page_knows_its_way_to_the_root_and_its_file(path: str, root: str, file: str) -> None:
    page = Page("written", path, "title", "description", {})
    assert (page.root, page.file) == (root, file)


@pytest.mark.parametrize(
    ("phone", "link"),
    [("031-790-1234", "tel:0317901234"), ("1577-1122", "tel:15771122"), ("031-120", "tel:031120")],
)
def test_a_phone_link_dials_the_digits(phone: str, link: str) -> None:
    assert phone_link(phone) == link


def test_names_in_map_links_are_escaped_and_cannot_add_a_place() -> None:
    name = '신흥1,수진1동 <b>&"?#/ 관리소'
    kakao = kakao_map(name, 37.5, 127.1)
    assert kakao.count(",") == 2
    assert kakao.endswith(",37.5,127.1")
    for link in (kakao, kakao_search(name), naver_search(name), geo_search(name), geo_link(37.5, 127.1, name)):
        assert not set('<>"# ') & set(link)
    assert unquote(naver_search(name)) == f"https://map.naver.com/p/search/{name}"


def test_a_geo_link_names_the_point_twice_for_apps_that_read_only_one() -> None:
    assert geo_link(37.5, 127.1, "가") == "geo:37.5,127.1?q=37.5,127.1(%EA%B0%80)"


def test_the_edit_link_leads_to_the_line_of_the_record(site: SiteContext) -> None:
    line = site.directory.lines["suwon-haenggung"]
    assert site.edit_link("suwon-haenggung") == f"https://code.example/maeul/blob/main/data/offices.yaml#L{line}"


def test_the_form_for_people_without_git_is_filled_in(site: SiteContext) -> None:
    office = site.directory.office["suwon-haenggung"]
    address = urlsplit(site.report_link(office))
    assert address._replace(query="").geturl() == "https://code.example/maeul/issues/new"
    assert parse_qs(address.query) == {
        "template": ["office.yml"],
        "title": [f"관리소 정보: {office.name}"],
        "id": [office.id],
        "name": [office.name],
    }
    assert {"id", "name"} <= {part["id"] for part in FIELDS}
    assert (ROOT / ".github" / "ISSUE_TEMPLATE" / "office.yml").exists()


def test_the_form_about_the_site_asks_no_office_and_is_not_answered_by_the_workflow(site: SiteContext) -> None:
    address = urlsplit(site.contact_link)
    assert parse_qs(address.query) == {"template": ["site.yml"]}
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "site.yml").read_text("utf-8"))
    assert "labels" not in form
    assert "id" not in {part.get("id") for part in form["body"]}


def test_names_with_signs_arrive_whole_in_the_form() -> None:
    address = issue_form("https://code.example/maeul/", "office", name="가·나 1&2 #3 + 4%")
    assert parse_qs(urlsplit(address).query)["name"] == ["가·나 1&2 #3 + 4%"]


def test_without_a_code_host_there_is_no_edit_link(site: SiteContext) -> None:
    bare = SiteContext(site.directory, site.words, site.addresses)
    assert bare.edit_link("suwon-haenggung") == ""
    assert bare.report_link(site.directory.office["suwon-haenggung"]) == ""
    assert bare.contact_link == ""
    assert bare.file_link("data/programme.yaml") == ""
