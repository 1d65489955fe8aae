"""What the finder knows of one office, before it is parted into columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from maeul.hours.portable import hours_data
from maeul.load.models import City, Office
from maeul.search.text import keys
from maeul.site.state import confirmed, state_key

POINT_SCALE = 10_000  # whole numbers of 0.0001°: 11 m, finer than any distance that is shown
_COMMON = re.compile(r"\s*(?:경기)?\s*행복\s*(?:마을)?\s*(?:관리소)?|\s*마을\s*관리소")
_TAIL = re.compile(r"\s*(?:경기)?\s*(?:행복)?\s*(?:마을)?\s*(?:관리소)?\Z")
_STATES = {"open": "o", "old": "d", "unconfirmed": "u", "planned": "p", "closed": "c", "moved": "m"}
_PRECISIONS = {"building": "b", "road": "r", "dong": "d"}


class Row(NamedTuple):
    """An office: `name` without the `tail` that names have in common, `lat` and `lon` scaled, state as a letter."""

    id: str
    city: str
    district: str | None
    dong: str
    name: str
    tail: str
    aliases: tuple[str, ...]
    serves: tuple[str, ...]
    road: str
    other: str
    services: tuple[str, ...]
    lat: int | None
    lon: int | None
    precision: str
    state: str
    seen: str
    confirmed: str
    hours: str


def row(office: Office, cities: Mapping[str, City], today: date) -> Row:
    """The row of an office. `cities` are those of the directory by key."""
    name, as_of, spot = base_name(office.name), office.status.as_of, office.location
    return Row(
        id=office.id.removeprefix(office.city),
        city=office.city,
        district=office.district,
        dong=office.dong,
        name=name,
        tail=office.name[len(name) :],
        aliases=tuple(_aliases(office, name)),
        serves=tuple(office.serves),
        road=_road(office, cities[office.city]),
        other=" ".join(map(keys, office.other_services)),
        services=tuple(entry.key for entry in office.services),
        lat=scaled(spot.lat) if spot else None,
        lon=scaled(spot.lon) if spot else None,
        precision=_PRECISIONS[spot.precision] if spot else "-",
        state=_STATES[state_key(office, today)],
        seen=str(as_of.first_day) if as_of else "",
        confirmed=str(confirmed(office, today) or ""),
        hours=hours_data(office),
    )


def scaled(degrees: float) -> int:
    """Degrees as the index has them."""
    return round(degrees * POINT_SCALE)


def other_name(alias: str) -> str:
    """An alias without what all names have in common, wherever it stands."""
    return _COMMON.sub("", alias) or alias


def base_name(name: str) -> str:
    """A name without what all names have in common: 신장1동 행복마을관리소 is 신장1동."""
    return _TAIL.sub("", name) or name


def _aliases(office: Office, name: str) -> list[str]:
    """Other names, without what all names have in common, as far as they say anything new."""
    known = {name, office.dong}
    return [alias for alias in dict.fromkeys(map(other_name, office.aliases)) if alias not in known]


def _road(office: Office, city: City) -> str:
    """The keys of an address from the road on: province, city, 구, 읍 and 면 are searched as such."""
    words = (office.address or "").split()
    above = {"경기도", city.name, office.district, office.dong}
    return keys(" ".join(word for word in words if word not in above))
