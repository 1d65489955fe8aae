"""Public holidays of this year and the two after it, for the script that tells whether an office is open today."""

from __future__ import annotations

from datetime import date

import holidays

from maeul.publish.json_text import json_bytes

HOLIDAYS = "data/v1/holidays.json"
_YEARS = 3


def public_holidays(today: date) -> tuple[date, ...]:
    """Public holidays of Korea with their substitutes, from the first of January of this year, sorted."""
    years = range(today.year, today.year + _YEARS)
    return tuple(sorted(holidays.country_holidays("KR", years=years)))


def holidays_json(today: date) -> bytes:
    """The days, and the last day that the list covers."""
    days = [day.isoformat() for day in public_holidays(today)]
    return json_bytes({"days": days, "until": date(today.year + _YEARS - 1, 12, 31).isoformat()})
