"""The nearest of many points, found by a grid so that a thousand times as many points take no longer to ask."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Generic, TypeVar

from maeul.places.geometry import distance

Item = TypeVar("Item")

_CELL = 0.05  # degrees; about 5 km north to south
_METRES_PER_CELL = 4_300  # the shorter side of a cell at latitude 38.4°, the north of the province
_LAST_RING = 60


class Grid(Generic[Item]):
    """Things with a place, in cells of a twentieth of a degree."""

    def __init__(self, items: Iterable[tuple[float, float, Item]]) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, Item]]] = {}
        for lat, lon, item in items:
            self._cells.setdefault(_cell(lat, lon), []).append((lat, lon, item))

    def nearest(self, lat: float, lon: float, count: int) -> list[tuple[float, Item]]:
        """Up to `count` things with their distances in metres, nearest first; equal distances keep the order given."""
        row, column = _cell(lat, lon)
        found: list[tuple[float, Item]] = []
        for ring in range(_LAST_RING):
            for cell in _ring(row, column, ring):
                found += [(distance(lat, lon, y, x), item) for y, x, item in self._cells.get(cell, ())]
            # Whatever lies in rings not yet looked at is farther than this ring is wide.
            if sum(metres <= ring * _METRES_PER_CELL for metres, _ in found) >= count:
                break
        found.sort(key=lambda pair: pair[0])
        return found[:count]


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return (math.floor(lat / _CELL), math.floor(lon / _CELL))


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
