"""Public holidays as far as they are known, for the script that tells whether an office is open today."""

from __future__ import annotations

from maeul.hours.calendar import Calendar
from maeul.publish.json_text import json_bytes

HOLIDAYS = "data/v1/holidays.json"


def holidays_json(calendar: Calendar) -> bytes:
    """The days, sorted, and the last day that the list covers."""
    days = sorted(day.isoformat() for day in calendar.days)
    return json_bytes({"days": days, "until": calendar.until.isoformat()})
