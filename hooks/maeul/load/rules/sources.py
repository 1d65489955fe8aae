"""Sources: every fact has one, every one backs a fact and says its date, and the state of an office follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from pydantic import BaseModel

from maeul.load.findings import Finding
from maeul.load.models import SOURCED_FIELDS, Office
from maeul.load.rules.context import Context, Place
from maeul.load.rules.source_dates import sources_in
from maeul.load.values import PartialDate

_REPORTED_WITHIN = timedelta(days=31)  # papers tell of a day some days later


def facts_without_source(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """Facts that no source of the record backs."""
    backed = {name for source in office.sources for name in source.fields}
    for name in SOURCED_FIELDS:
        if name not in backed and name not in place.faulty and getattr(office, name):
            yield place.finding("source-missing", name, at_key=True, key=name)
    if office.exceptions and not office.hours and "hours" not in backed:
        yield place.finding("source-missing", "exceptions", at_key=True, key="hours")


def sources_without_fact(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """Sources said to back what the record does not say."""
    # A source may also stand behind a doubt, and dated exceptions are hours too.
    told = {str(conflict.field) for conflict in office.conflicts} | place.faulty
    told |= {"hours"} if office.exceptions else set()
    for index, source in enumerate(office.sources):
        for inner, name in enumerate(source.fields):
            if name not in told and not getattr(office, name):
                yield place.finding("source-unused", "sources", index, "fields", inner, found=name)


def sources_without_date(record: BaseModel, place: Place, _: Context | None = None) -> Iterator[Finding]:
    """Sources that say neither their date nor that they have none (모름)."""
    for path, source in sources_in(record):
        if "date" not in source.model_fields_set and path[0] not in place.faulty:
            yield place.finding("source-undated", *path)


def conflict_urls(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """Doubts that point at a page which is no source of the record."""
    urls = {source.url for source in office.sources}
    for index, conflict in enumerate(office.conflicts):
        if conflict.url is not None and conflict.url not in urls:
            yield place.finding("source-url", "conflicts", index, "url", found=conflict.url)


def status_newer_than_sources(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    """A state on a day that no source can have seen; a page without a date may have seen any day."""
    as_of, seen = office.status.as_of, _dates_of_status(office)
    if as_of is None or as_of.first_day > context.today:
        return
    if seen and all(day.last_day < as_of.first_day for day in seen):
        newest = max(seen, key=lambda day: day.last_day)
        yield place.finding("as-of-newer", "status", "as_of", found=str(as_of), newest=str(newest))


def status_older_than_sources(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """A state on a day long before all sources that speak of it."""
    as_of, seen = office.status.as_of, _dates_of_status(office)
    if as_of is not None and seen and all(as_of.last_day + _REPORTED_WITHIN < day.first_day for day in seen):
        newest = max(seen, key=lambda day: day.last_day)
        yield place.finding("as-of-older", "status", "as_of", found=str(as_of), newest=str(newest))


def _dates_of_status(office: Office) -> Sequence[PartialDate]:
    """The dates of the sources that saw the state; none when any of them has no date."""
    days = [source.date for source in office.sources if "status" in source.fields]
    return [day for day in days if day is not None] if None not in days else []
