"""Synthetic offices: seeded, spread over the real 읍·면·동, with the habits of the real records.

What an office may say (hours, notes, projects, publishers, doubts) is drawn from the real records, so that lengths and
shares are theirs; names, ids, numbers and positions are made up. Nothing made here leaves the bench.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from maeul.load.models import SOURCED_FIELDS
from maeul.places.gazetteer import Dong, Outline
from maeul.search.romanise import romanise

Record = dict[str, Any]

SEED = 20261122
_SERVICES, _PROJECTS, _SOURCES = (2, 7), (0, 3), (1, 7)
_CLOSED = 0.05  # share of offices seen closed; the real records name none
_KM_PER_DEGREE = 111.2
_TRIES = 8
_UNKNOWN = "모름"
_UNITS = {"동": "dong", "읍": "eup", "면": "myeon"}


@dataclass(frozen=True)
class City:
    """A city as the generator needs it: name as in addresses, and border."""

    name: str
    outline: Outline


@dataclass
class Habits:
    """What the real records say, sorted to be drawn from."""

    records: Sequence[Record]
    notes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    projects: list[Record] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    doubts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for record in self.records:
            for service in record.get("services", ()):
                self.notes[service["key"]].append(service.get("note", ""))
            self.projects += record.get("projects", ())
            self.publishers += [source["publisher"] for source in record["sources"]]
            for conflict in record.get("conflicts", ()):
                self.doubts[conflict["field"]].append(conflict["says"])

    def count(self, rng: random.Random, key: str, bounds: tuple[int, int]) -> int:
        """How many of something an office has: as in a real record within the bounds."""
        low, high = bounds
        return rng.choice([size for record in self.records if low <= (size := len(record.get(key, ()))) <= high])

    def some(self, rng: random.Random, key: str) -> Any:
        """The value of a field in a real record drawn at random; None where that record has none."""
        return rng.choice(self.records).get(key)


def synthetic_offices(
    count: int, records: Sequence[Record], dongs: Sequence[Dong], cities: Mapping[str, City]
) -> Iterator[Record]:
    """`count` offices; the first of them are the same for every `count`."""
    rng = random.Random(SEED)
    habits = Habits(records)
    weights = _weights(rng, records, dongs)
    numbers: Counter[str] = Counter()
    for dong in rng.choices(dongs, weights, k=count):
        kind = _UNITS[dong.name[-1]]
        stem = romanise(dong.name).removesuffix(kind)
        numbers[stem] += 1
        # An own stream for each office, so that a change in one does not move all others.
        own = random.Random(f"{SEED} {stem} {numbers[stem]}")
        yield _office(own, habits, dong, cities[dong.city], (stem, kind, numbers[stem]))


def _weights(rng: random.Random, records: Sequence[Record], dongs: Sequence[Dong]) -> list[float]:
    """Half by where offices are today, half by where people live (읍·면·동 are cut by population), unevenly."""
    offices = Counter(record["city"] for record in records)
    units = Counter(dong.city for dong in dongs)
    shares = {city: offices[city] / len(records) + units[city] / len(dongs) for city in units}
    return [shares[dong.city] / units[dong.city] * rng.lognormvariate(0, 0.7) for dong in dongs]


def _office(rng: random.Random, habits: Habits, dong: Dong, city: City, unit: tuple[str, str, int]) -> Record:
    stem, kind, number = unit
    record: Record = {
        "id": f"{dong.city}-{stem}-n{number}",
        "name": f"{dong.name} {number}호 {rng.choice(('', '경기'))}행복마을관리소",
        "aliases": [f"{dong.name} {number}호 마을관리소"] if habits.some(rng, "aliases") else None,
        "name_en": f"{stem.capitalize()}-{kind} No. {number}",
        "city": dong.city,
        "district": dong.district or None,
        "dong": dong.name,
        "address": _address(rng, dong, city) if habits.some(rng, "address") else None,
        "building": habits.some(rng, "building"),
        "location": _location(rng, habits, dong, city.outline),
        "phone": f"031-{rng.randint(200, 999)}-{rng.randint(0, 9999):04}" if habits.some(rng, "phone") else None,
        "hours": habits.some(rng, "hours"),
        "services": _services(rng, habits),
        "projects": _projects(rng, habits),
        "opened": habits.some(rng, "opened"),
        "operator": habits.some(rng, "operator"),
        "staff": int(staff) if (staff := habits.some(rng, "staff")) else None,
        "status": _status(rng, habits),
    }
    record = {key: value for key, value in record.items() if value}
    record["sources"] = _sources(rng, habits, record)
    record["status"]["as_of"] = _seen(record["sources"])
    conflicts = _conflicts(rng, habits, record)
    return {**record, "conflicts": conflicts} if conflicts else record


def _address(rng: random.Random, dong: Dong, city: City) -> str:
    place = " ".join(part for part in ("경기도", city.name, dong.district) if part)
    return f"{place} {dong.name[:-1]}로{rng.randint(2, 480)}번길 {rng.randint(1, 90)}"


def _location(rng: random.Random, habits: Habits, dong: Dong, outline: Outline) -> Record | None:
    """A point inside the city, nearer to its dong's point than not; None where even that point is outside."""
    precision = (habits.some(rng, "location") or {"precision": "dong"})["precision"]
    spread = 0.8 / _KM_PER_DEGREE
    for step in range(_TRIES + 1):
        narrowing = 0 if step == _TRIES else 1 / (1 + step)
        lat = round(dong.lat + rng.gauss(0, spread) * narrowing, 5)
        lon = round(dong.lon + rng.gauss(0, spread) * narrowing / math.cos(math.radians(dong.lat)), 5)
        if outline.metres_outside(lon, lat) == 0:
            return {"lat": lat, "lon": lon, "precision": precision}
    return None


