"""The finder on a phone: from a cold start to the call button of the nearest office, and whatever may be asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import Visits
from browser.test_axe import RULES
from maeul.directory import Directory
from maeul.words import read_words
from playwright.sync_api import Locator, Page, Route, expect
from small_project import ROOT

WORDS = read_words(ROOT / "data" / "i18n", "ko")
TOUCH: dict[str, Any] = {"has_touch": True, "is_mobile": True}
HANAM: dict[str, Any] = {"geolocation": {"latitude": 37.54, "longitude": 127.21}, "permissions": ["geolocation"]}
BUSAN: dict[str, Any] = {"geolocation": {"latitude": 35.18, "longitude": 129.07}, "permissions": ["geolocation"]}
OPEN_OFFICE = "suwon-haenggung"
TabTo = Callable[..., None]


def _options(page: Page) -> Locator:
    return page.locator("#mae-options [role=option]")


def _results(page: Page) -> Locator:
    return page.locator("[data-part=cards] [data-office]")


def _ids(page: Page) -> list[str]:
    found: list[str] = _results(page).evaluate_all("all => all.map((one) => one.dataset.office)")
    return found


def _status(page: Page) -> Locator:
    return page.locator("main [role=status]").first


def _title(page: Page) -> Locator:
    return page.locator("#results-title")


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _expect_asked(page: Page, **asked: str) -> None:
    page.wait_for_function(
        "wanted => JSON.stringify(Object.fromEntries(new URLSearchParams(location.search))) === wanted",
        arg=page.evaluate("asked => JSON.stringify(asked)", asked),
    )


def _expect_call_in_view(page: Page) -> None:
    page.wait_for_url(lambda url: "/offices/" in url)
    call = page.locator(".mae-card--grown a.mae-button--call")
    expect(call).to_be_in_viewport(ratio=1)


# From a cold home page to the call button: at most three taps and one typed word.


def test_by_touch_a_typed_dong_leads_to_the_call_button(visit: Visits) -> None:
    page = visit("", **TOUCH)
    page.locator("#mae-q").tap()
    page.keyboard.insert_text("행궁동")
    _options(page).first.tap()
    _expect_call_in_view(page)
    assert OPEN_OFFICE in page.url


def test_by_touch_a_dong_without_an_office_leads_to_the_nearest(visit: Visits) -> None:
    page = visit("", **TOUCH)
    page.locator("#mae-q").tap()
    page.keyboard.insert_text("금곡동")
    expect(_options(page).first).to_contain_text("금곡동")
    nearest = _options(page).nth(1)
    expect(nearest).to_contain_text("km")
    nearest.tap()
    _expect_call_in_view(page)


def test_by_keyboard_alone_a_typed_dong_leads_to_the_call_button(visit: Visits, tab_to: TabTo) -> None:
    page = visit("")
    tab_to(page, "#mae-q")
    page.keyboard.type("행궁동")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(visit.url(f"offices/{OPEN_OFFICE}/"))
    tab_to(page, ".mae-card--grown a.mae-button--call")


def test_with_a_position_two_taps_show_the_call_button_of_the_nearest(visit: Visits) -> None:
    page = visit("", **TOUCH, **HANAM)
    page.locator("[data-near]").tap()
    page.wait_for_url(visit.url("find/?near=1"))
    expect(_title(page)).to_have_text(WORDS("finder.title_near"))
    first = _results(page).first
    assert (first.get_attribute("data-office") or "").startswith("hanam-")
    expect(page.locator("[data-part=cards] .mae-near__distance").first).to_contain_text("약")
    expect(first.locator("a[href^='tel:']")).to_be_visible()


# The box


def test_the_box_is_a_combobox_that_the_keyboard_works(visit: Visits) -> None:
    page = visit("")
    box = page.locator("#mae-q")
    expect(box).to_have_role("combobox")
    box.press_sequentially("신장")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    box.press("ArrowDown")
    active = page.locator("[role=option][aria-selected=true]")
    expect(active).to_have_id(box.get_attribute("aria-activedescendant") or "")
    expect(active).to_have_id("mae-options-1")
    for _ in range(2):
        box.press("ArrowUp")
    expect(active).to_have_count(0)
    box.press("ArrowUp")
    expect(_options(page).last).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(page.locator("#mae-options")).to_be_hidden()
    expect(box).to_have_value("신장")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_suggestions_are_as_tall_as_a_finger_and_fit_320_px(visit: Visits) -> None:
    page = visit("", viewport={"width": 320, "height": 640})
    page.locator("#mae-q").press_sequentially("금곡동")
    expect(_options(page).first).to_be_visible()
    boxes = [option.bounding_box() for option in _options(page).all()]
    assert all(box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_place_and_a_service_lead_to_their_results(visit: Visits) -> None:
    page = visit("")
    page.locator("#mae-q").press_sequentially("공구")
    page.locator(".mae-option--service").first.click()
    page.wait_for_url(lambda url: url.startswith(visit.url("find/?q=")))
    expect(_title(page)).to_have_text(WORDS("finder.title_service", service="공구 대여"))


def test_enter_without_a_choice_asks_for_what_is_typed(visit: Visits) -> None:
    page = visit("")
    page.locator("#mae-q").press_sequentially("행궁동")
    page.keyboard.press("Enter")
    page.wait_for_url(visit.url(f"find/?q={quote('행궁동')}"))
    expect(_results(page).first).to_be_visible()
    assert _ids(page)[0] == OPEN_OFFICE


@pytest.mark.parametrize("path", ["", "find/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_suggestions_are_shown(visit: Visits, path: str, scheme: str) -> None:
    page = visit(path, color_scheme=scheme)
    page.locator("#mae-q").press_sequentially("금곡동")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(_options(page).first).to_have_attribute("aria-selected", "true")
    assert _axe(page) == []


@pytest.mark.parametrize("query", ["금곡동", "진건읍 공구", "없는말이다요"])
def test_axe_finds_nothing_in_results_and_choices(visit: Visits, query: str) -> None:
    page = visit(f"find/?q={query}&city=")
    expect(_title(page)).to_be_visible()
    page.locator("[data-finder-filters] summary").click()
    assert _axe(page) == []


def _axe(page: Page) -> list[str]:
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


# Results


def test_an_address_with_a_question_shows_its_answer_and_hides_the_list(visit: Visits) -> None:
    page = visit("find/?q=신장1동")
    expect(_title(page)).to_have_text(WORDS("finder.title_offices", query="신장1동", count=1))
    assert _ids(page)[0] == "hanam-sinjang-1"
    expect(page.locator("[data-part=places]")).to_contain_text("평택시 신장1동")
    expect(page.locator("[data-finder-list]")).to_be_hidden()
    expect(_status(page)).to_have_text(WORDS("finder.shown", count=1))


def test_an_office_that_nobody_has_seen_for_long_is_followed_by_others_and_a_number(visit: Visits) -> None:
    page = visit("find/?q=산본1동")
    expect(_results(page)).to_have_count(4)
    expect(page.locator("[data-part=instead]").get_by_role("link", name="031-120")).to_be_visible()
    assert _ids(page)[0] == "gunpo-sanbon-1"
    expect(page.locator("[data-part=cards] .mae-near__distance").locator("visible=true")).to_have_count(3)
    page = visit("find/?q=행궁동")
    expect(_results(page)).to_have_count(1)
    expect(page.locator("[data-part=instead]")).to_be_hidden()


def test_a_dong_without_an_office_says_so_and_gives_the_nearest(visit: Visits) -> None:
    page = visit("find/?q=금곡동")
    expect(_title(page)).to_have_text(WORDS("finder.title_place_none", place="수원시 금곡동"))
    assert len(_ids(page)) >= 3
    expect(page.locator("[data-part=cards] .mae-near__distance").first).to_contain_text(WORDS("distance.dong", km=5))
    other = page.locator("[data-part=places] a", has_text="성남시 금곡동")
    other.click()
    expect(_title(page)).to_have_text(WORDS("finder.title_place_none", place="성남시 금곡동"))
    assert _asked(page)["q"] == ["성남시 금곡동"]
    page.go_back()
    expect(_title(page)).to_have_text(WORDS("finder.title_place_none", place="수원시 금곡동"))
    expect(page.locator("#mae-q")).to_have_value("금곡동")


def test_a_service_names_the_service_and_leads_to_its_page(visit: Visits) -> None:
    page = visit("find/?q=공구")
    expect(_title(page)).to_have_text(WORDS("finder.title_service", service="공구 대여"))
    page.locator("[data-part=services] a").first.click()
    page.wait_for_url(visit.url("services/tools/"))


def test_an_office_that_is_not_known_to_do_what_is_asked_is_told(visit: Visits) -> None:
    page = visit("find/?q=진건읍 공구")
    expect(page.locator("[data-part=without] a")).to_have_attribute("href", "../offices/namyangju-jingeon/")


def test_hangul_typed_with_latin_keys_is_read_and_told(visit: Visits) -> None:
    page = visit("find/?q=tlswkd1ehd")
    expect(page.locator("[data-part=read]")).to_have_text(WORDS("finder.read", read="신장1동"))
    assert _ids(page)[0] == "hanam-sinjang-1"


def test_nothing_found_says_what_can_be_typed_and_whom_to_call(visit: Visits) -> None:
    page = visit("find/?q=없는말이다요")
    expect(_title(page)).to_have_text(WORDS("finder.title_nothing", query="없는말이다요"))
    expect(page.locator("[data-part=nothing]")).to_contain_text(WORDS("finder.nothing"))
    expect(page.locator("[data-part=nothing] a[href='tel:031120']")).to_be_visible()
    expect(_status(page)).to_have_text(WORDS("finder.said_nothing"))


def test_typing_answers_in_place_and_clearing_brings_the_list_back(visit: Visits, real: Directory) -> None:
    page = visit("find/")
    before = page.evaluate("history.length")
    order = page.locator("[data-office]").evaluate_all("all => all.map((one) => one.dataset.office)")
    page.locator("#mae-q").press_sequentially("행궁동")
    expect(_status(page)).to_have_text(WORDS("finder.shown", count=1))
    _expect_asked(page, q="행궁동")
    assert page.evaluate("history.length") == before
    page.locator("#mae-q").fill("")
    expect(page.locator("[data-finder-list]")).to_be_visible()
    expect(page.locator(".mae-results")).to_be_hidden()
    page.wait_for_url(visit.url("find/"))
    assert page.locator("[data-office]").evaluate_all("all => all.map((one) => one.dataset.office)") == order
    assert len(order) == len(real.offices)


def test_cards_of_results_tell_today_as_those_of_the_list(visit: Visits) -> None:
    page = visit("find/?q=행궁동", now="2026-11-23T10:00:00+09:00")
    expect(_results(page).first.locator(".mae-today")).to_have_text(WORDS("today.open", time=WORDS.clock(18 * 60)))


def test_a_question_that_is_sent_is_a_step_to_go_back_from(visit: Visits) -> None:
    page = visit("find/?city=hanam")
    page.locator("#mae-q").press_sequentially("공구")
    _expect_asked(page, q="공구", city="hanam")
    page.keyboard.press("Enter")
    _expect_asked(page, q="공구", city="hanam")
    page.go_back()
    _expect_asked(page, city="hanam")
    expect(page.locator("#mae-q")).to_have_value("")
    expect(_title(page)).to_have_text(WORDS("finder.title_all", count=4))
    page.go_forward()
    expect(_title(page)).to_have_text(WORDS("finder.title_service", service="공구 대여"))


# Near me


def test_a_position_is_asked_for_only_by_a_press_and_never_in_the_address(visit: Visits) -> None:
    page = visit("find/?near=1")
    expect(_status(page)).to_have_text(WORDS("finder.press"))
    expect(page.locator("[data-finder-list]")).to_be_visible()
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 37.54, "longitude": 127.21})
    page.locator("[data-near]").click()
    expect(_title(page)).to_have_text(WORDS("finder.title_near"))
    assert page.url == visit.url("find/?near=1")
    page.reload()
    expect(_title(page)).to_have_text(WORDS("finder.title_near"))


def test_the_button_says_that_nothing_is_sent(visit: Visits) -> None:
    page = visit("")
    expect(page.locator("[data-near]")).to_have_accessible_description(WORDS("home.near_note"))


def test_with_a_position_a_service_is_sorted_by_distance(visit: Visits) -> None:
    page = visit("find/?q=공구", **HANAM)
    page.locator("[data-near]").click()
    _expect_asked(page, q="공구", near="1")
    expect(_results(page).first).to_have_attribute("data-city", "hanam")


def test_far_from_the_province_is_said(visit: Visits) -> None:
    page = visit("", **BUSAN)
    page.locator("[data-near]").click()
    expect(_status(page)).to_have_text(WORDS("finder.outside"))
    assert page.url == visit.url("")


FAILS = """(code) => Object.defineProperty(navigator, "geolocation", {
    value: code ? { getCurrentPosition: (good, bad) => bad({ code }) } : undefined,
});"""


@pytest.mark.parametrize(("code", "said"), [(1, "refused"), (2, "unavailable"), (3, "timeout"), (0, "unavailable")])
def test_each_failure_of_the_position_has_its_sentence(visit: Visits, code: int, said: str) -> None:
    page = visit("find/")
    page.evaluate(FAILS, code)
    page.locator("[data-near]").click()
    expect(_status(page)).to_have_text(WORDS(f"finder.{said}"))
    expect(page.locator("[data-finder-list]")).to_be_visible()


# Choices


def test_choices_work_without_and_with_a_question(visit: Visits) -> None:
    page = visit("find/")
    page.locator("[data-finder-filters] summary").click()
    page.locator("select[name=service]").select_option("tools")
    _expect_asked(page, service="tools")
    expect(_results(page).first).to_be_visible()
    everywhere = len(_ids(page))
    page.locator("select[name=city]").select_option("hanam")
    _expect_asked(page, city="hanam", service="tools")
    expect(_status(page)).to_have_text(WORDS("finder.shown", count=4))
    assert len(_ids(page)) == 4 < everywhere
    page.locator("#mae-q").fill("신장1동")
    expect(_status(page)).to_have_text(WORDS("finder.shown", count=1))
    page.get_by_role("button", name=WORDS("finder.remove", label="공구 대여")).click()
    _expect_asked(page, q="신장1동", city="hanam")
    page.go_back()
    _expect_asked(page, q="신장1동", city="hanam", service="tools")
    expect(page.locator("select[name=service]")).to_have_value("tools")


def test_each_choice_has_the_number_that_it_leaves(visit: Visits, real: Directory) -> None:
    page = visit("find/")
    page.locator("[data-finder-filters] summary").click()
    cities = page.locator("select[name=city] option")
    expect(cities.filter(has_text="하남시")).to_have_text("하남시 (4)")
    of_hanam = len(real.offices_in["hanam"])
    page.goto(visit.url("find/?city=hanam"))
    expect(_status(page)).to_have_text(WORDS("finder.shown", count=of_hanam))
    page.locator("[data-finder-filters] summary").click()
    expect(page.locator("select[name=state] option[value=open]")).to_contain_text("(")
    numbers = page.locator("select[name=state] option:not([value=''])").evaluate_all(
        "all => all.map((one) => Number(one.textContent.match(/\\((\\d+)\\)$/)[1]))"
    )
    assert sum(numbers) == of_hanam


def test_open_now_shows_only_what_is_open(visit: Visits) -> None:
    page = visit("find/?open=now", now="2026-11-23T10:00:00+09:00")
    expect(_results(page).first).to_be_visible()
    assert _ids(page) == [OPEN_OFFICE]
    lines = page.locator("[data-part=cards] .mae-today").all_text_contents()
    assert len(lines) == _results(page).count()
    opening = WORDS("today.open_on").partition(",")[0]
    assert all(line.startswith(opening) for line in lines)
    page = visit("find/?open=now", now="2026-11-23T03:00:00+09:00")
    expect(_status(page)).to_contain_text("")
    assert OPEN_OFFICE not in _ids(page)


def test_distance_can_be_chosen_where_it_is_known(visit: Visits) -> None:
    page = visit("find/?near=1&within=5", **HANAM)
    expect(_title(page)).to_have_text(WORDS("finder.title_near"))
    assert 0 < len(_ids(page)) < 15
    page = visit("find/")
    page.locator("[data-finder-filters] summary").click()
    expect(page.locator("select[name=within]")).to_be_hidden()


def test_choices_that_leave_nothing_say_so(visit: Visits) -> None:
    page = visit("find/?q=행궁동&city=hanam")
    expect(_status(page)).to_have_text(WORDS("finder.none"))
    expect(page.locator("[data-part=none]")).to_be_visible()
    page.locator("[data-finder-chips] button").click()
    expect(_results(page)).to_have_count(1)


# List and map


def test_the_map_shows_what_the_list_shows(visit: Visits) -> None:
    page = visit("find/?q=공구&city=hanam")
    expect(_results(page).first).to_be_visible()
    ids = set(_ids(page))
    page.locator("[data-part=map]").click()
    page.wait_for_url(lambda url: url.startswith(visit.url("map/?")))
    assert _asked(page) == {"q": ["공구"], "city": ["hanam"]}
    expect(page.locator("[data-map-note]")).to_contain_text(WORDS("finder.shown", count=len(ids)))
    listed = page.locator(".mae-map-list [data-office]").locator("visible=true")
    expect(listed).to_have_count(len(ids))
    expect(page.locator(".mae-marker")).not_to_have_count(0)
    page.get_by_role("link", name=WORDS("map.as_list")).click()
    expect(_results(page)).to_have_count(len(ids))


def test_groups_of_markers_hold_all_and_open_by_the_keyboard(visit: Visits, real: Directory) -> None:
    page = visit("map/")
    groups = page.locator(".mae-cluster")
    expect(groups.first).to_be_visible()
    counts = [int(text) for text in groups.all_text_contents()]
    placed = sum(office.location is not None for office in real.offices)
    assert sum(counts) + page.locator(".mae-marker").count() == placed
    for box in [group.bounding_box() for group in groups.all()]:
        assert box
        assert min(box["width"], box["height"]) >= 44
    groups.first.focus()
    expect(groups.first).to_have_accessible_name(WORDS("map.cluster", count=counts[0]))
    for _ in range(8):
        if page.locator(".mae-marker:focus").count():
            break
        page.keyboard.press("Enter")
    expect(page.locator(".mae-marker:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup a[data-first]")).to_be_focused()


# Bad input

BAD = [
    "가" * 10_000,
    "(((.*+?^${}[]|\\",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "😀👨‍👩‍👧‍👦🏳️‍🌈",
    "\u202e\u200f\u0000동",
    "%E0%A4%A",
    "'\"`--",
]


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_whatever_is_typed_is_text_and_gets_an_answer(visit: Visits, text: str) -> None:
    page = visit("find/")
    page.locator("#mae-q").fill(text)
    expect(_status(page)).not_to_be_empty()
    page.keyboard.press("Enter")
    page.reload()
    expect(_status(page)).not_to_be_empty()
    assert page.locator(".mae-results :is(script, img)").count() == 0
    page.goto(visit.url(""))
    page.locator("#mae-q").fill(text)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.startswith(visit.url("find/")))


def test_a_lone_surrogate_is_text_too(visit: Visits) -> None:
    page = visit("find/")
    script = "q => { q.value = '\\ud83d동'; q.dispatchEvent(new Event('input', { bubbles: true })); }"
    page.locator("#mae-q").evaluate(script)
    expect(_status(page)).not_to_be_empty()


@pytest.mark.parametrize(
    "forged",
    ["near=37.5,127.1", "near=<b>", "city=__proto__", "service=<script>", "state=x&open=yes&within=-1", "q=%FF%FE"],
)
def test_a_forged_address_is_left_aside(visit: Visits, forged: str) -> None:
    page = visit(f"find/?{forged}")
    if forged.startswith("q="):
        expect(_status(page)).not_to_be_empty()
    else:
        expect(page.locator("[data-finder-list]")).to_be_visible()
        expect(page.locator(".mae-results")).to_be_hidden()


def test_a_forged_address_leaves_the_map_whole(visit: Visits, real: Directory) -> None:
    page = visit("map/?office=<script>&service=none&within=0")
    expect(page.locator(".leaflet-marker-icon").first).to_be_visible()
    expect(page.locator(".mae-map-list [data-office]").locator("visible=true")).to_have_count(len(real.offices))


def _abort(route: Route) -> None:
    route.abort()


def _broken(route: Route) -> None:
    route.fulfill(body='{"rows": 1}', content_type="application/json")


@pytest.mark.parametrize("answer", [_abort, _broken], ids=["missing", "broken"])
def test_without_the_index_the_list_stays_and_says_that_search_is_off(
    visit: Visits, real: Directory, answer: Callable[[Route], None]
) -> None:
    page = visit("about/", watched=False)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/search/offices.json", answer)
    page.goto(visit.url("find/?q=행궁동"))
    expect(_status(page)).to_have_text(WORDS("finder.search_off"))
    cards = page.locator("[data-finder-list] .mae-card").locator("visible=true")
    expect(cards).to_have_count(len(real.offices))
    page.goto(visit.url("find/?city=hanam"))
    expect(_results(page)).to_have_count(len(real.offices_in["hanam"]))
    page.goto(visit.url(""))
    page.locator("#mae-q").press_sequentially("동")
    expect(_status(page)).to_have_text(WORDS("finder.search_off"))
    assert errors == []
