"""Opening hours: times in an order that can be meant, breaks inside them, no two spans at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from maeul.hours.model import DAY, Season, Span, closing
from maeul.load.findings import Finding
from maeul.load.models import Office
from maeul.load.rules.context import Context, Place

# A closing time at or before the opening time is on the next day. Only night hours can be meant so: where it is later
# in the morning, or the hours are longer, the two times are in the wrong order, or 18:00 was written as 06:00.
_LATEST_NIGHT = 6 * 60
_LONGEST_NIGHT = 18 * 60
_WEEK = 7 * DAY
_HOLIDAY = 7  # stands after the days of the week, for what holds on public holidays

_Interval = tuple[int, int]  # minutes from the start of a week


def hours_order(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """Hours that end before they start without running into the night."""
    for index, span in enumerate(office.hours or ()):
        if _is_backward(span.open, span.close):
            yield _backward(place, span.open, span.close, "hours", index, "close")


def hours_breaks(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """Breaks that are not inside the hours that they break."""
    for index, span in _forward(office):
        for inner, pause in enumerate(span.breaks):
            if not any(span.open <= pause.open + by and pause.end + by <= span.end for by in (0, DAY)):
                yield place.finding(
                    "hours-break", "hours", index, "breaks", inner, found=_shown(pause.open, pause.close)
                )


def hours_overlap(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """Two spans that hold on the same day at the same time; of days that are not known nothing is said."""
    told: set[int] = set()
    for (first, one), (index, other) in combinations(_forward(office), 2):
        if index not in told and _same_season(one.season, other.season) and _meet(_week_of(one), _week_of(other)):
            told.add(index)
            line = place.document.place((*place.path, "hours", first))[0]
            yield place.finding("hours-overlap", "hours", index, found=_span(other), first=line, other=_span(one))


def hours_exceptions(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """Exceptions whose times are in the wrong order, or whose day has one already."""
    seen: set[str] = set()
    for index, exception in enumerate(office.exceptions):
        if exception.open is not None and exception.close is not None and _is_backward(exception.open, exception.close):
            yield _backward(place, exception.open, exception.close, "exceptions", index, "close")
        day = str(exception.date)
        if day in seen:
            yield place.finding("exception-duplicate", "exceptions", index, "date", found=day)
        seen.add(day)


def _forward(office: Office) -> Iterator[tuple[int, Span]]:
    """The spans whose times are in order, with their numbers; of the others only that is told."""
    return ((index, span) for index, span in enumerate(office.hours or ()) if not _is_backward(span.open, span.close))


def _is_backward(opens: int, closes: int) -> bool:
    return closes <= opens and (closes > _LATEST_NIGHT or closing(opens, closes) - opens > _LONGEST_NIGHT)


def _backward(place: Place, opens: int, closes: int, *steps: str | int) -> Finding:
    return place.finding("hours-order", *steps, open=_clock(opens), close=_clock(closes))


def _week_of(span: Span) -> Sequence[_Interval]:
    """When a span holds in a week, its days not holidays, and apart from it on a holiday."""
    days = sorted(span.days.weekdays or ())
    found = [(day * DAY + span.open, day * DAY + span.end) for day in days]
    found += [(start - _WEEK, end - _WEEK) for start, end in found if end > _WEEK]  # Sunday night is also before Monday
    if span.days.holidays:
        found.append(((_HOLIDAY + 1) * DAY + span.open, (_HOLIDAY + 1) * DAY + span.end))
    return found


def _meet(one: Sequence[_Interval], other: Sequence[_Interval]) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _same_season(one: Season | None, other: Season | None) -> bool:
    return one is None or other is None or one.holds(other.start) or other.holds(one.start)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _shown(opens: int, closes: int) -> str:
    return f"{_clock(opens)}~{_clock(closes)}"


def _span(span: Span) -> str:
    return f"{span.days.text} {_shown(span.open, span.close)}"
