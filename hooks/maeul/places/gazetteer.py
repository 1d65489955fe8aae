"""The 읍·면·동 of the province and the outlines of its cities, from the tables in `data/geo/`."""

from __future__ import annotations

import csv
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from maeul.places.geometry import Interior, Polygon, bounds, distance_to_outline

Row = TypeVar("Row")


@dataclass(frozen=True)
class Dong:
    """An 읍·면·동 of today, with the point where its people live (the bus stop closest to all others)."""

    code: str
    name: str
    city: str
    district: str
    lat: float
    lon: float
    area_km2: float


@dataclass(frozen=True)
class LegalDong:
    """A 법정동 or 리 and the units of today that it lies in."""

    name: str
    ri: str
    city: str
    district: str
    lat: float
    lon: float
    dong_codes: tuple[str, ...]


@dataclass(frozen=True)
class FormerDong:
    """A name of a 읍·면·동 that is no longer in use, and the units of today that took its place."""

    name: str
    city: str
    last_seen: str
    dong_codes: tuple[str, ...]


class Spot(NamedTuple):
    """The point of a place, and the radius of a circle as large as the 읍·면·동 that it lies in."""

    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True)
class Gazetteer:
    """All places that records may name."""

    dongs: tuple[Dong, ...]
    legal_dongs: tuple[LegalDong, ...]
    former_dongs: tuple[FormerDong, ...]

    @cached_property
    def names_by_city(self) -> dict[str, frozenset[str]]:
        """Every name of a 동, in use or not, and of a 리, by city key."""
        names: dict[str, set[str]] = {}
        places: tuple[Dong | LegalDong | FormerDong, ...] = (*self.dongs, *self.legal_dongs, *self.former_dongs)
        for place in places:
            names.setdefault(place.city, set()).add(place.name)
        for legal in self.legal_dongs:
            if legal.ri:
                names[legal.city].add(legal.ri)
        return {city: frozenset(found) for city, found in names.items()}

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name in any city."""
        return frozenset().union(*self.names_by_city.values())

    @cached_property
    def spots(self) -> Mapping[tuple[str, str], Sequence[Spot]]:
        """The points of a place by city key and any name of it, a former one too; a name may stand for several."""
        today = {dong.code: dong for dong in self.dongs}
        spots: dict[tuple[str, str], list[Spot]] = defaultdict(list)
        for dong in self.dongs:
            spots[dong.city, dong.name].append(_spot(dong, (dong,)))
        for legal in self.legal_dongs:
            units = [today[code] for code in legal.dong_codes if code in today]
            for name in {legal.name, legal.ri} - {""}:
                spots[legal.city, name].append(_spot(legal, units))
        for former in self.former_dongs:
            later = [today[code] for code in former.dong_codes if code in today]
            spots[former.city, former.name] += [_spot(dong, (dong,)) for dong in later]
        return dict(spots)


def _spot(point: Dong | LegalDong, units: Sequence[Dong]) -> Spot:
    area = max((unit.area_km2 for unit in units), default=0.0)
    return Spot(point.lat, point.lon, math.sqrt(area / math.pi))


@dataclass(frozen=True, eq=False)
class Outline:
    """The border of a city as polygons of (lon, lat) rings."""

    code: str
    polygons: tuple[Polygon, ...]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        return bounds(self.polygons)

    @cached_property
    def border(self) -> frozenset[tuple[float, float]]:
        """Every point of the border; neighbours share some, because all outlines were drawn from one set of lines."""
        return frozenset((point[0], point[1]) for polygon in self.polygons for ring in polygon for point in ring)

    @cached_property
    def interior(self) -> Interior:
        """Its inside."""
        return Interior(self.polygons)

    def metres_outside(self, lon: float, lat: float) -> float:
        """0 for a point inside, else its distance from the border in metres."""
        west, south, east, north = self.box
        if west <= lon <= east and south <= lat <= north and self.interior.holds(lon, lat):
            return 0.0
        return distance_to_outline(lon, lat, self.polygons)


class TableError(ValueError):
    """A file of places is not in the form that this module reads; `line` from 1."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__(f"{file}:{line}")
        self.file = file
        self.line = line


def read_gazetteer(folder: Path) -> Gazetteer:
    """The tables of places in `data/geo/`; `TableError` for a row that cannot be read."""
    return Gazetteer(
        dongs=tuple(_rows(folder / "dongs.csv", _dong)),
        legal_dongs=tuple(_rows(folder / "legal-dongs.csv", _legal_dong)),
        former_dongs=tuple(_rows(folder / "former-dongs.csv", _former_dong)),
    )


def read_outlines(folder: Path) -> dict[str, Outline]:
    """The outlines of the cities, by administrative code; `TableError` for a file of another form."""
    path = folder / "cities.geojson"
    text = path.read_bytes()
    try:
        return {feature["properties"]["code"]: _outline(feature) for feature in json.loads(text)["features"]}
    except json.JSONDecodeError as error:
        raise TableError(path.name, error.lineno) from error
    except (LookupError, TypeError, ValueError) as error:
        raise TableError(path.name, 1) from error


def _outline(feature: dict[str, Any]) -> Outline:
    geometry = feature["geometry"]
    coordinates = geometry["coordinates"]
    polygons = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    return Outline(feature["properties"]["code"], tuple(polygons))


def _dong(row: dict[str, str]) -> Dong:
    lat, lon, area = (float(row[name]) for name in ("lat", "lon", "area_km2"))
    return Dong(row["code"], row["name"], row["city"], row["district"], lat, lon, area)


def _legal_dong(row: dict[str, str]) -> LegalDong:
    lat, lon = float(row["lat"]), float(row["lon"])
    return LegalDong(row["name"], row["ri"], row["city"], row["district"], lat, lon, tuple(row["dong_codes"].split()))


def _former_dong(row: dict[str, str]) -> FormerDong:
    return FormerDong(row["name"], row["city"], row["last_seen"], tuple(row["dong_codes"].split()))


def _rows(path: Path, read: Callable[[dict[str, str]], Row]) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        try:
            for row in rows:
                yield read(row)
        except (LookupError, TypeError, AttributeError, ValueError, csv.Error) as error:
            raise TableError(path.name, rows.line_num) from error
