"""Temporary public holidays: read from their file and kept on the days that they name."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from maeul.clock import SEOUL
from maeul.directory import Directory
from maeul.hours.calendar import calendar
from maeul.hours.model import Hours
from maeul.hours.today import Found, state_at
from maeul.reader import read_directory
from pydantic import TypeAdapter
from small_project import TODAY, Project

HOURS: TypeAdapter[Hours] = TypeAdapter(Hours)
RECORD = """- date: {day}
  name: 임시공휴일
  sources: [{{url: "https://example.com/3", publisher: 인사혁신처, date: 2026-10-01}}]
"""


def _read(project: Project, *days: str) -> Directory:
    project.write("data/holidays.yaml", "".join(RECORD.format(day=day) for day in days) or "[]\n")
    directory, findings = read_directory(project.root, TODAY)
    assert directory is not None, findings
    return directory


def test_holidays_of_the_file_are_in_the_directory(project: Project) -> None:
    found = _read(project, "2026-12-24", "2027-01-04").holidays
    assert [str(holiday.date) for holiday in found] == ["2026-12-24", "2027-01-04"]


def test_a_file_without_holidays_is_an_empty_list(project: Project) -> None:
    assert _read(project).holidays == ()


def test_a_day_that_law_makes_a_holiday_too_is_no_fault(project: Project) -> None:
    _read(project, "2026-12-25")
    assert project.findings() == ()


def test_the_project_has_its_own_file(real: Directory) -> None:
    assert all(holiday.date.day for holiday in real.holidays)


@pytest.mark.parametrize(
    ("days", "found"),
    [("평일", Found("later", 540, 4)), ("월-금", Found("later", 540, 4)), ("매일", Found("open", 1080))],
)
def test_who_names_only_weekdays_is_closed_on_a_temporary_holiday(days: str, found: Found) -> None:
    hours = HOURS.validate_python([{"days": days, "open": "09:00", "close": "18:00"}])
    moment = datetime(2026, 12, 24, 10, tzinfo=SEOUL)
    assert state_at(hours, (), moment, calendar(TODAY, [date(2026, 12, 24)])) == found


def test_a_holiday_of_a_year_that_the_calendar_does_not_reach_is_left_out() -> None:
    assert date(2029, 1, 2) not in calendar(TODAY, [date(2029, 1, 2)]).days
    assert calendar(TODAY).until == date(2028, 12, 31)