def _services(rng: random.Random, habits: Habits) -> list[Record]:
    keys = list(habits.notes)
    weights = [len(habits.notes[key]) for key in keys]
    count, chosen = habits.count(rng, "services", _SERVICES), dict.fromkeys(rng.choices(keys, weights, k=1))
    while len(chosen) < count:
        chosen.update(dict.fromkeys(rng.choices(keys, weights, k=1)))
    return [{"key": key, "note": note} if (note := rng.choice(habits.notes[key])) else {"key": key} for key in chosen]


def _projects(rng: random.Random, habits: Habits) -> list[Record]:
    projects = rng.sample(habits.projects, habits.count(rng, "projects", _PROJECTS))
    return [{**project, "year": int(project["year"])} if "year" in project else dict(project) for project in projects]


def _status(rng: random.Random, habits: Habits) -> Record:
    status = habits.some(rng, "status")
    return {**status, "state": "closed"} if rng.random() < _CLOSED else dict(status)


def _seen(sources: Sequence[Record]) -> str:
    """The date of the newest source that saw the state."""
    dates = [source["date"] for source in sources if "status" in source["fields"]]
    return max((date for date in dates if date != _UNKNOWN), default=_UNKNOWN)


def _sources(rng: random.Random, habits: Habits, record: Record) -> list[Record]:
    """Sources which among them back every fact that needs one."""
    told = [name for name in SOURCED_FIELDS if name in record and record[name] != _UNKNOWN]
    backed: list[set[str]] = [{rng.choice(told)} for _ in range(habits.count(rng, "sources", _SOURCES))]
    for name in told:
        for fields in rng.sample(backed, min(len(backed), rng.choice((1, 1, 2)))):
            fields.add(name)
    return [_source(rng, habits, sorted(fields, key=told.index), number) for number, fields in enumerate(backed)]


def _source(rng: random.Random, habits: Habits, fields: list[str], number: int) -> Record:
    page = (
        f"https://www.gisa{rng.randint(1, 400)}.example/news/articleView.html?idxno={rng.randint(10**5, 10**7)}{number}"
    )
    source: Record = {"url": page, "publisher": rng.choice(habits.publishers)}
    dated = rng.random() < 0.75
    day = f"{rng.randint(2019, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    source["date"] = day if dated else _UNKNOWN
    return {**source, "fields": fields}


def _conflicts(rng: random.Random, habits: Habits, record: Record) -> list[Record]:
    fields = [name for name in habits.doubts if name in record]
    count = min(len(habits.some(rng, "conflicts") or ()), len(fields), 2)
    return [
        {"field": name, "says": rng.choice(habits.doubts[name]), "url": rng.choice(record["sources"])["url"]}
        for name in rng.sample(fields, count)
    ]
