"""Records that nobody has confirmed for long. They are found by the day of looking, not by a change of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from maeul.clock import years_since
from maeul.load.findings import Finding
from maeul.load.models import Office
from maeul.load.rules.context import Place

_GONE = ("closed", "moved")  # states that stay as they are
_CODES = {1: "confirmed-old"}


def ages(offices: Sequence[tuple[Office, Place]], today: date) -> Iterator[Finding]:
    """Offices not seen for a year, for two, or at no known time; a line for each.

    A date known by month or year counts from its first day, as on the pages.
    """
    for office, place in offices:
        as_of = office.status.as_of
        if office.status.state in _GONE:
            continue
        if as_of is None:
            yield place.finding("confirmed-never", "status")
        elif (years := years_since(as_of.first_day, today)) > 0:
            yield place.finding(_CODES.get(years, "confirmed-long-ago"), "status", found=str(as_of), years=years)
