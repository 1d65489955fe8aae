"""Today in Korea. Everything else takes the day as an argument."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")


def today_in_seoul() -> date:
    """The date in Seoul; the variable MAEUL_TODAY (YYYY-MM-DD) sets another, so that a build can be repeated exactly."""
    fixed = os.environ.get("MAEUL_TODAY")
    return date.fromisoformat(fixed) if fixed else datetime.now(SEOUL).date()
