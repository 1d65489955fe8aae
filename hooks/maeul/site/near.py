"""The nearest other offices of each office."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from maeul.directory import Directory
from maeul.kept.digests import digest_of_code
from maeul.kept.store import keep, kept
from maeul.load.models import Office
from maeul.places.geometry import distance
from maeul.places.nearest import Grid

NEIGHBOURS = 3
_FILE = "near.pickle"
_FEW = 20  # offices that moved; for more, all are sooner looked for again

Near = tuple[tuple[float, Office], ...]  # offices with their distances in metres, nearest first
NearId = tuple[float, str]
NearIds = Mapping[str, tuple[NearId, ...]]  # the same for each office by its id, as ids


class Spot(NamedTuple):
    """Where an office is, and whether it may be somebody's nearest."""

    id: str
    lat: float
    lon: float
    near_others: bool


def near_ids(
    directory: Directory, spots: Sequence[Spot], grid: Callable[[], Grid[Office]], kept_in: Path | None
) -> NearIds:
    """The nearest others of each office that has a position; those of the last build as far as nobody near has moved.

    `spots` are `spots_of` the directory. The `grid` of its offices is made only when it is needed.
    """
    file, made_from = kept_in / _FILE if kept_in else None, digest_of_code()
    last: tuple[Sequence[Spot], NearIds] = (kept(file, made_from) if file else None) or ((), {})
    if last[0] == spots:
        return last[1]
    found = dict(_found(directory, grid(), _still(spots, *last)))
    if file:
        keep(file, made_from, (spots, found))
    return found


def _found(directory: Directory, grid: Grid[Office], still: NearIds) -> Iterator[tuple[str, tuple[NearId, ...]]]:
    for office in directory.offices:
        if office.id in still:
            yield office.id, still[office.id]
        elif office.location is not None:
            found = grid.nearest(office.location.lat, office.location.lon, NEIGHBOURS + 1)
            yield office.id, tuple((metres, other.id) for metres, other in found if other is not office)[:NEIGHBOURS]


def _still(spots: Sequence[Spot], last: Sequence[Spot], found: NearIds) -> NearIds:
    """What was found the last time and is so still, when few have moved: none of these was near, and none is now."""
    now, before = ({spot.id: spot for spot in some} for some in (spots, last))
    moved = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
    # Of those at one distance the first in the records come first.
    if len(moved) > _FEW or [key for key in now if key in before] != [key for key in before if key in now]:
        return {}
    come = [spot for key in moved if (spot := now.get(key)) is not None and spot.near_others]

    def is_so(key: str, near: tuple[NearId, ...]) -> bool:
        if key in moved or len(near) < NEIGHBOURS or any(other in moved for _, other in near):
            return False
        own, farthest = now[key], near[-1][0]
        return all(distance(own.lat, own.lon, spot.lat, spot.lon) > farthest for spot in come)

    return {key: near for key, near in found.items() if is_so(key, near)}


def spots_of(directory: Directory) -> tuple[Spot, ...]:
    """What decides who is near whom: where offices are, in the order of the records, and who is near anybody."""
    return tuple(
        Spot(office.id, office.location.lat, office.location.lon, is_near_others(office))
        for office in directory.offices
        if office.location is not None
    )


def is_near_others(office: Office) -> bool:
    """Whether it may be somebody's nearest, which a closed one is not."""
    return office.status.state not in ("closed", "moved")
