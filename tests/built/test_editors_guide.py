from __future__ import annotations

import re

from built.links import Site
from maeul.load.rules_table import RULES
from small_project import ROOT

PAGE = "data/editing/index.html"
PICTURES = ROOT / "content" / "data" / "pictures"


def test_every_rule_stands_in_the_guide_with_an_address_of_its_own(site: Site) -> None:
    ids = [key.removeprefix("rule-") for key in site.pages[PAGE].ids if key.startswith("rule-")]
    assert sorted(ids) == sorted(RULES)


def test_no_rule_is_told_with_a_blank_left_open(site: Site) -> None:
    text = (site.folder / PAGE).read_text("utf-8").partition('<h2 id="rules">')[2]
    assert not re.findall(r"\{\w+(?::[^} ]+)?\}", text)


def test_the_guide_has_pictures_with_words_that_are_small(site: Site) -> None:
    pictures = [picture for picture in site.pages[PAGE].all("img") if "pictures/" in picture["src"]]
    assert {picture["src"].rpartition("/")[2] for picture in pictures} == {path.name for path in PICTURES.iterdir()}
    assert all(len(picture["alt"]) > 20 for picture in pictures)
    assert [path.name for path in PICTURES.iterdir() if path.stat().st_size > 60_000] == []


def test_people_without_git_come_first(site: Site) -> None:
    text = (site.folder / PAGE).read_text("utf-8")
    order = [text.index(f"<strong>{button}") for button in ("git 없이 알려 주기", "이 정보 고치기", "Commit changes")]
    assert order == sorted(order)


def test_the_guide_is_reached_from_where_people_ask_how(site: Site) -> None:
    for page in ("index.html", "about/index.html", "data/index.html", "data/coverage/index.html"):
        assert any(address.endswith("data/editing/") for address in site.pages[page].addresses), page


def test_the_manual_of_the_project_is_short_and_shows_the_same_pictures() -> None:
    manual = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert len(manual.splitlines()) <= 150
    for picture in re.findall(r"\]\((content/[^)]+)\)", manual):
        assert (ROOT / picture).is_file()
