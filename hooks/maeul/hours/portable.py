"""Opening hours in the form that the browser's script and the data files read."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

from maeul.hours.model import Hours, HoursException, Span
from maeul.load.models import Office


def hours_data(office: Office) -> str:
    """What the browser's script tells today's line from; empty where nobody opens: closed, moved, planned."""
    if office.status.state not in ("open", "unconfirmed"):
        return ""
    return to_json(portable_hours(office.hours, office.exceptions)).decode()


def portable_hours(hours: Hours, exceptions: tuple[HoursException, ...]) -> dict[str, Any] | None:
    """Spans and exceptions as plain values, times in minutes; None when nothing of the hours is known.

    Unknown hours with dated exceptions have `spans` null.
    """
    if hours is None and not exceptions:
        return None
    plain: dict[str, Any] = {"spans": None if hours is None else [_span(span) for span in hours]}
    if exceptions:
        plain["exceptions"] = [_exception(item) for item in exceptions]
    return plain


def _span(span: Span) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "days": None if span.days.weekdays is None else sorted(span.days.weekdays),
        "holidays": span.days.holidays,
        "open": span.open,
        "close": span.end,
    }
    if span.breaks:
        plain["breaks"] = [{"open": start, "close": end} for start, end in span.pauses]
    if span.season:
        plain["season"] = [span.season.start, span.season.end]
    return plain


def _exception(item: HoursException) -> dict[str, Any]:
    day = item.date.first_day.isoformat()
    if item.times is None:
        return {"date": day, "closed": True}
    return {"date": day, "open": item.times[0], "close": item.times[1]}
