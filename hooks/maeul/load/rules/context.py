"""What a rule may look at besides the record itself, and how it points at what it found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from maeul.load.document import Document
from maeul.load.findings import Finding, Path, finding
from maeul.load.models import City
from maeul.load.suggest import advice
from maeul.places.gazetteer import Gazetteer, Outline


@dataclass(frozen=True)
class Context:
    """What a rule may look at besides the record itself. What could not be read is None or empty: not checked against.

    Keys stand in `city_keys`, `services`, `offices` as soon as they are written, even while their record has faults, so
    that one fault is told once.
    """

    today: date
    gazetteer: Gazetteer
    outlines: Mapping[str, Outline]
    cities: Mapping[str, City]
    city_keys: Collection[str] | None
    services: Collection[str] | None
    service_names: Mapping[str, str]
    offices: Collection[str] | None = None
    policy_fields: Collection[str] | None = None

    @cached_property
    def city_names(self) -> Mapping[str, str]:
        """The keys of cities by their names, with 시·군 and without."""
        return {name: city.key for city in self.cities.values() for name in (city.name, city.name[:-1])}


class Place(NamedTuple):
    """A record in its file: makes findings that point at parts of it.

    `faulty` names the fields of the record that have faults of their own: what leans on them is not checked.
    """

    document: Document
    path: Path
    subject: str = ""
    faulty: frozenset[str] = frozenset()

    @property
    def line(self) -> int:
        """The line where the record begins."""
        return self.document.place(self.path)[0]

    def finding(self, code: str, *steps: str | int, at_key: bool = False, **values: object) -> Finding:
        """The finding of rule `code` at a part of the record, or at the key of that part."""
        path = (*self.path, *steps)
        at = self.document.place(path, key=at_key)
        return finding(code, self.document.file, at, path, self.subject, **values)


def unknown_key(
    code: str,
    key: str,
    known: Collection[str] | None,
    place: Place,
    *steps: str | int,
    listed_in: str = "",
    names: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Finding]:
    """A finding when `key` is not among the known ones; none when it is not known what is known.

    `names` gives known keys by what they stand for, for those who type that.
    """
    if known is not None and key not in known:
        yield place.finding(code, *steps, found=key, advice=advice(key, known, listed_in=listed_in, names=names))
