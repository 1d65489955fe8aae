"""One table of cases for the two languages: `tests/js/hours_cases.test.mjs` reads the same file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from maeul.clock import SEOUL
from maeul.hours.calendar import Calendar, calendar
from maeul.hours.model import Hours, HoursException, parse_time
from maeul.hours.portable import portable_hours
from maeul.hours.today import state_at
from maeul.hours.today_words import confirmed_on, today_line
from maeul.load.values import parse_date_or_unknown
from maeul.words import Words, read_words
from pydantic import TypeAdapter

ROOT = Path(__file__).parents[2]
TABLE = json.loads((ROOT / "tests" / "hours_cases.json").read_text("utf-8"))
CASES: list[dict[str, Any]] = TABLE["cases"]
CALENDAR = Calendar(frozenset(map(date.fromisoformat, TABLE["holidays"])), date.fromisoformat(TABLE["until"]))
STATES = {"open", "break", "before", "later", "closed", "days_unknown", "unknown"}
HOURS: TypeAdapter[Hours] = TypeAdapter(Hours)
EXCEPTIONS = TypeAdapter(tuple[HoursException, ...])


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(ROOT / "data" / "i18n", "ko")


def _of_record(case: Mapping[str, Any]) -> tuple[Hours, tuple[HoursException, ...]]:
    return HOURS.validate_python(case["hours"]), EXCEPTIONS.validate_python(case.get("exceptions", []))


def _confirmed(case: Mapping[str, Any]) -> date | None:
    return confirmed_on(*(parse_date_or_unknown(case[key]) for key in ("as_of", "hours_as_of") if key in case))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: Mapping[str, Any], words: Words) -> None:
    hours, exceptions = _of_record(case)
    moment = datetime.fromisoformat(case["at"])
    found = state_at(hours, exceptions, moment, CALENDAR)
    at = case.get("until", case.get("next"))
    told = (found.state, found.minute, found.in_days)
    assert told == (case["state"], at and parse_time(at), case.get("in_days", 0))
    today = moment.astimezone(SEOUL).date()
    confirmed = _confirmed(case) if "as_of" in case else today
    assert today_line(found, case.get("office", "open"), confirmed, today, words) == case["line"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_form_for_the_browser_is_that_of_the_record(case: Mapping[str, Any]) -> None:
    assert portable_hours(*_of_record(case)) == case["portable"]
    if "as_of" in case:
        assert case["confirmed"] == str(_confirmed(case) or "")


def test_the_holidays_of_the_table_are_those_of_law() -> None:
    assert calendar(date(2026, 11, 22)) == CALENDAR


def test_the_table_is_large_and_has_every_state() -> None:
    assert len(CASES) >= 300
    assert len({case["name"] for case in CASES}) == len(CASES)
    assert {case["state"] for case in CASES} == STATES
