"""Today in Korea. Everything else takes the day as an argument."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from maeul.load.values import PartialDate

SEOUL = ZoneInfo("Asia/Seoul")


def today_in_seoul() -> date:
    """The date in Seoul; MAEUL_TODAY (YYYY-MM-DD) sets another, so that a build can be repeated exactly."""
    fixed = os.environ.get("MAEUL_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(SEOUL).date()


def years_since(day: date, today: date) -> int:
    """How many years and more ago a day was: 0 up to the same date of the next year, 1 from the day after it."""
    passed = today.year - day.year
    return max(0, passed if (today.month, today.day) > (day.month, day.day) else passed - 1)


def is_fresh(as_of: PartialDate | None, today: date) -> bool:
    """Whether a date lies within the last year; a date known only by month or year counts from its first day.

    What was seen longer ago is shown as old: the programme shrank from 104 offices to 62 in two and a half years.
    """
    return as_of is not None and years_since(as_of.first_day, today) == 0
