"""Today in Korea. Everything else takes the day as an argument."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")


def today_in_seoul() -> date:
    """The date in Seoul; MAEUL_TODAY (YYYY-MM-DD) sets another, so that a build can be repeated exactly."""
    fixed = os.environ.get("MAEUL_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(SEOUL).date()


def years_since(day: date, today: date) -> int:
    """How many years and more ago a day was: 0 up to the same date of the next year, 1 from the day after it."""
    passed = today.year - day.year
    return max(0, passed if (today.month, today.day) > (day.month, day.day) else passed - 1)
