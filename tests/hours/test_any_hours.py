"""Any hours at any moment: what is told agrees with a clock that is walked minute by minute."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.clock import SEOUL, years_since
from maeul.hours.calendar import Calendar
from maeul.hours.model import Hours, HoursException
from maeul.hours.today import Found, state_at
from maeul.hours.today_words import today_line
from maeul.words import Words, read_words
from pydantic import TypeAdapter
from small_project import ROOT

DAY = 1440
HOURS: TypeAdapter[Hours] = TypeAdapter(Hours)
EXCEPTIONS = TypeAdapter(tuple[HoursException, ...])
SETTINGS = settings(max_examples=250, deadline=None, derandomize=True)
LETTERS = "월화수목금토일"
MEANING = {
    "평일": "월화수목금",
    "주말": "토일",
    "매일": LETTERS,
    "월-금": "월화수목금",
    "금-월": "금토일월",
    "토, 일": "토일",
    "화, 목, 공휴일": "화목",
    "공휴일": "",
}
Record = dict[str, Any]


def _time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


opening = st.integers(0, 47).map(lambda half: _time(half * 30)) | st.integers(0, 1439).map(_time)
times = st.fixed_dictionaries({"open": opening, "close": opening | st.just("24:00")})
seasons = st.sampled_from([("11-01", "02-28"), ("03-01", "10-31"), ("12-30", "01-02"), ("02-29", "02-29")])
spans = st.builds(
    lambda days, when, breaks, season: {"days": days, **when, "breaks": breaks, **season},
    st.sampled_from([*MEANING, "평일", "매일", "모름"]),
    times,
    st.lists(times, max_size=2),
    st.none().map(lambda _: {}) | seasons.map(lambda ends: {"season": {"start": ends[0], "end": ends[1]}}),
)
moments = st.datetimes(datetime(2026, 1, 5), datetime(2029, 1, 20)).map(lambda at: at.replace(tzinfo=SEOUL))


@st.composite
def situations(draw: st.DrawFn) -> tuple[Any, list[Record], datetime, Calendar]:
    moment = draw(moments)
    near = st.integers(-2, 9).map(lambda days: moment.date() + timedelta(days=days))
    told = st.builds(lambda day, what: {"date": day.isoformat(), **what}, near, st.just({"closed": True}) | times)
    holidays = draw(st.frozensets(near, max_size=4))
    until = draw(near | st.just(date(2030, 12, 31)))
    hours = draw(st.just("모름") | st.lists(spans, min_size=1, max_size=3))
    return hours, draw(st.lists(told, max_size=3)), moment, Calendar(holidays, until)


@cache
def _minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _within(times: Record, minute: int) -> bool:
    """Whether a minute, from the midnight before opening, lies in the times."""
    opens, closes = _minutes(times["open"]), _minutes(times["close"])
    return opens <= minute < (closes if closes > opens else closes + DAY)


def _span_holds(span: Record, day: date, calendar: Calendar) -> set[bool]:
    """Every answer that may be right."""
    if "season" in span:
        start, end, today = span["season"]["start"], span["season"]["end"], day.isoformat()[5:]
        if not (start <= today <= end if start <= end else today >= start or today <= end):
            return {False}
    if span["days"] == "모름":
        return {True, False}
    ordinary = LETTERS[day.weekday()] in MEANING[span["days"]]
    festive = "공휴일" in span["days"] or span["days"] == "매일"
    if day > calendar.until:
        return {ordinary, festive}
    return {festive if day in calendar.days else ordinary}


def _is_open(hours: Any, exceptions: list[Record], day: date, minute: int, calendar: Calendar) -> set[bool]:
    """Whether what began on a day is open at a minute, counted from its midnight: every answer that may be right."""
    told = [item for item in exceptions if item["date"] == day.isoformat()]
    if told:
        return {any("open" in item and _within(item, minute) for item in told)}
    if hours == "모름":
        return {True, False} if minute < DAY else {False}
    answers = {False}
    for span in hours:
        clock = minute % DAY
        paused = any(_within(pause, clock) or _within(pause, clock + DAY) for pause in span["breaks"])
        if _within(span, minute) and not paused:
            holds = _span_holds(span, day, calendar)
            answers = answers | {True} if holds == {True, False} else {True} if holds == {True} else answers
            if answers == {True}:
                return answers
    return answers


def _walk(situation: tuple[Any, list[Record], datetime, Calendar], days: int) -> list[str]:
    """Each minute from the last midnight on: yes, no or maybe."""
    hours, exceptions, moment, calendar = situation
    walked = []
    for number in range(days * DAY):
        ahead, minute = divmod(number, DAY)
        day = moment.date() + timedelta(days=ahead)
        today = _is_open(hours, exceptions, day, minute, calendar)
        evening = _is_open(hours, exceptions, day - timedelta(days=1), minute + DAY, calendar)
        walked.append("yes" if {True} in (today, evening) else "no" if today == evening == {False} else "maybe")
    return walked


def _found(situation: tuple[Any, list[Record], datetime, Calendar], at: datetime | None = None) -> Found:
    hours, exceptions, moment, calendar = situation
    return state_at(HOURS.validate_python(hours), EXCEPTIONS.validate_python(exceptions), at or moment, calendar)


def _check(found: Found, walked: list[str], now: int) -> None:
    """The state found at the minute `now` against the minutes from the midnight before it on, eight days at least."""
    change = next((minute for minute in range(now, len(walked)) if walked[minute] != walked[now]), None)
    if walked[now] == "yes":
        assert found.state == "open"
        ends = change if change is not None and change <= 7 * DAY else None
        assert ends == (None if found.minute is None else found.in_days * DAY + found.minute)
    elif walked[now] == "maybe" or (change is not None and walked[change] == "maybe" and change < DAY):
        assert found.state in ("unknown", "days_unknown")
    elif change is None:
        assert found.state == "closed" or (found.state == "later" and found.in_days >= 8)
    elif walked[change] == "maybe":
        assert found.state == "closed"
    else:
        assert found.state in ("break", "before", "later")
        assert found.minute is not None
        assert found.in_days * DAY + found.minute == change
        assert found.state != "before" or found.in_days == 0
        assert found.state != "later" or found.in_days > 0
        assert found.state != "break" or found.in_days < 2


@given(situations())
@settings(SETTINGS, max_examples=120)
def test_what_is_told_agrees_with_walking_through_the_week(situation: Any) -> None:
    moment = situation[2]
    _check(_found(situation), _walk(situation, 8), moment.hour * 60 + moment.minute)


@given(situations())
@settings(SETTINGS, max_examples=3)
def test_every_minute_of_a_week_agrees(situation: Any) -> None:
    midnight = situation[2].replace(hour=0, minute=0, second=0, microsecond=0)
    walked = _walk((*situation[:2], midnight, situation[3]), 15)
    for number in range(0, 7 * DAY):
        day, now = divmod(number, DAY)
        _check(_found(situation, midnight + timedelta(minutes=number)), walked[day * DAY :][: 8 * DAY], now)


@given(situations())
@SETTINGS
def test_what_comes_next_comes_true(situation: Any) -> None:
    found, moment = _found(situation), situation[2]
    if found.minute is None:
        return
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    then = midnight + timedelta(days=found.in_days, minutes=found.minute)
    assert then > moment
    assert (_found(situation, then).state == "open") == (found.state != "open")
    if found.state == "open":
        assert _found(situation, then - timedelta(minutes=1)).state == "open"


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(ROOT / "data" / "i18n", "ko")


@given(
    situation=situations(),
    office=st.sampled_from(["open", "old", "unconfirmed"]),
    days=st.none() | st.integers(-400, 4000),
)
@SETTINGS
def test_every_state_is_told_in_a_sentence_with_its_age(
    words: Words, situation: Any, office: str, days: int | None
) -> None:
    today = situation[2].date()
    seen = None if days is None else today - timedelta(days=days)
    line = today_line(_found(situation), office, seen, today, words)
    assert "{" not in line
    aged = seen is None or years_since(seen, today) > 0
    assert ("자료" in line) == aged
    assert not (aged or office != "open") or not re.search("열려|열어요|닫았어요|[0-9]시", line)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 9), st.integers(1, 366))
@SETTINGS
def test_a_record_is_a_year_old_from_the_day_after_its_date_returns(day: date, years: int, days: int) -> None:
    returned = date(day.year + years, day.month, min(day.day, 28))
    assert years_since(day, returned) == max(0, years - 1)
    assert years_since(day, returned + timedelta(days=days + 3)) in (years, years + 1)
