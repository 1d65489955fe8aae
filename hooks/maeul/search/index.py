"""The index of offices that the finder loads: columns of rows, and dictionaries of the strings that rows share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from maeul.directory import Directory
from maeul.hours.portable import hours_data
from maeul.load.models import City, Office, Service
from maeul.search.text import keys
from maeul.search.texts import Texts, columns, steps
from maeul.site.state import confirmed, state_key

POINT_SCALE = 10_000  # whole numbers of 0.0001°: 11 m, finer than any distance that is shown
_COMMON = re.compile(r"\s*(?:경기)?\s*행복\s*(?:마을)?\s*(?:관리소)?|\s*마을\s*관리소")
_TAIL = re.compile(r"\s*(?:경기)?\s*(?:행복)?\s*(?:마을)?\s*(?:관리소)?\Z")
_STATES = {"open": "o", "old": "d", "unconfirmed": "u", "planned": "p", "closed": "c", "moved": "m"}
_PRECISIONS = {"building": "b", "road": "r", "dong": "d"}


def office_index(directory: Directory) -> dict[str, Any]:
    """What the finder knows of offices; a row has its place in every column. `finder/index.js` reads it."""
    offices = sorted(directory.offices, key=lambda office: (office.city, office.district or "", office.dong, office.id))
    return {
        "cities": _cities(directory),
        "services": _services(directory.services),
        **_rows(offices, directory),
    }


def city_point(city: City, directory: Directory) -> tuple[float, float]:
    """The middle of the points of a city's 읍·면·동, where its people are on the whole."""
    points = [(dong.lat, dong.lon) for dong in directory.gazetteer.dongs if dong.city == city.key]
    if not points:
        return (0.0, 0.0)
    return (sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points))


def scaled(degrees: float) -> int:
    """Degrees as the index has them."""
    return round(degrees * POINT_SCALE)


def other_name(alias: str) -> str:
    """An alias without what all names have in common, wherever it stands."""
    return _COMMON.sub("", alias) or alias


def base_name(name: str) -> str:
    """A name without what all names have in common: 신장1동 행복마을관리소 is 신장1동."""
    return _TAIL.sub("", name) or name


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


def _rows(offices: Sequence[Office], directory: Directory) -> dict[str, Any]:
    numbers = {city.key: number for number, city in enumerate(directory.cities)}
    bits = {service.key: 1 << number for number, service in enumerate(directory.services)}
    texts, tails, hours, days = Texts(), Texts(), Texts(), Texts()
    rows = {
        "id": [office.id.removeprefix(office.city) for office in offices],
        "city": [numbers[office.city] for office in offices],
        "district": [texts.number(office.district) for office in offices],
        "dong": [texts.number(office.dong) for office in offices],
        "name": steps(texts.number(base_name(office.name)) for office in offices),
        "tail": [tails.number(office.name[len(base_name(office.name)) :]) for office in offices],
        "aliases": [texts.numbers(_aliases(office)) for office in offices],
        "serves": [texts.numbers(office.serves) for office in offices],
        "road": [_road(office, directory.city[office.city]) for office in offices],
        "other": [" ".join(map(keys, office.other_services)) for office in offices],
        "services": [sum(bits[entry.key] for entry in office.services) for office in offices],
        "lat": steps(scaled(office.location.lat) if office.location else None for office in offices),
        "lon": steps(scaled(office.location.lon) if office.location else None for office in offices),
        "precision": "".join(_PRECISIONS[office.location.precision] if office.location else "-" for office in offices),
        "state": "".join(_STATES[state_key(office, directory.today)] for office in offices),
        "seen": [days.number(_seen(office)) for office in offices],
        "confirmed": [days.number(str(confirmed(office, directory.today) or "")) for office in offices],
        "hours": [hours.number(hours_data(office)) for office in offices],
    }
    return {
        "tails": tails.known(),
        "hours": hours.known(),
        "days": days.known(),
        "texts": texts.columns(),
        "rows": rows,
    }


def _seen(office: Office) -> str:
    """The first day that the date of its state can be, as YYYY-MM-DD."""
    as_of = office.status.as_of
    return str(as_of.first_day) if as_of else ""


def _aliases(office: Office) -> list[str]:
    """Other names, without what all names have in common, as far as they say anything new."""
    known = {base_name(office.name), office.dong}
    return [alias for alias in dict.fromkeys(map(other_name, office.aliases)) if alias not in known]


def _road(office: Office, city: City) -> str:
    """The keys of an address from the road on: province, city, 구, 읍 and 면 are searched as such."""
    words = (office.address or "").split()
    above = {"경기도", city.name, office.district, office.dong}
    return keys(" ".join(word for word in words if word not in above))
