from __future__ import annotations

import pytest
from browser.conftest import Visits
from playwright.sync_api import expect

# The colour of every piece of text, in the order of the page.
COLOURS = """[...document.querySelectorAll(".mae-page *, .mae-footer *")].map((e) => getComputedStyle(e).color)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_an_office_is_black_on_white_with_its_number(visit: Visits, scheme: str) -> None:
    page = visit("offices/suwon-haenggung/", color_scheme=scheme)
    page.emulate_media(media="print")
    number = page.locator(".mae-card--grown .mae-button__number")
    expect(number).to_be_visible()
    expect(number).to_have_css("color", "rgb(0, 0, 0)")
    button = page.locator(".mae-card--grown .mae-button--call")
    ground = button.evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_on_paper_there_is_nothing_that_can_only_be_pressed(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/")
    page.emulate_media(media="print")
    pressed = page.locator("nav, .mae-skip, .mae-header, [data-maeul=copy], .mae-actions").locator("visible=true")
    expect(pressed).to_have_count(0)
    for kept in ("h1", ".mae-card__hours", "#office-address", ".mae-sources a"):
        expect(page.locator(kept).first).to_be_visible()


def test_on_paper_sources_show_their_addresses(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/")
    page.emulate_media(media="print")
    source = page.locator(".mae-sources a").first
    shown = source.evaluate("e => getComputedStyle(e, '::after').content")
    assert (source.get_attribute("href") or "?") in shown


def test_on_paper_folded_tables_are_open(visit: Visits) -> None:
    page = visit("programme/")
    page.emulate_media(media="print")
    expect(page.locator("details table").first).to_be_visible()


@pytest.mark.parametrize("path", ["offices/suwon-haenggung/", "stories/gunpo-1-snacks/"])
def test_a_dark_screen_is_printed_in_the_colours_of_the_light_one(visit: Visits, path: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme)
        page.wait_for_load_state("networkidle")
        page.emulate_media(media="print", color_scheme=scheme)
        colours.append(page.evaluate(COLOURS))
    assert colours[0] == colours[1]
