"""Points, outlines and distances. Degrees are WGS84; positions are (lon, lat) as in RFC 7946; metres out."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Sequence

Position = Sequence[float]
Ring = Sequence[Position]
Polygon = Sequence[Ring]

EARTH_RADIUS_M = 6_371_008.8  # mean radius, IUGG
_STRIP = 0.005  # degrees of latitude, some 550 m: only the pieces of a border at a point's own height are looked at


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Metres along the great circle between two points (haversine)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_lat = math.sin((phi2 - phi1) / 2) ** 2
    half_lon = math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(half_lat + math.cos(phi1) * math.cos(phi2) * half_lon))


class Interior:
    """The inside of polygons that do not overlap, holes left out (even-odd rule)."""

    def __init__(self, polygons: Sequence[Polygon]) -> None:
        self._strips: dict[int, list[tuple[float, float, float, float]]] = defaultdict(list)
        for ring in itertools.chain.from_iterable(polygons):
            for (x1, y1), (x2, y2) in itertools.pairwise(ring):
                for strip in range(_strip(min(y1, y2)), _strip(max(y1, y2)) + 1):
                    self._strips[strip].append((x1, y1, x2, y2))

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies inside."""
        crossings = 0
        for x1, y1, x2, y2 in self._strips.get(_strip(lat), ()):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                crossings += 1
        return crossings % 2 == 1


def distance_to_outline(lon: float, lat: float, polygons: Sequence[Polygon]) -> float:
    """Metres from a point to the nearest border line; right within 1 % at the size of a city."""
    scale = math.cos(math.radians(lat))
    degrees = min(
        _to_segment(lon * scale, lat, a[0] * scale, a[1], b[0] * scale, b[1])
        for polygon in polygons
        for ring in polygon
        for a, b in itertools.pairwise(ring)
    )
    return math.radians(degrees) * EARTH_RADIUS_M


def bounds(polygons: Sequence[Polygon]) -> tuple[float, float, float, float]:
    """West, south, east, north."""
    points = [point for polygon in polygons for ring in polygon for point in ring]
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    return (min(lons), min(lats), max(lons), max(lats))


def _strip(lat: float) -> int:
    return math.floor(lat / _STRIP)


def _to_segment(px: float, py: float, ax: float, ay: float, bx: float, by: float) -> float:
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return math.hypot(px - (ax + t * dx), py - (ay + t * dy))
