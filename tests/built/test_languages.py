"""A second file of words makes a choice of languages; one alone makes none."""

from __future__ import annotations

import re
import shutil

import pytest
from built.building import Copy

LINK = re.compile(r'<a href="([^"]*)" lang="(\w+)" hreflang="(\w+)"( aria-current="true")?>([^<]*)</a>')
PAGES = {
    "index.html": ("./", "./en/"),
    "find/index.html": ("../find/", "../en/find/"),
    "offices/hanam-sinjang-1/index.html": ("../../offices/hanam-sinjang-1/", "../../en/offices/hanam-sinjang-1/"),
    "404.html": ("/p/", "/p/en/"),
}


@pytest.fixture(scope="module")
def bilingual(built: Copy, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copy = Copy(tmp_path_factory.mktemp("bilingual") / "project")
    shutil.copytree(built.root, copy.root)
    words = (copy.root / "data/i18n/ko.yaml").read_text("utf-8")
    (copy.root / "data/i18n/en.yaml").write_text(words.replace("name: 한국어", "name: English", 1), "utf-8")
    return copy.built()


@pytest.mark.parametrize("page", PAGES)
def test_with_one_language_there_is_nothing_to_choose(page: str, built: Copy) -> None:
    assert "mae-languages" not in (built.site / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_with_two_each_page_leads_to_itself_in_the_other(page: str, bilingual: Copy) -> None:
    korean, english = PAGES[page]
    assert LINK.findall((bilingual.site / page).read_text("utf-8")) == [
        (korean, "ko", "ko", ' aria-current="true"', "한국어"),
        (english, "en", "en", "", "English"),
    ]


def test_the_choice_stands_before_the_theme_switch(bilingual: Copy) -> None:
    page = (bilingual.site / "index.html").read_text("utf-8")
    places = [page.index(part) for part in ('class="mae-utilities"', "mae-languages", 'data-md-component="palette"')]
    assert places == sorted(places)
