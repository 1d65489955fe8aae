"""The places that the finder knows besides offices: 읍·면·동 of today, 법정동 and 리, and names out of use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from maeul.directory import Directory
from maeul.places.gazetteer import Gazetteer
from maeul.search.texts import Texts, steps

PLACE_SCALE = 1_000  # whole numbers of 0.001°: about 100 m, where points of 읍·면·동 are right within 500 m at best
_DONG, _LEGAL, _RI, _FORMER = "dlrf"


@dataclass(frozen=True)
class Spot:
    """A place by name: `above` is the 읍·면 of a 리, `units` the numbers of the 읍·면·동 of today that it lies in."""

    kind: str
    name: str
    above: str
    city: str
    district: str
    lat: float
    lon: float
    units: tuple[int, ...]


def place_index(directory: Directory) -> dict[str, Any]:
    """Places in columns; the first are the 읍·면·동 of today, and `units` counts among them."""
    numbers = {city.key: number for number, city in enumerate(directory.cities)}
    spots = [spot for spot in _spots(directory.gazetteer) if spot.city in numbers]
    texts = Texts()
    rows = {
        "name": [texts.number(spot.name) for spot in spots],
        "above": [texts.number(spot.above) for spot in spots if spot.kind == _RI],
        "city": [numbers[spot.city] for spot in spots],
        "district": [texts.number(spot.district) for spot in spots],
        "kind": "".join(spot.kind for spot in spots),
        "lat": steps(round(spot.lat * PLACE_SCALE) for spot in spots),
        "lon": steps(round(spot.lon * PLACE_SCALE) for spot in spots),
        "units": [list(spot.units) for spot in spots if spot.kind != _DONG],
    }
    return {"texts": texts.columns(), "rows": rows}


def _spots(gazetteer: Gazetteer) -> Iterator[Spot]:
    known = {(dong.city, dong.district, dong.name) for dong in gazetteer.dongs}
    numbers = {dong.code: number for number, dong in enumerate(gazetteer.dongs)}
    for dong in gazetteer.dongs:
        yield Spot(_DONG, dong.name, "", dong.city, dong.district, dong.lat, dong.lon, ())
    for legal in gazetteer.legal_dongs:
        units = tuple(numbers[code] for code in legal.dong_codes if code in numbers)
        if legal.ri:
            yield Spot(_RI, legal.ri, legal.name, legal.city, legal.district, legal.lat, legal.lon, units)
        elif (legal.city, legal.district, legal.name) not in known:  # else the 행정동 of that name says it all
            yield Spot(_LEGAL, legal.name, "", legal.city, legal.district, legal.lat, legal.lon, units)
    for former in gazetteer.former_dongs:
        units = tuple(numbers[code] for code in former.dong_codes if code in numbers)
        if units:
            dongs = [gazetteer.dongs[unit] for unit in units]
            lat, lon = (
                sum(values) / len(dongs) for values in zip(*((dong.lat, dong.lon) for dong in dongs), strict=True)
            )
            yield Spot(_FORMER, former.name, "", former.city, dongs[0].district, lat, lon, units)
