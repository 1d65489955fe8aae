"""The nearest of many points, found by a grid so that a thousand times as many points take no longer to ask."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Generic, TypeVar

from maeul.places.geometry import distance

Item = TypeVar("Item")

_Spot = tuple[float, float, float, float, float, Item]  # direction, latitude, longitude, thing

_SPARE = 4  # more than asked for, because cosines of places some metres apart are nearly alike
_RINGS = 24
_PER_CELL = 2  # things in a cell on the whole
_SMALLEST, _LARGEST = 0.001, 0.05  # degrees; about 100 m and 5 km


class Grid(Generic[Item]):
    """Things with a place, in cells of so many degrees that a cell holds a few of them."""

    def __init__(self, items: Iterable[tuple[float, float, Item]]) -> None:
        points = list(items)
        lats, lons = [lat for lat, _, _ in points] or [0.0], [lon for _, lon, _ in points] or [0.0]
        area = (max(lats) - min(lats)) * (max(lons) - min(lons))
        self._size = min(_LARGEST, max(_SMALLEST, math.sqrt(area * _PER_CELL / max(1, len(points)))))
        self._count = len(points)
        self._cells: dict[tuple[int, int], list[_Spot[Item]]] = {}
        for lat, lon, item in points:
            spot = (*_direction(lat, lon), lat, lon, item)
            self._cells.setdefault(self._cell(lat, lon), []).append(spot)

    def nearest(self, lat: float, lon: float, count: int) -> list[tuple[float, Item]]:
        """Up to `count` things with their distances in metres, nearest first; equal distances keep the order given."""
        row, column = self._cell(lat, lon)
        x, y, z = _direction(lat, lon)
        # The cosine of the angle between two places falls as their distance grows, and costs three products.
        found: list[tuple[float, _Spot[Item]]] = []
        for ring in range(_RINGS):
            for cell in _ring(row, column, ring):
                found += [(x * spot[0] + y * spot[1] + z * spot[2], spot) for spot in self._cells.get(cell, ())]
            if len(found) == self._count or (len(found) >= count and self._enough(lat, ring, count, found)):
                break
        else:  # far from everything: looking at each is sooner done than at empty cells
            spots = (spot for cell in self._cells.values() for spot in cell)
            found = [(x * spot[0] + y * spot[1] + z * spot[2], spot) for spot in spots]
        found.sort(key=lambda pair: -pair[0])
        near = [(distance(lat, lon, spot[3], spot[4]), spot[5]) for _, spot in found[: count + _SPARE]]
        near.sort(key=lambda pair: pair[0])
        return near[:count]

    def _enough(self, lat: float, ring: int, count: int, found: list[tuple[float, _Spot[Item]]]) -> bool:
        """Whether nothing outside the rings looked at can be nearer: it is farther than they are wide, poleward."""
        reach = ring * self._size * math.cos(math.radians(min(89.0, abs(lat) + (ring + 1) * self._size)))
        within = math.cos(math.radians(reach))
        return sum(cosine >= within for cosine, _ in found) >= count

    def _cell(self, lat: float, lon: float) -> tuple[int, int]:
        return (math.floor(lat / self._size), math.floor(lon / self._size))


def _direction(lat: float, lon: float) -> tuple[float, float, float]:
    """The direction of a place from the middle of the Earth, one long."""
    phi, lam = math.radians(lat), math.radians(lon)
    return (math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi))


def _ring(row: int, column: int, ring: int) -> Iterable[tuple[int, int]]:
    if ring == 0:
        yield (row, column)
        return
    for offset in range(-ring, ring + 1):
        yield (row - ring, column + offset)
        yield (row + ring, column + offset)
    for offset in range(-ring + 1, ring):
        yield (row + offset, column - ring)
        yield (row + offset, column + ring)
