"""Keys that records are known by: each used once, known to the tables of places, and used by somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from maeul.load.findings import Finding
from maeul.load.models import City, Office, Service
from maeul.load.rules.context import Context, Place, unknown_key
from maeul.load.rules.names import city_in_latin
from maeul.load.rules.phones import city_area
from maeul.load.rules.sources import sources_without_date
from maeul.load.rules.texts import texts


def city_findings(city: City, place: Place, context: Context) -> Iterator[Finding]:
    """Everything wrong with one city: keys that the tables of places lack, and what it says of itself."""
    known = context.gazetteer.names_by_city or None
    yield from unknown_key("city-key", city.key, known, place, "key", listed_in="data/geo/dongs.csv의 city")
    yield from city_in_latin(city, place, context)
    if context.outlines and city.code not in context.outlines:
        yield place.finding("city-code", "code", found=city.code)
    yield from city_area(city, place, context)
    yield from sources_without_date(city, place)
    yield from texts(city, place, context)


def service_findings(service: Service, place: Place, context: Context) -> Iterator[Finding]:
    """Everything wrong with one kind of service, who offers it aside."""
    yield from sources_without_date(service, place)
    yield from texts(service, place, context)


def unused_services(services: Sequence[tuple[Service, Place]], used: Collection[str]) -> Iterator[Finding]:
    """Kinds of service that no office offers and no story tells of."""
    for service, place in services:
        if service.key not in used:
            yield place.finding("service-idle", "key", found=service.key)


def former_ids(offices: Sequence[tuple[Office, Place]]) -> Iterator[Finding]:
    """Former ids that another office has, or had before too: an old address leads to one page."""
    moved = [(office, place) for office, place in offices if office.former_ids]
    places = {office.id: place for office, place in offices} if moved else {}
    for office, place in moved:
        for index, former in enumerate(office.former_ids):
            if former in places:
                yield place.finding("former-id", "former_ids", index, found=former, line=places[former].line)
            else:
                places[former] = place


def repeated(keys: Sequence[tuple[str, Place]], field: str = "id") -> Iterator[Finding]:
    """Records whose key stands in an earlier record too."""
    first: dict[str, Place] = {}
    taken = {key for key, _ in keys}
    number: dict[str, int] = {}
    for key, place in keys:
        if key in first:
            line = first[key].document.place((*first[key].path, field))[0]
            number[key] = next(
                count for count in range(number.get(key, 1) + 1, len(keys) + 3) if f"{key}-{count}" not in taken
            )
            yield place.finding(
                "id-duplicate", field, key=field, found=key, first=line, proposal=f"{key}-{number[key]}"
            )
        first.setdefault(key, place)
