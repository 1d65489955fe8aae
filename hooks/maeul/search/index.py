"""The index of offices that the finder loads: columns of rows, and dictionaries of the strings that rows share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from maeul.directory import Directory
from maeul.kept.memory import ALONE, Memory
from maeul.load.models import City, Service
from maeul.search.row import Row, row, scaled
from maeul.search.text import keys
from maeul.search.texts import Texts, columns, steps

_STEPPED = ("name", "lat", "lon")


def office_rows(directory: Directory, memory: Memory = ALONE) -> list[Row]:
    """The rows of all offices, neighbours beside each other."""
    rows = memory.each(
        "search rows",
        (directory.cities, directory.today),
        zip(directory.keys, directory.offices, strict=True),
        partial(row, cities=directory.city, today=directory.today),
    )
    return sorted(rows, key=lambda row: (row.city, row.district or "", row.dong, row.id))


def office_index(directory: Directory, rows: Sequence[Row]) -> dict[str, Any]:
    """What the finder knows of offices; a row has its place in every column. `finder/index.js` reads it."""
    index = plain_index(directory, rows)
    return {**index, "rows": stepped(index["rows"])}


def stepped(rows: dict[str, Any]) -> dict[str, Any]:
    """Columns as they are written, those of numbers that are near their neighbours as differences."""
    return {name: steps(column) if name in _STEPPED else column for name, column in rows.items()}


def plain_index(directory: Directory, rows: Sequence[Row]) -> dict[str, Any]:
    """The index before its columns are written in steps; offices of a city stand together."""
    return {
        "cities": _cities(directory),
        "services": _services(directory.services),
        **_columns(rows, directory),
    }


def city_point(city: City, directory: Directory) -> tuple[float, float]:
    """The middle of the points of a city's 읍·면·동, where its people are on the whole."""
    points = [(dong.lat, dong.lon) for dong in directory.gazetteer.dongs if dong.city == city.key]
    if not points:
        return (0.0, 0.0)
    return (sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points))


def _cities(directory: Directory) -> dict[str, Any]:
    points = [city_point(city, directory) for city in directory.cities]
    return {
        "key": [city.key for city in directory.cities],
        **columns(city.name for city in directory.cities),
        "lat": [scaled(lat) for lat, _ in points],
        "lon": [scaled(lon) for _, lon in points],
    }


def _services(services: Sequence[Service]) -> dict[str, Any]:
    """The words of a service as keys, parted by spaces, its name's words first."""
    return {
        "key": [service.key for service in services],
        "text": [service.name for service in services],
        "words": [" ".join(dict.fromkeys(_service_words(service))) for service in services],
    }


def _service_words(service: Service) -> Iterator[str]:
    yield keys(service.name)
    yield from (keys(word) for word in service.words)


def _columns(rows: Sequence[Row], directory: Directory) -> dict[str, Any]:
    numbers = {city.key: number for number, city in enumerate(directory.cities)}
    bits = {service.key: 1 << number for number, service in enumerate(directory.services)}
    texts, tails, hours, days = Texts(), Texts(), Texts(), Texts()
    found = {
        "id": [row.id for row in rows],
        "city": [numbers[row.city] for row in rows],
        "district": [texts.number(row.district) for row in rows],
        "dong": [texts.number(row.dong) for row in rows],
        "name": [texts.number(row.name) for row in rows],
        "tail": [tails.number(row.tail) for row in rows],
        "aliases": [texts.numbers(row.aliases) for row in rows],
        "serves": [texts.numbers(row.serves) for row in rows],
        "road": [row.road for row in rows],
        "other": [row.other for row in rows],
        "services": [sum(bits[key] for key in row.services) for row in rows],
        "lat": [row.lat for row in rows],
        "lon": [row.lon for row in rows],
        "precision": "".join(row.precision for row in rows),
        "state": "".join(row.state for row in rows),
        "seen": [days.number(row.seen) for row in rows],
        "confirmed": [days.number(row.confirmed) for row in rows],
        "hours": [hours.number(row.hours) for row in rows],
    }
    return {
        "tails": tails.known(),
        "hours": hours.known(),
        "days": days.known(),
        "texts": texts.columns(),
        "rows": found,
    }
