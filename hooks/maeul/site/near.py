"""The nearest other offices of each office."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from maeul.directory import Directory
from maeul.kept.digests import digest, digest_of_code
from maeul.kept.store import keep, kept
from maeul.load.models import Office
from maeul.places.geometry import distance
from maeul.places.nearest import Grid

NEIGHBOURS = 3
_FILE, _SPOTS = "near.pickle", "spots.pickle"
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
    if kept_in is None:
        return dict(_found(directory, grid(), {}))
    file, made_from = kept_in / _FILE, _digest(spots)
    found: NearIds | None = kept(file, made_from)
    if found is None:
        found = dict(_found(directory, grid(), _still(spots, *_last(kept_in))))
        keep(file, made_from, found)
        keep(kept_in / _SPOTS, digest_of_code(), spots)
    return found


def _last(kept_in: Path) -> tuple[Sequence[Spot], NearIds]:
    """Where the offices of the last build were, and who was near whom."""
    spots = kept(kept_in / _SPOTS, digest_of_code()) or ()
    return spots, kept(kept_in / _FILE, _digest(spots)) or {}


def _digest(spots: Sequence[Spot]) -> bytes:
    told = [f"{spot.id} {spot.lat} {spot.lon} {spot.near_others}\n" for spot in spots]
    return digest(digest_of_code(), "".join(told))


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
