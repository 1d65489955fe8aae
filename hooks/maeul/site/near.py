"""The nearest other offices of each office."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from maeul.directory import Directory
from maeul.kept.digests import digest, digest_of_code
from maeul.kept.store import keep, kept
from maeul.load.models import Location, Office
from maeul.places.nearest import Grid

NEIGHBOURS = 3
_FILE = "near.pickle"

Near = tuple[tuple[float, Office], ...]  # offices with their distances in metres, nearest first
NearIds = tuple[tuple[str, tuple[tuple[float, str], ...]], ...]  # the same for each office by its id, as ids


def near_ids(directory: Directory, grid: Callable[[], Grid[Office]], kept_in: Path | None) -> NearIds:
    """The nearest others of each office that has a position; those of the last build while none has moved.

    The `grid` of offices is made only when it is needed.
    """
    file = kept_in / _FILE if kept_in else None
    made_from = digest(digest_of_code(), *_told(positions(directory)))
    found: NearIds | None = kept(file, made_from) if file else None
    if found is None:
        found = tuple(_found(directory, grid()))
        if file:
            keep(file, made_from, found)
    return found


def _found(directory: Directory, grid: Grid[Office]) -> Iterator[tuple[str, tuple[tuple[float, str], ...]]]:
    for office in directory.offices:
        if office.location is not None:
            found = grid.nearest(office.location.lat, office.location.lon, NEIGHBOURS + 1)
            yield office.id, tuple((metres, other.id) for metres, other in found if other is not office)[:NEIGHBOURS]


def positions(directory: Directory) -> list[tuple[str, str, Location | None]]:
    """What decides who is near whom: positions, and states, by which an office is nobody's nearest."""
    return [(office.id, office.status.state, office.location) for office in directory.offices]


def _told(positions: Iterable[tuple[str, str, Location | None]]) -> Iterator[str]:
    for key, state, spot in positions:
        yield f"{key} {state} {spot.lat} {spot.lon}" if spot else key
