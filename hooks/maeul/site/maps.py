"""Maps drawn at build time: outlines as SVG paths in a small plane of their own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from maeul.load.models import City, Office
from maeul.places.gazetteer import Outline
from maeul.places.geometry import Position
from maeul.site.context import SiteContext

_PROVINCE_WIDTH, _CITY_WIDTH = 640, 480
_NAME_SIZE = 27  # units of the plane; a name on a phone, where the map is half as large
_TOLERANCE = 0.9  # units of the plane; half of what a line is wide


@dataclass(frozen=True)
class Plane:
    """A flat piece of the ground: longitudes shrunk by the cosine of the latitude, y downwards."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: int
    height: int

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """x and y of a position."""
        return ((lon - self.west) * self.squeeze * self.scale, (self.north - lat) * self.scale)


def plane(outlines: Iterable[Outline], width: int, margin: float = 0.02) -> Plane:
    """The plane that holds the outlines with a margin around them."""
    boxes = [outline.box for outline in outlines]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    pad = max(east - west, north - south) * margin
    west, south, east, north = west - pad, south - pad, east + pad, north + pad
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = width / ((east - west) * squeeze)
    return Plane(west, north, scale, squeeze, width, round((north - south) * scale))


@lru_cache(maxsize=128)  # the map of the province stands on several pages
def path_of(outline: Outline, on: Plane, tolerance: float = _TOLERANCE) -> str:
    """The `d` of an SVG path; specks that the plane cannot show are left out."""
    rings = [ring for polygon in outline.polygons for ring in polygon]
    lines = [simplified([on.point(*position[:2]) for position in ring], tolerance) for ring in rings]
    return "".join(_line(line) for line in lines if len(line) > 3)


def simplified(points: Sequence[Position], tolerance: float) -> list[Position]:
    """The points that keep a line within `tolerance` of where it was (Douglas and Peucker, 1973)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        farthest, index = max(
            ((_off(points[i], points[first], points[last]), i) for i in range(first + 1, last)), default=(0.0, 0)
        )
        if farthest > tolerance:
            keep.add(index)
            spans += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


class Shape(NamedTuple):
    """A city on the map of the province: its outline as the `d` of a path, and its name at x and y.

    A phone leaves out the names that are `crowded`. `known` is whether an office of the city is.
    """

    name: str
    short: str
    crowded: bool
    path: str
    d: str
    x: int
    y: int
    known: bool


class ProvinceMap(NamedTuple):
    """The map of the province."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


class Dot(NamedTuple):
    """An office on the map of its city."""

    x: float
    y: float
    number: int
    name: str
    path: str
    state: str


class CityMap(NamedTuple):
    """The map of a city: its outline as the `d` of a path, and dots."""

    width: int
    height: int
    d: str
    dots: tuple[Dot, ...]


def province_map(site: SiteContext) -> ProvinceMap:
    """All cities as shapes to tap, with a place for each name."""
    outlines = site.directory.outlines
    on = plane(outlines.values(), _PROVINCE_WIDTH)
    shapes = []
    fitting = _fitting(site, on)
    for city in site.directory.cities:
        x, y = _label(outlines[city.code], on)
        shape = Shape(
            name=city.name,
            short=_short(city),
            crowded=city.key not in fitting,
            path=site.addresses.city(city.key),
            d=path_of(outlines[city.code], on),
            x=round(x),
            y=round(y),
            known=bool(site.directory.offices_in[city.key]),
        )
        shapes.append(shape)
    return ProvinceMap(on.width, on.height, tuple(shapes))


def city_map(city: City, offices: Sequence[Office], first: int, site: SiteContext) -> CityMap:
    """A city's outline with a dot for each of these offices that has a position, numbered from `first`."""
    outline = site.directory.outlines[city.code]
    on = plane([outline], _CITY_WIDTH, margin=0.06)
    dots = []
    for number, office in enumerate(offices, start=first):
        if office.location is not None:
            x, y = on.point(office.location.lon, office.location.lat)
            card = site.cards.of(office)
            dots.append(Dot(round(x, 1), round(y, 1), number, office.name, card.path, card.state.key))
    return CityMap(on.width, on.height, path_of(outline, on), tuple(dots))


def neighbours(city: City, site: SiteContext) -> list[City]:
    """The cities whose outlines share a border point with this one, in the order of the records."""
    outlines = site.directory.outlines
    own = outlines[city.code].border
    return [
        other
        for other in site.directory.cities
        if other.code != city.code and not own.isdisjoint(outlines[other.code].border)
    ]


def _fitting(site: SiteContext, on: Plane) -> set[str]:
    """The cities whose names fit on the map without covering each other; a larger city goes first."""
    outlines = site.directory.outlines
    taken: dict[str, tuple[float, float, float]] = {}
    for city in sorted(site.directory.cities, key=lambda city: -_size(outlines[city.code], on)):
        x, y = _label(outlines[city.code], on)
        half = len(_short(city)) * _NAME_SIZE / 2
        if all(abs(x - x2) >= half + half2 or abs(y - y2) >= _NAME_SIZE for x2, y2, half2 in taken.values()):
            taken[city.key] = (x, y, half)
    return set(taken)


def _short(city: City) -> str:
    return city.name[:-1] if len(city.name) > 2 else city.name


def _largest(outline: Outline, on: Plane) -> list[Position]:
    rings: list[list[Position]] = [[on.point(*position[:2]) for position in polygon[0]] for polygon in outline.polygons]
    return max(rings, key=lambda points: abs(_area(points)))


@lru_cache(maxsize=64)
def _size(outline: Outline, on: Plane) -> float:
    """The area of the largest polygon."""
    return abs(_area(_largest(outline, on)))


@lru_cache(maxsize=64)
def _label(outline: Outline, on: Plane) -> tuple[float, float]:
    """The middle of the largest polygon, by area."""
    ring = _largest(outline, on)
    area = _area(ring)
    x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    return (x / (6 * area), y / (6 * area))


def _area(ring: Sequence[Position]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _off(point: Position, first: Position, last: Position) -> float:
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = math.hypot(dx, dy)
    if length == 0:
        return math.hypot(point[0] - first[0], point[1] - first[1])
    return abs(dx * (first[1] - point[1]) - dy * (first[0] - point[0])) / length


def _line(points: Sequence[Position]) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points) + "Z"
