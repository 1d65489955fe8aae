"""The state of an office as shown: what its record says, and how old that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from maeul.clock import is_fresh
from maeul.hours.today_words import confirmed_on
from maeul.load.models import Office
from maeul.load.values import PartialDate
from maeul.words import Words


class StateKind(NamedTuple):
    """A state as such, of no office: its icon and its word or two."""

    key: str
    icon: str
    label: str


class StateView(NamedTuple):
    """`key` picks colour and icon, `label` says it in a word or two, `sentence` with its date, `advice` what to do."""

    key: str
    icon: str
    label: str
    seen: str
    sentence: str
    advice: str


_ICONS = {
    "open": "check",
    "old": "question",
    "unconfirmed": "question",
    "closed": "closed",
    "moved": "directions",
    "planned": "calendar",
}


def state_key(office: Office, today: date) -> str:
    """The record's state, with open split by age into `open` and `old`."""
    if office.status.state == "open" and not is_fresh(office.status.as_of, today):
        return "old"
    return office.status.state


def published(office: Office, field: str) -> PartialDate | None:
    """The newest date of the sources that back a field; None when none of them is dated."""
    dates = [source.date for source in office.sources if field in source.fields]
    return max(filter(None, dates), default=None)


def is_current(office: Office, field: str, today: date) -> bool:
    """Whether a field holds now, as far as one can know: office seen open, and field published, within a year."""
    return state_key(office, today) == "open" and is_fresh(published(office, field), today)


def confirmed(office: Office, today: date) -> date | None:
    """The day on which the state was seen, and where that is open the older of it and the day of the hours.

    None when one of them is not known.
    """
    rests_on_hours = office.hours and state_key(office, today) == "open"
    return confirmed_on(office.status.as_of, *([published(office, "hours")] if rests_on_hours else []))


def state_view(office: Office, today: date, words: Words) -> StateView:
    """The state of an office in words."""
    key = state_key(office, today)
    dated = "dated" if office.status.as_of else "undated"
    seen = words.date(office.status.as_of)
    return StateView(
        key=key,
        icon=_ICONS[key],
        label=words(f"state.{key}.label"),
        seen=words(f"state.{key}.seen_{dated}", date=seen),
        sentence=words(f"state.{key}.sentence_{dated}", date=seen),
        advice=words(f"state.{key}.advice"),
    )


def freshness(seen: Iterable[tuple[str, date | None]], words: Words) -> tuple[tuple[str, int], ...]:
    """The number of offices by the year in which they were last seen open, then of those in other states.

    `seen` has the state of each office as `state_key` tells it, and the day on which it was seen.
    """
    years: Counter[int] = Counter()
    others: Counter[str] = Counter()
    for state, day in seen:
        if state not in ("open", "old"):
            others[state] += 1
        else:
            years[day.year if day else 0] += 1
    rows = [
        *((words.date_year(year), years[year]) for year in sorted(years, reverse=True) if year),
        (words("data.fresh_undated"), years[0]),
        *((words(f"state.{state}.label"), others[state]) for state in ("unconfirmed", "planned", "moved", "closed")),
    ]
    return tuple((label, count) for label, count in rows if count)


def states(words: Words) -> tuple[StateKind, ...]:
    """All states, those first that lead somewhere."""
    return tuple(StateKind(key, icon, words(f"state.{key}.label")) for key, icon in _ICONS.items())
