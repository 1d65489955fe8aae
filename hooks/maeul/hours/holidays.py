"""Temporary public holidays (임시공휴일), which no law foretells: the records of `data/holidays.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from maeul.load.document import Document
from maeul.load.findings import Finding
from maeul.load.models import Source
from maeul.load.record import Record
from maeul.load.rules.context import Place
from maeul.load.rules.leaves import future_dates
from maeul.load.rules.sources import sources_without_date
from maeul.load.validate import validate
from maeul.load.values import PartialDate, Text, When


class Holiday(Record):
    """A day that was made a public holiday for once."""

    date: When
    name: Text
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


def read_holidays(
    document: Document, items: Sequence[Mapping[str, Any]], today: date
) -> tuple[list[tuple[Holiday, Place]], list[Finding]]:
    """The holidays in the `items` of a document that is a list, with their places, and what is wrong with them."""
    found: list[tuple[Holiday, Place]] = []
    findings: list[Finding] = []
    for index, item in enumerate(items):
        name = item.get("name")
        place = Place(document, (index,), name if isinstance(name, str) else "")
        holiday, faults = validate(document, Holiday, item, place.path, place.subject)
        findings += faults
        if holiday is not None:
            findings += _faults(holiday, place, {other.date for other, _ in found}, today)
            found.append((holiday, place))
    return found, findings


def _faults(holiday: Holiday, place: Place, earlier: set[PartialDate], today: date) -> Iterator[Finding]:
    if not holiday.date.day:
        yield place.finding("holiday-day", "date", found=str(holiday.date))
    if holiday.date in earlier:
        yield place.finding("holiday-duplicate", "date", found=str(holiday.date))
    yield from sources_without_date(holiday, place)
    yield from future_dates(holiday, place, today, [("date",)])
