"""Today's line by a stopped clock, in Seoul wherever the visitor is. The words are those of ko.yaml."""

from __future__ import annotations

import pytest
from browser.conftest import Visits
from maeul.words import read_words
from playwright.sync_api import expect
from small_project import ROOT

WORDS = read_words(ROOT / "data" / "i18n", "ko")
WEEKDAYS_9_TO_18 = "offices/suwon-haenggung/"  # seen open on 2025-12-29, its hours on the same day: see conftest
OLD_HOURS = "offices/yongin-pogok/"  # seen open on the same day, its hours on 2021-06-02
UNDATED_HOURS = "offices/ansan-il/"  # seen open on the same day
UNKNOWN_HOURS = "offices/anseong-gongdo/"
OLD = "offices/bucheon-simgok/"  # seen open on 2021-10-27, its hours on 2020-01-15
UNCONFIRMED = "offices/uiwang-bugok/"  # since 2025-03-14

OPEN = WORDS("today.open", time=WORDS.clock(18 * 60))
OPENS_TODAY = WORDS("today.opens_today", time=WORDS.clock(9 * 60))
OPENS_TOMORROW = WORDS("today.opens_tomorrow", time=WORDS.clock(9 * 60))
OPENS_MONDAY = WORDS("today.opens_later", time=WORDS.clock(9 * 60), day="월")
HOURS_DOUBTFUL = WORDS("today.hours_doubtful")
OFFICE_DOUBTFUL = WORDS("today.office_doubtful")


@pytest.mark.parametrize(
    ("path", "now", "line"),
    [
        (WEEKDAYS_9_TO_18, "2026-11-23T10:00:00+09:00", OPEN),
        (WEEKDAYS_9_TO_18, "2026-11-23T17:59:59+09:00", OPEN),
        (WEEKDAYS_9_TO_18, "2026-11-23T08:59:00+09:00", OPENS_TODAY),
        (WEEKDAYS_9_TO_18, "2026-11-23T18:00:00+09:00", OPENS_TOMORROW),
        (WEEKDAYS_9_TO_18, "2026-11-22T12:00:00+09:00", OPENS_TOMORROW),  # Sunday
        (WEEKDAYS_9_TO_18, "2026-11-21T12:00:00+09:00", OPENS_MONDAY),  # Saturday
        (WEEKDAYS_9_TO_18, "2026-12-25T10:00:00+09:00", OPENS_MONDAY),  # 성탄절, a Friday
        (UNKNOWN_HOURS, "2026-11-23T10:00:00+09:00", WORDS("today.unknown")),
        (OLD_HOURS, "2026-11-23T10:00:00+09:00", f"{HOURS_DOUBTFUL} ({WORDS('today.old', years=5)})"),
        (UNDATED_HOURS, "2026-11-23T10:00:00+09:00", f"{HOURS_DOUBTFUL} ({WORDS('today.undated')})"),
        (OLD, "2026-11-23T07:00:00+09:00", f"{OFFICE_DOUBTFUL} ({WORDS('today.old', years=5)})"),
        (UNCONFIRMED, "2026-11-23T07:00:00+09:00", f"{OFFICE_DOUBTFUL} ({WORDS('today.old', years=1)})"),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York"])
def test_the_line_tells_what_holds_now_in_seoul(visit: Visits, path: str, now: str, line: str, zone: str) -> None:
    page = visit(path, now=now, timezone_id=zone)
    shown = page.locator(".mae-card--grown .mae-today")
    expect(shown).to_be_visible()
    expect(shown).to_contain_text(line)


def test_only_an_open_office_has_the_colour_of_open(visit: Visits) -> None:
    opened = visit(WEEKDAYS_9_TO_18, now="2026-11-23T10:00:00+09:00").locator(".mae-card--grown .mae-today")
    expect(opened).to_have_class("mae-today mae-today--open")
    closed = visit(WEEKDAYS_9_TO_18, now="2026-11-22T10:00:00+09:00").locator(".mae-card--grown .mae-today")
    expect(closed).to_have_class("mae-today")
    for path in (OLD_HOURS, UNDATED_HOURS, OLD):
        doubted = visit(path, now="2026-11-23T10:00:00+09:00").locator(".mae-card--grown .mae-today")
        expect(doubted).to_have_class("mae-today mae-today--old")


def test_a_page_that_has_grown_old_says_its_age_and_nothing_of_opening(visit: Visits) -> None:
    now = "2029-11-26T10:00:00+09:00"
    line = visit(WEEKDAYS_9_TO_18, now=now).locator(".mae-card--grown .mae-today")
    expect(line).to_have_text(f"{HOURS_DOUBTFUL} ({WORDS('today.old', years=3)})")
    fresh = visit(WEEKDAYS_9_TO_18, now="2026-11-23T10:00:00+09:00").locator(".mae-card--grown .mae-today")
    expect(fresh).to_have_text(OPEN)


def test_hours_stay_as_recorded_with_the_year_of_their_source(visit: Visits) -> None:
    hours = visit(OLD_HOURS).locator(".mae-card--grown .mae-card__hours")
    expect(hours).to_contain_text("2021년 자료")
    expect(hours).to_contain_text("평일 오전 8시부터 오후 10시까지")


def test_every_card_of_a_list_has_its_line(visit: Visits) -> None:
    page = visit("cities/suwon/", now="2026-11-23T10:00:00+09:00")
    cards = page.locator(".mae-card").count()
    expect(page.locator(".mae-card .mae-today").locator("visible=true")).to_have_count(cards)
