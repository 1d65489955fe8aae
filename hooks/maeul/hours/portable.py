"""Opening hours in the form that the browser's script and the data files read."""

from __future__ import annotations

from typing import Any

from maeul.hours.model import Hours, HoursException, Span, Times


def portable_hours(hours: Hours, exceptions: tuple[HoursException, ...]) -> dict[str, Any] | None:
    """Spans and exceptions as plain values, times in minutes; None when the hours are not known."""
    if hours is None:
        return None
    plain: dict[str, Any] = {"spans": [_span(span) for span in hours]}
    if exceptions:
        plain["exceptions"] = [_exception(item) for item in exceptions]
    return plain


def _span(span: Span) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "days": None if span.days.weekdays is None else sorted(span.days.weekdays),
        "holidays": span.days.holidays,
        **_times(span),
    }
    if span.breaks:
        plain["breaks"] = [_times(pause) for pause in span.breaks]
    if span.season:
        plain["season"] = [span.season.start, span.season.end]
    return plain


def _times(times: Times) -> dict[str, int]:
    return {"open": times.open, "close": times.end}


def _exception(item: HoursException) -> dict[str, Any]:
    day = item.date.first_day.isoformat()
    if item.closed or item.open is None or item.close is None:
        return {"date": day, "closed": True}
    return {"date": day, **_times(Times.model_construct(open=item.open, close=item.close))}
