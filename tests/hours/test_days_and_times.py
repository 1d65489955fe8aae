"""Opening hours as records state them: days, times, seasons, days that differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.hours.model import WEEKDAYS, Hours, HoursException, Season, Span, Times, parse_days, parse_time
from maeul.hours.portable import portable_hours
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

SETTINGS = settings(max_examples=150, deadline=None, derandomize=True)


def _refusal(parse: Callable[[object], object], value: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        parse(value)
    return caught.value.type


@pytest.mark.parametrize(
    ("text", "weekdays", "holidays"),
    [
        ("평일", {0, 1, 2, 3, 4}, False),
        ("주말", {5, 6}, False),
        ("매일", set(range(7)), True),
        ("월-금", {0, 1, 2, 3, 4}, False),
        ("금-월", {4, 5, 6, 0}, False),
        ("토", {5}, False),
        ("토, 일", {5, 6}, False),
        ("토,일", {5, 6}, False),
        ("월·수·금", {0, 2, 4}, False),
        ("화, 목, 공휴일", {1, 3}, True),
        ("평일, 토", {0, 1, 2, 3, 4, 5}, False),
        ("월-수, 금", {0, 1, 2, 4}, False),
        ("월-월", {0}, False),
        ("공휴일", set(), True),
    ],
)
def test_days_are_read(text: str, weekdays: set[int], holidays: bool) -> None:
    days = parse_days(text)
    assert days.weekdays == frozenset(weekdays)
    assert days.holidays is holidays
    assert days.text == text


def test_days_may_be_unknown() -> None:
    assert parse_days("모름").weekdays is None


@pytest.mark.parametrize(
    "value", ["", "주중", "월요일", "월-", "-월", "월~금", "월,", "mon", "평일 토", "모름, 월", 1, None, ["월"], True]
)
def test_other_words_for_days_are_refused(value: object) -> None:
    assert _refusal(parse_days, value) == "hours-days"


@given(st.integers(0, 6), st.integers(0, 6))
@SETTINGS
def test_range_of_days_goes_from_its_first_to_its_last(first: int, last: int) -> None:
    found = parse_days(f"{WEEKDAYS[first]}-{WEEKDAYS[last]}").weekdays
    assert found is not None
    assert {first, last} <= found
    assert len(found) == (last - first) % 7 + 1


@given(st.lists(st.sampled_from(WEEKDAYS), min_size=1))
@SETTINGS
def test_listed_days_are_those_that_are_meant(days: list[str]) -> None:
    assert parse_days(", ".join(days)).weekdays == frozenset(WEEKDAYS.index(day) for day in days)


@given(st.text(max_size=12))
@SETTINGS
def test_any_text_for_days_is_read_or_refused(text: str) -> None:
    try:
        days = parse_days(text)
    except PydanticCustomError:
        return
    assert days.text == text.strip()


@given(st.integers(0, 24 * 60))
@SETTINGS
def test_time_is_minutes_since_midnight(minutes: int) -> None:
    assert parse_time(f"{minutes // 60:02}:{minutes % 60:02}") == minutes


@pytest.mark.parametrize(
    "value",
    ["", "9:00", "24:01", "25:00", "12:60", "1200", "09:00 ", "09:00\n", "０９:00", "오전 9시", 900, 9.5, None, []],
)
def test_other_shapes_of_time_are_refused(value: object) -> None:
    assert _refusal(parse_time, value) == "time-shape"


@pytest.mark.parametrize(
    ("opens", "closes", "end"),
    [
        ("09:00", "18:00", 1080),
        ("14:00", "24:00", 1440),
        ("18:00", "02:00", 1560),
        ("09:00", "09:00", 1980),
        ("00:00", "24:00", 1440),
    ],
)
def test_closing_at_or_before_opening_is_on_the_next_day(opens: str, closes: str, end: int) -> None:
    assert Times.model_validate({"open": opens, "close": closes}).end == end


def _days_of_a_leap_year() -> list[str]:
    return [(date(2024, 1, 1) + timedelta(days=number)).strftime("%m-%d") for number in range(366)]


@pytest.mark.parametrize("day", [*_days_of_a_leap_year()[::7], "02-29", "12-31"])
def test_season_takes_every_day_of_the_year(day: str) -> None:
    assert Season.model_validate({"start": day, "end": day}).holds(day)


@pytest.mark.parametrize("day", ["02-30", "04-31", "13-01", "00-10", "3-1", "0301", "03.01", "W01-1", "3월", 301, None])
def test_season_takes_no_other_day(day: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Season.model_validate({"start": day, "end": "12-31"})
    assert caught.value.errors()[0]["type"] == "season-day"


@given(
    st.sampled_from(_days_of_a_leap_year()),
    st.sampled_from(_days_of_a_leap_year()),
    st.sampled_from(_days_of_a_leap_year()),
)
@SETTINGS
def test_every_day_lies_in_a_season_or_in_the_rest_of_the_year(start: str, end: str, day: str) -> None:
    season = Season(start=start, end=end)
    assert season.holds(start)
    assert season.holds(end)
    days = _days_of_a_leap_year()
    length = (days.index(end) - days.index(start)) % 366
    assert season.holds(day) == ((days.index(day) - days.index(start)) % 366 <= length)


@pytest.mark.parametrize(
    "value",
    [
        {"date": "2026-12-25", "closed": True},
        {"date": "2026-12-24", "open": "09:00", "close": "13:00"},
        {"date": "2026-12-24", "open": "09:00", "close": "13:00", "closed": False, "note": "성탄 전날"},
    ],
)
def test_day_that_differs_is_closed_or_has_times(value: dict[str, object]) -> None:
    assert HoursException.model_validate(value).date.day


@pytest.mark.parametrize(
    "value",
    [
        {"date": "2026-12-25"},
        {"date": "2026-12-25", "closed": False},
        {"date": "2026-12-25", "open": "09:00"},
        {"date": "2026-12-25", "close": "18:00"},
        {"date": "2026-12-25", "closed": True, "open": "09:00", "close": "18:00"},
        {"date": "2026-12", "closed": True},
        {"date": "2026", "closed": True},
    ],
)
def test_day_that_says_too_little_or_too_much_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        HoursException.model_validate(value)
    assert caught.value.errors()[0]["type"] == "hours-exception"


def test_unknown_hours_are_a_value_and_not_an_empty_list() -> None:
    adapter: TypeAdapter[Hours] = TypeAdapter(Hours)
    assert adapter.validate_python("모름") is None
    with pytest.raises(ValidationError):
        adapter.validate_python([])


def test_hours_for_the_browser_are_plain_minutes() -> None:
    adapter: TypeAdapter[Hours] = TypeAdapter(Hours)
    hours = adapter.validate_python(
        [
            {
                "days": "화, 공휴일",
                "open": "18:00",
                "close": "02:00",
                "breaks": [{"open": "20:00", "close": "20:30"}],
                "season": {"start": "11-01", "end": "02-28"},
            }
        ]
    )
    closed = HoursException.model_validate({"date": "2026-12-25", "closed": True})
    late = HoursException.model_validate({"date": "2026-12-24", "open": "18:00", "close": "01:00"})
    assert portable_hours(hours, (closed, late)) == {
        "spans": [
            {
                "days": [1],
                "holidays": True,
                "open": 1080,
                "close": 1560,
                "breaks": [{"open": 1200, "close": 1230}],
                "season": ["11-01", "02-28"],
            }
        ],
        "exceptions": [
            {"date": "2026-12-25", "closed": True},
            {"date": "2026-12-24", "open": 1080, "close": 1500},
        ],
    }
    assert portable_hours(None, ()) is None
    assert portable_hours(None, (closed,)) == {"spans": None, "exceptions": [{"date": "2026-12-25", "closed": True}]}


def _pieces(opens: str, closes: str, *breaks: tuple[str, str]) -> tuple[tuple[int, int], ...]:
    pauses = [{"open": start, "close": end} for start, end in breaks]
    return Span.model_validate({"days": "매일", "open": opens, "close": closes, "breaks": pauses}).pieces


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (_pieces("09:00", "18:00"), ((540, 1080),)),
        (_pieces("09:00", "18:00", ("12:00", "13:00")), ((540, 720), (780, 1080))),
        (_pieces("09:00", "18:00", ("15:00", "15:30"), ("12:00", "13:00")), ((540, 720), (780, 900), (930, 1080))),
        (_pieces("09:00", "18:00", ("12:00", "14:00"), ("13:00", "13:30")), ((540, 720), (840, 1080))),
        (_pieces("09:00", "18:00", ("08:00", "10:00"), ("17:00", "19:00")), ((600, 1020),)),
        (_pieces("09:00", "18:00", ("20:00", "21:00")), ((540, 1080),)),
        (_pieces("09:00", "18:00", ("09:00", "18:00")), ()),
        (_pieces("20:00", "04:00", ("01:00", "02:00")), ((1200, 1500), (1560, 1680))),
        (_pieces("20:00", "04:00", ("23:30", "00:30")), ((1200, 1410), (1470, 1680))),
    ],
)
def test_breaks_are_taken_out_of_the_hours(pieces: object, expected: object) -> None:
    assert pieces == expected
