"""Opening hours as records state them: spans of days and times, breaks, seasons, dated exceptions.

A day's span may run past midnight: 24:00 is midnight at its end, and a closing time at or before the opening time is on
the next day. Times are minutes since midnight. A record whose hours are not known holds None, never an empty list.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StrictBool, model_validator

from maeul.load.values import MONTH_DAY, UNKNOWN, WHOLE_DAY, Text, When, matching, refusal

DAY = 24 * 60
WEEKDAYS = "월화수목금토일"
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z|24:00\Z")
_DAY_WORD = rf"평일|주말|매일|공휴일|[{WEEKDAYS}](?:-[{WEEKDAYS}])?"
_DAYS = re.compile(rf"{UNKNOWN}|(?:{_DAY_WORD})(?:\s*[,·]\s*(?:{_DAY_WORD}))*")
_LEAP_YEAR = "2000"
_GROUPS = {"평일": range(5), "주말": range(5, 7), "매일": range(7)}


class Days:
    """The weekdays (0 is Monday) on which a span holds. `None` weekdays: not known.

    평일 means Monday to Friday but not public holidays; 매일 and 공휴일 include public holidays.
    """

    __slots__ = ("holidays", "text", "weekdays")

    def __init__(self, text: str, weekdays: frozenset[int] | None, holidays: bool) -> None:
        self.text = text
        self.weekdays = weekdays
        self.holidays = holidays

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Days) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Days({self.text!r})"


def parse_days(value: Any) -> Days:
    """`평일`, `매일`, `월-금`, `토, 일`, `화, 목, 공휴일` or `모름`."""
    if isinstance(value, Days):
        return value
    text = str(value).strip()
    if text == UNKNOWN:
        return Days(text, None, holidays=False)
    weekdays: set[int] = set()
    holidays = False
    for token in re.split(r"\s*[,·]\s*", text):
        found = _weekdays(token)
        if found is None:
            raise refusal("hours-days")
        weekdays.update(found)
        holidays = holidays or token in ("매일", "공휴일")
    return Days(text, frozenset(weekdays), holidays)


def _weekdays(token: str) -> range | tuple[int, ...] | None:
    if token == "공휴일":
        return ()
    if token in _GROUPS:
        return _GROUPS[token]
    first, dash, last = token.partition("-")
    if len(first) != 1 or first not in WEEKDAYS:
        return None
    start = WEEKDAYS.index(first)
    if not dash:
        return (start,)
    if len(last) != 1 or last not in WEEKDAYS:
        return None
    end = WEEKDAYS.index(last)
    return tuple((start + step) % 7 for step in range((end - start) % 7 + 1))


def parse_time(value: Any) -> int:
    """Minutes since midnight of `"09:00"`; `"24:00"` is 1440."""
    if isinstance(value, str) and _TIME.match(value):
        hour, minute = value.split(":")
        return int(hour) * 60 + int(minute)
    raise refusal("time-shape")


def _parse_season_day(value: Any) -> str:
    try:
        if isinstance(value, str) and date.fromisoformat(f"{_LEAP_YEAR}-{value}").strftime("%m-%d") == value:
            return value
    except ValueError:
        pass
    raise refusal("season-day")


Minutes = Annotated[int, PlainValidator(parse_time), matching(_TIME)]
SeasonDay = Annotated[str, PlainValidator(_parse_season_day), matching(MONTH_DAY)]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def closing(opens: int, closes: int) -> int:
    """Closing time in minutes since the midnight before opening; over 1440 when on the next day."""
    return closes if closes > opens else closes + DAY


class Times(_Value):
    """From `open` to `close`, minutes since midnight; `close` <= `open` means on the next day."""

    open: Minutes
    close: Minutes

    @property
    def end(self) -> int:
        """Closing time in minutes since the midnight before opening; over 1440 when on the next day."""
        return closing(self.open, self.close)


class Season(_Value):
    """From one day of the year to another, both included, as MM-DD; may run over the new year."""

    start: SeasonDay
    end: SeasonDay

    def holds(self, month_day: str) -> bool:
        """Whether a day of the year, as MM-DD, lies in the season."""
        if self.start <= self.end:
            return self.start <= month_day <= self.end
        return month_day >= self.start or month_day <= self.end


class _OnDays(_Value):
    days: Annotated[Days, PlainValidator(parse_days), matching(_DAYS)]


class Span(Times, _OnDays):
    """Days on which the office opens and when, without its breaks, in one season or all year."""

    breaks: tuple[Times, ...] = ()
    season: Season | None = None

    @property
    def pauses(self) -> tuple[tuple[int, int], ...]:
        """Breaks in minutes since the midnight before opening, sorted; those taken after midnight lie over 1440."""
        shifted = ((pause.open + by, pause.end + by) for pause in self.breaks for by in (-DAY, 0, DAY))
        return tuple(sorted(pause for pause in shifted if pause[0] < self.end and pause[1] > self.open))

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """From when to when it is open without a break, in minutes since the midnight before opening."""
        edges = [self.open, *(edge for pause in self.pauses for edge in pause), self.end]
        found: list[tuple[int, int]] = []
        latest = self.open
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            latest = max(latest, start)
            if latest < end:
                found.append((latest, min(end, self.end)))
        return tuple(found)


# For a schema: a day is closed, or has both times.
_HOLDS: Any = {
    "oneOf": [
        {"required": ["closed"], "properties": {"closed": {"const": True}, "open": False, "close": False}},
        {"required": ["open", "close"], "properties": {"closed": {"const": False}}},
    ]
}


class HoursException(_Value):
    """What holds on one day instead: closed, or other times."""

    model_config = ConfigDict(json_schema_extra=_HOLDS)

    date: Annotated[When, matching(WHOLE_DAY)]
    closed: StrictBool = False
    open: Minutes | None = None
    close: Minutes | None = None
    note: Text | None = None

    @property
    def times(self) -> tuple[int, int] | None:
        """Opening and closing in minutes since the midnight before opening; None when closed."""
        return None if self.open is None or self.close is None else (self.open, closing(self.open, self.close))

    @model_validator(mode="after")
    def _says_what_holds(self) -> Self:
        times = [minutes for minutes in (self.open, self.close) if minutes is not None]
        if not self.date.day or len(times) != (0 if self.closed else 2):
            raise refusal("hours-exception")
        return self


def _spans_or_unknown(value: Any) -> Any:
    if value == UNKNOWN:
        return None
    if not isinstance(value, list) or not value:
        raise refusal("hours-shape")
    return value


Hours = Annotated[tuple[Span, ...] | None, BeforeValidator(_spans_or_unknown)]
