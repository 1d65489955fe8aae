from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.conftest import Visits
from browser.kinds import KINDS
from playwright.sync_api import Page, expect

TabTo = Callable[..., None]
SIZES = """selector => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility()).map((e) => {
    const box = e.getBoundingClientRect();
    return [e.outerHTML.slice(0, 90), Math.round(box.width), Math.round(box.height)];
})"""

# Source numbers of which the middle 24 by 24 px, what WCAG 2.5.8 asks for, are pressed on something else.
COVERED = """[...document.querySelectorAll(".mae-refs a")].filter((link) => link.checkVisibility()).filter((link) => {
    link.scrollIntoView({block: "center", behavior: "instant"});
    const box = link.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
    const corners = [[-11, -11], [11, -11], [-11, 11], [11, 11], [0, 0]];
    return !corners.every(([dx, dy]) => document.elementFromPoint(x + dx, y + dy) === link);
}).map((link) => link.outerHTML.slice(0, 90))"""
# From the end of each name in the trail to the sign after it, by its text and not by what can be pressed.
GAPS = """[...document.querySelectorAll(".mae-trail a")].map((link) => {
    const range = document.createRange();
    range.selectNodeContents(link);
    return link.getBoundingClientRect().right - range.getBoundingClientRect().right;
})"""


def _scheme(page: Page) -> str:
    return str(page.evaluate("document.body.dataset.mdColorScheme"))


def test_the_skip_link_is_first_and_leads_past_the_header(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/")
    page.keyboard.press("Tab")
    expect(page.locator(".mae-skip:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "mae-main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#mae-main') !== null")


def test_the_colours_follow_the_device(visit: Visits) -> None:
    grounds = []
    for scheme, name in (("light", "default"), ("dark", "slate")):
        page = visit("", color_scheme=scheme)
        assert _scheme(page) == name
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds[0] != grounds[1]


def test_the_colours_are_switched_by_keyboard_and_kept(visit: Visits, tab_to: TabTo) -> None:
    page = visit("", color_scheme="light")
    tab_to(page, ".md-option", 5)
    label = page.locator("label[for]:not([hidden])", has=page.locator("svg")).first
    assert label.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.goto(visit.url("find/"))
    assert _scheme(page) == "slate"


def test_the_colours_are_switched_by_enter(visit: Visits, tab_to: TabTo) -> None:
    page = visit("", color_scheme="light")
    tab_to(page, ".md-option", 5)
    page.keyboard.press("Enter")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")
    page.keyboard.press("Enter")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'default'")


def test_the_address_is_copied_and_the_button_says_so(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("[data-maeul=copy]")
    button.click()
    expect(button).to_contain_text(button.get_attribute("data-done") or "?")
    assert page.evaluate("navigator.clipboard.readText()") == button.get_attribute("data-copy")


def test_stories_are_filtered_and_the_address_says_by_what(visit: Visits) -> None:
    page = visit("stories/")
    shown = page.locator("[data-maeul-story]").locator("visible=true")
    everything = shown.count()
    page.locator("#filter-service").select_option("tools")
    expect(page).to_have_url(visit.url("stories/?service=tools"))
    some = shown.count()
    assert 0 < some < everything
    assert all("tools" in (story.get_attribute("data-services") or "").split() for story in shown.all())
    expect(page.locator("main [role=status]")).to_contain_text(str(some))
    page.locator("button[type=reset]").click()
    expect(page).to_have_url(visit.url("stories/"))
    assert shown.count() == everything


def test_a_choice_of_stories_is_there_again_after_going_back(visit: Visits) -> None:
    page = visit("stories/")
    shown = page.locator("[data-maeul-story]").locator("visible=true")
    page.locator("#filter-service").select_option("tools")
    some = shown.count()
    shown.first.locator("a").click()
    page.wait_for_url(lambda url: url != visit.url("stories/?service=tools"))
    page.go_back()
    expect(page).to_have_url(visit.url("stories/?service=tools"))
    expect(page.locator("#filter-service")).to_have_value("tools")
    assert shown.count() == some


def test_an_address_with_a_choice_shows_that_choice(visit: Visits) -> None:
    page = visit("programme/")
    page.locator(".mae-fields a").first.click()
    page.wait_for_url(lambda url: "stories/?field=" in url)
    expect(page.locator("#filter-field")).not_to_have_value("")
    assert page.locator("[data-maeul-story]").locator("visible=true").count() > 0


def test_a_choice_that_does_not_exist_hides_nothing(visit: Visits) -> None:
    page = visit("stories/?service=no-such-service")
    expect(page.locator("#filter-service")).to_have_value("")
    assert page.locator("[data-maeul-story]").locator("visible=false").count() == 0


@pytest.mark.parametrize("kind", ["home", "office", "stories"])
def test_single_keys_do_nothing(visit: Visits, kind: str) -> None:
    page = visit(KINDS[kind])
    page.wait_for_load_state("networkidle")
    before = page.url
    for key in ("f", "s", "/", "n", "p", ".", ","):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body"), key
    assert page.locator("#__search").is_checked() is False
    assert page.url == before


def test_single_keys_are_typed_into_fields(visit: Visits) -> None:
    page = visit("find/")
    page.locator("#mae-q").press_sequentially("fs/np.,")
    expect(page.locator("#mae-q")).to_have_value("fs/np.,")


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_at_least_44_px(visit: Visits, kind: str) -> None:
    page = visit(KINDS[kind])
    page.wait_for_load_state("networkidle")
    targets = (
        "button, .mae-button, .mae-save, .mae-refs a, nav a, select, input[type=search], summary, [role=button], "
        "header label"
    )
    small = [size for size in page.evaluate(SIZES, targets) if min(size[1:]) < 44]
    assert small == []


@pytest.mark.parametrize("kind", ["office", "programme", "story"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_source_number_lies_under_another(visit: Visits, kind: str, width: int) -> None:
    page = visit(KINDS[kind], viewport={"width": width, "height": 900})
    page.wait_for_load_state("networkidle")
    assert page.locator(".mae-refs a").count() > 0
    assert page.evaluate(COVERED) == []


def test_the_trail_is_evenly_spaced(visit: Visits) -> None:
    for width in (360, 1280):
        page = visit("offices/suwon-haenggung/", viewport={"width": width, "height": 900})
        gaps = page.evaluate(GAPS)
        assert max(gaps) - min(gaps) < 1
        assert 4 <= min(gaps) <= 12


def test_an_office_is_saved_as_a_contact(visit: Visits) -> None:
    page = visit("offices/suwon-haenggung/")
    with page.expect_download() as download:
        page.locator(".mae-save[type]").click()
    assert download.value.suggested_filename == "card.vcf"
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCARD\r\n")


def test_the_code_of_the_page_is_for_wide_screens(visit: Visits) -> None:
    for width, shown in ((360, False), (1280, True)):
        page = visit("offices/suwon-haenggung/", viewport={"width": width, "height": 900})
        expect(page.locator(".mae-qr img")).to_be_visible(visible=shown)
