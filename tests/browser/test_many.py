"""A directory of more offices than one page can list: lists lead to the cities, the finder draws from its index."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
from browser.conftest import Visits
from browser.test_finder import HANAM, TOUCH, WORDS
from maeul.directory import Directory
from playwright.sync_api import Locator, Page, Route, expect


@pytest.fixture(params=["visit_crowded", "visit_cut"], ids=["whole", "in shards"])
def visit(request: pytest.FixtureRequest) -> Visits:
    """With the index of search in one file, and in shards: nobody notices."""
    return cast("Visits", request.getfixturevalue(request.param))


def _cards(page: Page) -> Locator:
    return page.locator("[data-part=cards] [data-office]")


def _status(page: Page) -> Locator:
    return page.locator("main [role=status]").first


def _shards(page: Page) -> list[str]:
    """The shards of the index that the page has read."""
    addresses = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    found = (re.search(r"data/v1/search/offices/(.*)\.json$", address) for address in addresses)
    return sorted(match[1] for match in found if match)


def _number(said: str) -> int:
    return int("".join(filter(str.isdigit, said)))


def test_a_cold_page_to_a_typed_dong_to_the_office(visit: Visits) -> None:
    page = visit("find/", **TOUCH)
    expect(_cards(page)).to_have_count(0)
    page.locator("#mae-q").tap()
    page.keyboard.insert_text("행궁동")
    page.keyboard.press("Enter")
    first = _cards(page).first
    expect(first).to_have_attribute("data-office", "suwon-haenggung")
    first.get_by_role("link").tap()
    page.wait_for_url(visit.url("offices/suwon-haenggung/"))
    expect(page.locator(".mae-card--grown a.mae-button--call")).to_be_in_viewport(ratio=1)


def test_a_card_from_the_index_says_what_the_office_page_says(visit: Visits) -> None:
    page = visit("find/?q=행궁동", now="2026-11-23T10:00:00+09:00")
    card = _cards(page).first
    expect(card.locator(".mae-state")).to_have_count(1)
    state, place, line = (card.locator(part).inner_text() for part in (".mae-state", ".mae-card__place", ".mae-today"))
    card.get_by_role("link").click()
    grown = page.locator(".mae-card--grown")
    expect(grown.locator(".mae-state")).to_contain_text(state.strip())
    expect(grown).to_contain_text(place)
    expect(grown.locator(".mae-today")).to_have_text(line)


def test_choices_have_numbers_stand_in_the_address_and_come_back(visit: Visits) -> None:
    page = visit("find/")
    page.locator("[data-finder-filters] summary").click()
    expect(page.locator("select[name=city] option[value=hanam]")).to_have_text(re.compile(r"하남시 \([1-9]\d*\)"))
    page.locator("select[name=city]").select_option("hanam")
    expect(_cards(page).first).to_have_attribute("data-city", "hanam")
    in_hanam = page.locator("select[name=city] option[value=hanam]").inner_text()
    expect(_status(page)).to_have_text(WORDS("finder.shown", count=in_hanam.partition("(")[2].rstrip(")")))
    page.locator("select[name=service]").select_option("tools")
    page.wait_for_url(visit.url("find/?city=hanam&service=tools"))
    said = _status(page).inner_text()
    page.reload()
    expect(_status(page)).to_have_text(said)
    expect(page.locator("select[name=service]")).to_have_value("tools")
    for label in ("하남시", "공구 대여"):
        page.get_by_role("button", name=WORDS("finder.remove", label=label)).click()
    expect(page.locator("[data-finder-list]")).to_be_visible()
    expect(_cards(page).locator("visible=true")).to_have_count(0)


def test_open_now_shows_only_what_is_open(visit: Visits) -> None:
    page = visit("find/?open=now", now="2026-11-23T10:00:00+09:00")
    opening = WORDS("today.open_on").partition(",")[0]
    expect(_cards(page).first.locator(".mae-today")).to_contain_text(opening)
    said = _status(page).inner_text()
    expect(_cards(page)).to_have_count(min(200, _number(said)))
    assert all(line.startswith(opening) for line in _cards(page).locator(".mae-today").all_inner_texts())


def test_near_me_begins_with_the_nearest(visit: Visits) -> None:
    page = visit("", **TOUCH, **HANAM)
    page.locator("[data-near]").tap()
    page.wait_for_url(visit.url("find/?near=1"))
    expect(_cards(page).first).to_have_attribute("data-city", "hanam")
    lines = page.locator(".mae-near__distance")
    expect(lines.first).to_contain_text("약")
    page.wait_for_function("document.querySelectorAll('.mae-near').length === 200")
    expect(page.locator("[data-part=capped]")).to_have_text(WORDS("finder.capped", count=200))
    page.locator("#mae-q").fill("공구")
    expect(_cards(page).first).to_have_attribute("data-city", "hanam")


def test_the_map_is_narrowed_as_the_list_is(visit: Visits) -> None:
    page = visit("find/?city=hanam&service=tools")
    expect(_cards(page).first).to_be_visible()
    said = _status(page).inner_text()
    page.locator("[data-part=map]").click()
    page.wait_for_url(visit.url("map/?city=hanam&service=tools"))
    expect(page.locator("[data-map-note]")).to_contain_text(said)
    counted = page.locator(".leaflet-marker-icon")
    expect(counted.first).to_be_visible()
    groups = page.locator(".mae-cluster").all_inner_texts()
    placed = sum(map(int, groups)) + page.locator(".mae-marker").count()
    assert 0 < placed <= _number(said)


def test_without_scripts_the_page_leads_to_the_offices_of_each_city(visit: Visits, real: Directory) -> None:
    options: dict[str, Any] = {"java_script_enabled": False}
    page = visit("find/", **options)
    links = page.locator(".mae-jump a")
    assert links.count() == len(real.cities)
    assert page.locator("select").locator("visible=true").count() == 0
    links.filter(has_text="수원시").click()
    page.wait_for_url(visit.url("cities/suwon/"))
    page.locator("[data-office='suwon-haenggung'] a").first.click()
    page.wait_for_url(visit.url("offices/suwon-haenggung/"))


def test_without_the_index_the_way_through_the_cities_stays(visit: Visits) -> None:
    page = visit("about/", watched=False)
    page.route("**/search/offices.json", lambda route: route.abort())
    page.goto(visit.url("find/?q=행궁동"))
    expect(_status(page)).to_have_text(WORDS("finder.search_off"))
    expect(page.locator(".mae-jump a").first).to_be_visible()
    expect(page.locator(".mae-results")).to_be_hidden()


def test_a_page_reads_only_the_shards_that_its_question_needs(visit_cut: Visits) -> None:
    page = visit_cut("find/")
    page.locator("#mae-q").focus()
    page.wait_for_load_state("networkidle")
    assert _shards(page) == []
    page.keyboard.insert_text("행궁동")
    expect(_cards(page).first).to_have_attribute("data-office", "suwon-haenggung")
    assert "suwon" in _shards(page)
    assert len(_shards(page)) < 5
    page.goto(visit_cut.url("find/?city=hanam"))
    expect(_cards(page).first).to_have_attribute("data-city", "hanam")
    assert _shards(page) == ["hanam"]


def test_while_many_shards_are_read_the_page_says_so_and_shows_nothing_unfinished(visit_cut: Visits) -> None:
    page = visit_cut("about/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/offices/suwon.json", hold)
    page.goto(visit_cut.url("find/?q=공구"))
    expect(_status(page)).to_have_text(WORDS("finder.loading"))
    expect(_cards(page)).to_have_count(0)
    held[0].continue_()
    expect(_status(page)).not_to_have_text(WORDS("finder.loading"))
    expect(_cards(page).first).to_be_visible()


def test_a_shard_that_cannot_be_read_is_told_and_read_again_with_the_next_key(visit_cut: Visits) -> None:
    page = visit_cut("about/", watched=False)
    page.route("**/search/offices/suwon.json", lambda route: route.abort())
    page.goto(visit_cut.url("find/"))
    page.locator("#mae-q").press_sequentially("행궁")
    expect(_status(page)).to_have_text(WORDS("finder.part_off"))
    page.unroute("**/search/offices/suwon.json")
    page.locator("#mae-q").press_sequentially("동")
    expect(_cards(page).first).to_have_attribute("data-office", "suwon-haenggung")
    expect(_status(page)).not_to_have_text(WORDS("finder.part_off"))
