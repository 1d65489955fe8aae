from __future__ import annotations

import json
from datetime import date

import pytest
from maeul.hours.calendar import calendar
from maeul.publish.holidays_file import holidays_json
from small_project import TODAY

DAYS = calendar(date(2026, 1, 1)).days


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_the_holidays_of_law_are_in_every_year(year: int) -> None:
    fixed = [(1, 1), (3, 1), (5, 5), (6, 6), (8, 15), (10, 3), (10, 9), (12, 25)]
    assert all(date(year, month, day) in DAYS for month, day in fixed)


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_labour_day_and_constitution_day_are_public_holidays_since_2026(year: int) -> None:
    """노동절과 제헌절: 공휴일에 관한 법률, 2026년 개정."""
    assert date(year, 5, 1) in DAYS
    assert date(year, 7, 17) in DAYS


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 3, 2),  # 3·1절 is a Sunday
        date(2026, 5, 25),  # 부처님오신날 is a Sunday
        date(2026, 8, 17),  # 광복절 is a Saturday
        date(2026, 10, 5),  # 개천절 is a Saturday
        date(2027, 2, 9),  # 설날 is a Sunday
        date(2027, 8, 16),  # 광복절 is a Sunday
        date(2027, 10, 4),  # 개천절 is a Sunday
        date(2027, 10, 11),  # 한글날 is a Saturday
        date(2027, 12, 27),  # 성탄절 is a Saturday
        date(2028, 10, 5),  # 개천절 falls on 추석
    ],
)
def test_substitute_holidays_are_in_the_list(day: date) -> None:
    assert day in DAYS


def test_the_lunar_holidays_of_2026_are_in_the_list() -> None:
    seollal = [date(2026, 2, day) for day in (16, 17, 18)]
    chuseok = [date(2026, 9, day) for day in (24, 25, 26)]
    assert {*seollal, *chuseok} <= DAYS


def test_the_file_says_how_far_it_reaches() -> None:
    data = json.loads(holidays_json(calendar(TODAY)))
    assert data["days"] == sorted(set(data["days"]))
    assert data["days"][0] == "2026-01-01"
    assert data["until"] == "2028-12-31"
    assert data["days"][-1] <= data["until"]


def test_the_file_is_the_same_all_year() -> None:
    assert holidays_json(calendar(date(2026, 1, 1))) == holidays_json(calendar(date(2026, 12, 31)))


def test_temporary_holidays_of_these_years_are_in_the_file() -> None:
    data = json.loads(holidays_json(calendar(TODAY, [date(2025, 1, 27), date(2026, 12, 24)])))
    assert "2026-12-24" in data["days"]
    assert "2025-01-27" not in data["days"]
    assert data["days"] == sorted(data["days"])
