"""The public holidays that are known, and how far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

YEARS = 3


@dataclass(frozen=True)
class Calendar:
    """Public holidays, known as far as the day `until`; of later days nobody can tell."""

    days: frozenset[date]
    until: date


def calendar(today: date, temporary: Iterable[date] = ()) -> Calendar:
    """The holidays of this year and the two after it: those of law with their substitutes, and temporary ones."""
    import holidays  # noqa: PLC0415  # takes as long as drawing a hundred pages; only what writes open data needs it

    years = range(today.year, today.year + YEARS)
    lawful = holidays.country_holidays("KR", years=years)
    return Calendar(frozenset((*lawful, *(day for day in temporary if day.year in years))), date(years[-1], 12, 31))
