"""With very many offices the map shows cities, and reads the offices of those that the visitor comes close to."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Visits
from playwright.sync_api import Page, expect

OFFICE, OF_CITY = "suwon-haenggung", "suwon"
WIDE = {"width": 1000, "height": 900}
CITY = re.compile("^수원시 관리소 ([0-9]+)곳, 크게 보기$")


def _read(page: Page) -> list[str]:
    """The files of offices that the page has read."""
    addresses = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    found = (re.search(r"data/v1/(offices.*)\.geojson$", address) for address in addresses)
    return sorted(match[1] for match in found if match)


@pytest.fixture
def on_map(visit_crowded: Visits) -> Page:
    page = visit_crowded("map/", viewport=WIDE)
    page.locator(".mae-cluster").first.wait_for()
    return page


def test_the_map_opens_with_cities_and_reads_no_office(on_map: Page) -> None:
    counts = on_map.locator(".mae-cluster--city").all_inner_texts()
    assert sum(map(int, counts)) == 700
    expect(on_map.locator(".mae-marker")).to_have_count(0)
    assert _read(on_map) == []


def test_a_city_that_is_picked_by_keyboard_brings_its_offices_and_no_others(on_map: Page) -> None:
    while not on_map.get_by_role("button", name=CITY).count():
        on_map.locator(".leaflet-control-zoom-in").click()
        on_map.wait_for_timeout(400)
    before = _read(on_map)
    on_map.get_by_role("button", name=CITY).focus()
    on_map.keyboard.press("Enter")
    expect(on_map.get_by_role("button", name=CITY)).to_have_count(0)
    on_map.locator(".mae-marker").first.wait_for()
    assert sorted({*_read(on_map)} - {*before}) == [f"offices/{OF_CITY}"]
    assert on_map.evaluate("document.activeElement.matches('.mae-map')")


def test_the_office_that_the_address_names_opens_without_reading_all(visit_crowded: Visits) -> None:
    page = visit_crowded(f"map/?office={OFFICE}", viewport=WIDE)
    expect(page.locator(".leaflet-popup a").first).to_have_attribute("href", re.compile(f"/{OFFICE}/$"))
    read = _read(page)
    assert f"offices/{OF_CITY}" in read
    assert "offices" not in read
    assert len(read) < 6


def test_a_city_that_cannot_be_read_says_so_and_can_be_picked_again(visit_crowded: Visits) -> None:
    page = visit_crowded("about/", viewport=WIDE, watched=False)
    page.route("**/data/v1/offices/*.geojson", lambda route: route.abort())
    page.goto(visit_crowded.url("map/"))
    buttons = page.locator(".mae-cluster--city[aria-label^='안성시']")
    buttons.first.click()
    expect(page.locator("[data-map-said]")).to_have_text(page.locator(".mae-map").get_attribute("data-failed") or "?")
    page.unroute("**/data/v1/offices/*.geojson")
    buttons.first.click()
    expect(page.locator("[data-map-said]")).to_have_text("")
    page.locator(".mae-marker").first.wait_for()


def test_what_the_finder_narrowed_to_is_shown_at_once(visit_crowded: Visits) -> None:
    page = visit_crowded("map/?q=행궁동", viewport=WIDE)
    page.locator(".mae-marker").first.wait_for()
    expect(page.locator(".mae-cluster--city")).to_have_count(0)
    assert f"offices/{OF_CITY}" in _read(page)
