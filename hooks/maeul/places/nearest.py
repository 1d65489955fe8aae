"""The nearest of many points, found by a grid so that a thousand times as many points take no longer to ask.

Which are found, and in which order, depends on nothing but the points: not on the cells into which they fall.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import itemgetter
from typing import Any, Generic, TypeVar

from maeul.places.geometry import distance

Item = TypeVar("Item")

_FIRST = itemgetter(0)
_Spot = tuple[float, float, float, float, float, int, Item]  # direction, latitude, longitude, number, thing

_ALIKE = 2e-15  # cosines of one place, as they are worked out, differ by less; some decimetres, where places are near
_RINGS = 24
_CROWD = 6  # things in the cell of a thing, itself among them, on the whole
_SMALLEST, _LARGEST = 0.001, 0.064  # degrees; about 100 m and 6 km


class Grid(Generic[Item]):
    """Things with a place, in cells of so many degrees that where things crowd, too, a cell holds a few of them."""

    def __init__(self, items: Iterable[tuple[float, float, Item]]) -> None:
        spots = [(*_direction(lat, lon), lat, lon, number, item) for number, (lat, lon, item) in enumerate(items)]
        self._count = len(spots)
        self._size = _LARGEST
        while self._size > _SMALLEST and _crowd(spots, self._size) > _CROWD:
            self._size /= 2
        self._cells: dict[tuple[int, int], list[_Spot[Item]]] = {}
        for spot in spots:
            self._cells.setdefault(_cell(spot[3], spot[4], self._size), []).append(spot)

    def nearest(self, lat: float, lon: float, count: int) -> list[tuple[float, Item]]:
        """Up to `count` things with their distances in metres, nearest first; equal distances keep the order given."""
        row, column = _cell(lat, lon, self._size)
        x, y, z = _direction(lat, lon)
        # The cosine of the angle between two places falls as their distance grows, and costs three products.
        found: list[tuple[float, _Spot[Item]]] = []
        for ring in range(_RINGS):
            for cell in _ring(row, column, ring):
                if spots := self._cells.get(cell):
                    found += [(x * spot[0] + y * spot[1] + z * spot[2], spot) for spot in spots]
            if len(found) == self._count or (len(found) >= count and self._enough(lat, ring, count, found)):
                break
        else:  # far from everything: looking at each is sooner done than at empty cells
            every = (spot for cell in self._cells.values() for spot in cell)
            found = [(x * spot[0] + y * spot[1] + z * spot[2], spot) for spot in every]
        found.sort(key=_FIRST, reverse=True)
        least = found[:count][-1][0] - _ALIKE if found else 0
        close = takewhile(lambda one: one[0] >= least, found)
        near = sorted((distance(lat, lon, spot[3], spot[4]), spot[5], spot[6]) for _, spot in close)
        return [(metres, item) for metres, _, item in near[:count]]

    def _enough(self, lat: float, ring: int, count: int, found: list[tuple[float, _Spot[Item]]]) -> bool:
        """Whether nothing outside the rings looked at can be nearer: it is farther than they are wide, poleward."""
        reach = ring * self._size * math.cos(math.radians(min(89.0, abs(lat) + (ring + 1) * self._size)))
        found.sort(key=_FIRST, reverse=True)
        return found[count - 1][0] > math.cos(math.radians(reach)) + 2 * _ALIKE


def _crowd(spots: Sequence[_Spot[Any]], size: float) -> float:
    """How many things are in the cell of a thing on the whole, when cells are of this size."""
    cells = Counter(_cell(spot[3], spot[4], size) for spot in spots)
    return sum(count * count for count in cells.values()) / len(spots) if spots else 0


def _cell(lat: float, lon: float, size: float) -> tuple[int, int]:
    return (math.floor(lat / size), math.floor(lon / size))


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
