"""The ways of a resident with a phone of 360 × 740."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from browser.conftest import PHONE, Visits
from maeul.directory import Directory
from playwright.sync_api import Locator, Page, expect

OFFICE = "offices/suwon-haenggung/"
NAME = "행궁동 경기행복마을관리소"
TabTo = Callable[..., None]
# The name of a marker that no other lies upon.
FREE_MARKER = """[...document.querySelectorAll(".mae-marker")].find((marker) => {
    const box = marker.getBoundingClientRect();
    return marker.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
})?.getAttribute("aria-label")"""


def _in_view(page: Page, element: Locator) -> bool:
    """Whether the whole element is seen without scrolling."""
    box, size = element.bounding_box(), page.viewport_size
    assert box is not None
    assert size is not None
    top: float = page.evaluate("scrollY")
    return top == 0 and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def _call(page: Page) -> Locator:
    return page.locator(".mae-card--grown a.mae-button--call")


def test_home_to_city_to_office_to_a_call(visit: Visits) -> None:
    page = visit("")
    page.locator(".mae-cities").get_by_role("link", name="수원시").click()
    page.wait_for_url(visit.url("cities/suwon/"))
    page.get_by_role("link", name=NAME, exact=True).first.click()
    page.wait_for_url(visit.url(OFFICE))
    assert _in_view(page, _call(page))
    expect(_call(page)).to_have_attribute("href", "tel:18993300")


def test_the_call_button_needs_no_scrolling_where_names_are_longest(visit: Visits, real: Directory) -> None:
    longest = sorted(real.offices, key=lambda office: len(office.name) + len(office.dong), reverse=True)[:5]
    page = visit("")
    for office in longest:
        page.goto(visit.url(f"offices/{office.id}/"))
        assert _in_view(page, _call(page)), office.id


@pytest.mark.parametrize("city", ["suwon", "paju", "yeoncheon"])
def test_a_city_page_can_be_called_from_at_once_and_shows_its_outline_next(visit: Visits, city: str) -> None:
    page = visit(f"cities/{city}/")
    assert _in_view(page, page.locator("main a.mae-button--call").first)
    parts = page.locator(".mae-split__first, .mae-outline, .mae-split__rest")
    tops = parts.evaluate_all("all => all.map((part) => [part.getBoundingClientRect().top, part.className])")
    assert tops == sorted(tops)
    assert [name for _, name in tops][:2] == ["mae-split__first", "mae-outline"]


def test_on_a_wide_screen_the_outline_of_a_city_stands_beside_its_cards(visit: Visits) -> None:
    page = visit("cities/paju/", viewport={"width": 1280, "height": 900})
    card, outline = (
        page.locator(".mae-split__first .mae-card").bounding_box(),
        page.locator(".mae-outline").bounding_box(),
    )
    assert card is not None
    assert outline is not None
    assert outline["x"] > card["x"] + card["width"]
    assert outline["y"] < card["y"] + card["height"]


def test_home_to_find_by_typing_to_the_office(visit: Visits) -> None:
    page = visit("")
    page.locator("#mae-q").fill("행궁동")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.startswith(visit.url("find/?q=")))
    expect(page.locator("#mae-q")).to_have_value("행궁동")
    shown = page.locator("main").get_by_role("link", name=NAME, exact=True).locator("visible=true").first
    shown.click()
    page.wait_for_url(visit.url(OFFICE))
    expect(page.locator("h1")).to_have_text(NAME)


def test_every_page_leads_to_the_others_by_five_plain_words(visit: Visits) -> None:
    page = visit(OFFICE)
    for path in ("find/", "map/", "services/", "stories/", "programme/"):
        page.locator(f".mae-nav a[href$='{path}']").click()
        page.wait_for_url(visit.url(path))
        expect(page.locator(".mae-nav a[aria-current]")).to_have_count(1)


@pytest.fixture
def on_map(visit: Visits) -> Page:
    page = visit("map/?city=suwon", viewport={"width": 1000, "height": 900})
    page.get_by_role("button", name=NAME).wait_for()
    return page


def test_map_marker_to_popup_to_office_by_mouse(visit: Visits, on_map: Page) -> None:
    free = on_map.evaluate(FREE_MARKER)
    on_map.get_by_role("button", name=free, exact=True).click()
    link = on_map.locator(".leaflet-popup a").first
    expect(link).to_contain_text(free)
    link.click()
    on_map.wait_for_url(lambda url: url.startswith(visit.url("offices/")))
    expect(on_map.locator("h1")).to_have_text(free)


def test_map_marker_to_popup_to_office_by_keyboard_alone(visit: Visits, on_map: Page, tab_to: TabTo) -> None:
    tab_to(on_map, ".mae-marker")
    name = on_map.evaluate("document.activeElement.getAttribute('aria-label')")
    on_map.keyboard.press("Enter")
    on_map.locator(".leaflet-popup").wait_for()
    assert on_map.evaluate("document.activeElement.closest('.leaflet-popup') !== null")
    on_map.keyboard.press("Enter")
    on_map.wait_for_url(lambda url: url.startswith(visit.url("offices/")))
    expect(on_map.locator("h1")).to_have_text(name)


def test_escape_closes_a_popup_and_goes_back_to_its_marker(on_map: Page, tab_to: TabTo) -> None:
    tab_to(on_map, ".mae-marker")
    name = on_map.evaluate("document.activeElement.getAttribute('aria-label')")
    on_map.keyboard.press("Enter")
    on_map.locator(".leaflet-popup").wait_for()
    on_map.keyboard.press("Escape")
    expect(on_map.locator(".leaflet-popup")).to_have_count(0)
    assert on_map.evaluate("document.activeElement.getAttribute('aria-label')") == name


def test_the_map_opens_at_the_office_that_the_address_names(visit: Visits) -> None:
    page = visit("map/?office=suwon-haenggung")
    expect(page.locator(".leaflet-popup")).to_contain_text(NAME)


def test_when_the_map_cannot_be_drawn_the_page_says_so_and_keeps_the_list(visit: Visits, real: Directory) -> None:
    page = visit("about/", watched=False)
    page.route("**/offices.geojson", lambda route: route.abort())
    page.goto(visit.url("map/"))
    said = page.locator(".mae-map").get_attribute("data-failed")
    expect(page.get_by_text(said or "")).to_be_visible()
    expect(page.locator(".mae-map-list [data-office]")).to_have_count(len(real.offices))


def test_an_address_that_does_not_exist_leads_on_from_any_depth(visit: Visits) -> None:
    page = visit("no/such/page/", watched=False)
    page.locator("main a[href$='find/']").first.click()
    page.wait_for_url(visit.url("find/"))
    page.goto(visit.url("offices/no-such-office/"))
    page.locator(".mae-brand").click()
    page.wait_for_url(visit.url(""))
    assert page.viewport_size == PHONE
