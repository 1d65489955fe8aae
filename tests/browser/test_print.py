from __future__ import annotations

import pytest
from browser.conftest import Visits
from maeul.words import read_words
from playwright.sync_api import expect
from small_project import ROOT

WORDS = read_words(ROOT / "data" / "i18n", "ko")

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


def test_on_paper_there_is_nothing_of_this_moment_and_nothing_about_buttons(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/", now="2026-11-23T10:00:00+09:00")
    notes = [page.get_by_text(WORDS(key)) for key in ("office.edit_note", "sources.lead")]
    call = page.locator("p", has_text=WORDS("office.edit_call").partition("{")[0])
    gone = [page.locator(".mae-card--grown .mae-today"), *notes, call]
    for part in gone:
        expect(part).to_be_visible()
    page.emulate_media(media="print")
    for part in gone:
        expect(part).to_be_hidden()
    expect(page.locator(".mae-state, .mae-card__sentence").locator("visible=true")).to_have_count(2)


def test_on_paper_sources_show_their_addresses(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/")
    page.emulate_media(media="print")
    source = page.locator(".mae-sources a").first
    shown = source.evaluate("e => getComputedStyle(e, '::after').content")
    assert (source.get_attribute("href") or "?") in shown


def test_on_paper_all_that_is_folded_is_open(visit: Visits) -> None:
    page = visit("programme/")
    page.emulate_media(media="print")
    folded = page.locator("details > :not(summary)")
    assert folded.count() > 20
    assert [part.inner_text()[:40] for part in folded.all() if not part.is_visible()] == []


@pytest.mark.parametrize("path", ["offices/suwon-haenggung/", "stories/gunpo-1-snacks/"])
def test_a_dark_screen_is_printed_in_the_colours_of_the_light_one(visit: Visits, path: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme)
        page.wait_for_load_state("networkidle")
        page.emulate_media(media="print", color_scheme=scheme)
        colours.append(page.evaluate(COLOURS))
    assert colours[0] == colours[1]


def test_the_casebook_prints_by_a_button_and_says_how_without(visit: Visits) -> None:
    page = visit("stories/casebook/")
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.locator("[data-maeul=print]").click()
    expect(page).to_have_title("printed")
    quiet = visit("stories/casebook/", java_script_enabled=False)
    expect(quiet.locator("[data-maeul=print]")).to_be_hidden()
    expect(quiet.locator("[data-print-how]")).to_be_visible()


def test_on_paper_the_casebook_has_its_contents_and_whole_stories_with_their_addresses(visit: Visits) -> None:
    page = visit("stories/casebook/")
    page.emulate_media(media="print")
    stories = page.locator("article")
    titles = page.locator("details ol a").locator("visible=true")
    expect(titles).to_have_count(stories.count())
    assert set(stories.evaluate_all("all => all.map((e) => getComputedStyle(e).breakInside)")) == {"avoid"}
    assert set(page.locator("h2, h3, h4").evaluate_all("all => all.map((e) => getComputedStyle(e).breakAfter)")) == {
        "avoid"
    }
    link = page.locator("article h3 a").first
    shown = link.evaluate("e => getComputedStyle(e, '::after').content")
    assert shown == f'"{link.get_attribute("data-address")}"'
    expect(page.locator("button, nav").locator("visible=true")).to_have_count(0)


def test_each_chapter_of_the_casebook_begins_on_a_page_of_its_own_after_cover_and_contents(visit: Visits) -> None:
    page = visit("stories/casebook/")
    page.emulate_media(media="print")
    breaks = page.locator("section").evaluate_all("all => all.map((e) => getComputedStyle(e).breakBefore)")
    assert set(breaks) == {"page"}


@pytest.mark.parametrize("width", [360, 1280])
def test_on_paper_the_code_of_the_page_stands_with_its_address(visit: Visits, width: int) -> None:
    page = visit("offices/suwon-haenggung/", viewport={"width": width, "height": 740})
    page.emulate_media(media="print")
    code = page.locator(".mae-qr img")
    expect(code).to_be_visible()
    page.wait_for_function("document.querySelector('.mae-qr img').naturalWidth > 0")
    expect(page.locator(".mae-qr__address")).to_have_text(
        page.locator("link[rel=canonical]").get_attribute("href") or "?"
    )
    expect(page.locator(".mae-save:visible")).to_have_count(0)
