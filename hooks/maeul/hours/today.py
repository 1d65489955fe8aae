"""Whether an office is open at a moment, and until when, or when it opens next.

The twin of `overrides/assets/javascripts/hours.js`; `tests/hours_cases.json` binds both. What is open after midnight
belongs to the evening before, whatever holds on the day itself. Days that nobody knows are never taken for closed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from maeul.clock import SEOUL
from maeul.hours.calendar import Calendar
from maeul.hours.model import DAY, Days, Hours, HoursException

State = Literal["open", "break", "before", "later", "closed", "days_unknown", "unknown"]

_WEEK = 7
_YEAR = 364  # days to look ahead: a date further off could be taken for one of this year


@dataclass(frozen=True)
class Found:
    """What holds at a moment.

    open: closes at `minute` on the day `in_days` from now; None when not within a week · break, before: opens again, or
    for the first time today, then · later: opens then, on another day · closed: no opening known, `over` when today had
    one · days_unknown, unknown: whether it opens on this day, or at what times, is not known.
    """

    state: State
    minute: int | None = None
    in_days: int = 0
    over: bool = False


class _Piece(NamedTuple):
    """Time without a break, in minutes from today's midnight, and the day, from today, that it belongs to.

    `sure`: it is open then; else it may be.
    """

    start: int
    end: int
    day: int
    sure: bool


def state_at(hours: Hours, exceptions: Sequence[HoursException], moment: datetime, calendar: Calendar) -> Found:
    """What holds at a moment, which is in any zone; the clock is that of Seoul."""
    local = moment.astimezone(SEOUL)
    minute = local.hour * 60 + local.minute

    def pieces(days: Iterable[int]) -> list[_Piece]:
        return [
            _Piece(start + day * DAY, end + day * DAY, day, sure)
            for day in days
            for start, end, sure in _times_on(hours, exceptions, local.date() + timedelta(days=day), calendar)
        ]

    near = pieces(range(-1, _WEEK + 1))
    now = [piece for piece in near if piece.start <= minute < piece.end]
    if any(piece.sure for piece in now):
        return _open([piece for piece in near if piece.sure], minute)
    following = _first(near, minute) or _first(pieces(range(_WEEK + 1, _YEAR + 1)), minute)
    if now or (following and not following.sure and following.start < DAY):
        return Found("unknown" if hours is None else "days_unknown")
    if following is None or not following.sure:
        return Found("closed", over=any(piece.day == 0 for piece in near))
    in_days, opens = divmod(following.start, DAY)
    paused = any(piece.sure and piece.day == following.day and piece.end <= minute for piece in near)
    return Found("break" if paused else "before" if in_days == 0 else "later", opens, in_days)


def _open(sure: Sequence[_Piece], minute: int) -> Found:
    """Open until the end of what follows without a gap."""
    end = minute
    for piece in sorted(sure):
        if piece.start <= end < piece.end:
            end = piece.end
    if end > _WEEK * DAY:
        return Found("open")
    in_days = (end - 1) // DAY
    return Found("open", end - in_days * DAY, in_days)


def _first(pieces: Iterable[_Piece], minute: int) -> _Piece | None:
    """What begins first after a minute; what is sure before what is not."""
    return min(
        (piece for piece in pieces if piece.start > minute),
        key=lambda piece: (piece.start, not piece.sure),
        default=None,
    )


def _times_on(
    hours: Hours, exceptions: Sequence[HoursException], day: date, calendar: Calendar
) -> list[tuple[int, int, bool]]:
    """Opening, closing and whether that is sure, for what begins on a day; all of the day when nothing is known."""
    told = [item for item in exceptions if item.date.first_day == day]
    if told:
        return [(*item.times, True) for item in told if item.times]
    if hours is None:
        return [(0, DAY, False)]
    spans = [span for span in hours if span.season is None or span.season.holds(f"{day:%m-%d}")]
    return [
        (*piece, opens is True)
        for span in spans
        if (opens := _opens(span.days, day, calendar)) is not False
        for piece in span.pieces
    ]


def _opens(days: Days, day: date, calendar: Calendar) -> bool | None:
    """Whether a span holds on a day; None when that is not known. On public holidays weekdays do not count."""
    if days.weekdays is None:
        return None
    on_weekday = day.weekday() in days.weekdays
    if day > calendar.until:
        return on_weekday if on_weekday == days.holidays else None
    return days.holidays if day in calendar.days else on_weekday
