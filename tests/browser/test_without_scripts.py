"""With scripts off every page is complete, and nothing on it is dead."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import Visits
from browser.kinds import KINDS
from maeul.directory import Directory
from playwright.sync_api import Page, expect

NO_SCRIPTS: dict[str, Any] = {"java_script_enabled": False}


def _visible(page: Page, selector: str) -> int:
    return page.locator(selector).locator("visible=true").count()


def test_home_asks_and_the_answer_needs_no_script(visit: Visits) -> None:
    page = visit("", **NO_SCRIPTS)
    expect(page.locator(".mae-cities a")).to_have_count(31)
    page.locator("#mae-q").fill("행궁동")
    page.locator(".mae-search button[type=submit]").click()
    page.wait_for_url(lambda url: url.startswith(visit.url("find/?q=")))
    expect(page.locator("h1")).to_be_visible()


def test_find_lists_every_office_and_leads_to_it(visit: Visits, real: Directory) -> None:
    page = visit("find/", **NO_SCRIPTS)
    assert _visible(page, ".mae-card[data-office]") == len(real.offices)
    page.locator(".mae-jump a[href='#suwon']").click()
    page.locator("#suwon").wait_for()
    page.locator("[data-office='suwon-haenggung'] h3 a").click()
    page.wait_for_url(visit.url("offices/suwon-haenggung/"))


def test_an_office_page_says_all_it_knows(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/", **NO_SCRIPTS)
    for part in (".mae-card--grown a[href^='tel:']", ".mae-card__hours", "#office-address", ".mae-sources a"):
        expect(page.locator(part).first).to_be_visible()
    assert _visible(page, ".mae-today") == 0
    assert _visible(page, "[data-maeul=copy]") == 0


def test_the_map_page_has_a_picture_to_tap_and_the_whole_list(visit: Visits, real: Directory) -> None:
    page = visit("map/", **NO_SCRIPTS)
    assert _visible(page, ".mae-map-list li[data-office]") == len(real.offices)
    assert _visible(page, ".mae-map svg a") == 31
    expect(page.locator(".mae-map__off")).to_be_visible()


def test_stories_are_all_there_and_their_filter_is_not(visit: Visits, real: Directory) -> None:
    page = visit("stories/", **NO_SCRIPTS)
    assert _visible(page, "[data-maeul-story]") == len(real.stories)
    assert _visible(page, "select") == 0


def test_what_is_folded_on_the_programme_page_opens(visit: Visits) -> None:
    page = visit("programme/", **NO_SCRIPTS)
    folds = page.locator("details")
    assert folds.count() >= 10
    for fold in folds.all():
        expect(fold.locator("> :not(summary)").first).to_be_hidden()
        fold.locator("summary").click()
        expect(fold.locator("> :not(summary)").first).to_be_visible()


def test_the_contents_of_the_programme_page_lead_to_all_its_parts(visit: Visits) -> None:
    page = visit("programme/", **NO_SCRIPTS)
    parts = page.locator("section[aria-labelledby] > h2").evaluate_all("all => all.map((part) => `#${part.id}`)")
    links = page.locator(".mae-jump a").evaluate_all("all => all.map((link) => link.getAttribute('href'))")
    assert links == parts


@pytest.mark.parametrize("kind", KINDS)
def test_no_control_is_dead(visit: Visits, kind: str) -> None:
    """What can be pressed or typed into belongs to a form that a server is asked with."""
    page = visit(KINDS[kind], **NO_SCRIPTS)
    dead = "main :is(button, input, select, textarea):not(form[action] *), header :is(button, input, label)"
    assert _visible(page, dead) == 0
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.locator(":is(input, select):focus:not(form[action] *)").count() == 0
