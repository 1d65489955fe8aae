"""What records must keep among themselves: known cities and services, positions in their city, sources for facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from maeul.load.document import Document
from maeul.load.findings import Finding, Path, finding
from maeul.load.models import SOURCED_FIELDS, City, Office, StoryFront
from maeul.load.programme import Programme
from maeul.load.suggest import advice
from maeul.load.values import PartialDate
from maeul.places.gazetteer import Gazetteer, Outline

_NONE: frozenset[str] = frozenset()


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
    offices: Collection[str] | None = None
    policy_fields: Collection[str] | None = None


@dataclass(frozen=True)
class Place:
    """A record in its file: makes findings that point at parts of it."""

    document: Document
    path: Path
    subject: str = ""

    def finding(self, code: str, *steps: str | int, at_key: bool = False, **values: object) -> Finding:
        """The finding of rule `code` at a part of the record, or at the key of that part."""
        path = (*self.path, *steps)
        at = self.document.place(path, key=at_key)
        return finding(code, self.document.file, at, path, self.subject, **values)


def office_findings(
    office: Office, place: Place, context: Context, faulty: frozenset[str] = _NONE
) -> Iterator[Finding]:
    """Everything wrong with one office, other offices aside; rules that look at a faulty field are left out."""
    for fields, rule in _OFFICE_RULES:
        if faulty.isdisjoint(fields):
            yield from rule(office, place, context)
    if "sources" not in faulty:
        yield from _sources(office, place, faulty)
    may_open_later = office.status.state == "planned" or "status" in faulty
    ahead = ["exceptions", *(["opened"] if may_open_later else []), *faulty]
    yield from future_dates(office, place, context.today, [(name,) for name in ahead])


def city_findings(city: City, place: Place, context: Context) -> Iterator[Finding]:
    """A city that the tables of places do not know."""
    keys = context.gazetteer.names_by_city or None
    yield from unknown_key("city-key", city.key, keys, place, "key", listed_in="data/geo/dongs.csv의 city")
    if context.outlines and city.code not in context.outlines:
        yield place.finding("city-code", "code", found=city.code)


def repeated(keys: Sequence[tuple[str, Place]], field: str = "id") -> Iterator[Finding]:
    """Records whose key stands in an earlier record too."""
    first: dict[str, Place] = {}
    taken = {key for key, _ in keys}
    number: dict[str, int] = {}
    for key, place in keys:
        if key in first:
            line = first[key].document.place((*first[key].path, field))[0]
            number[key] = next(
                count for count in range(number.get(key, 1) + 1, len(keys) + 3) if f"{key}-{count}" not in taken
            )
            yield place.finding(
                "id-duplicate", field, key=field, found=key, first=line, proposal=f"{key}-{number[key]}"
            )
        first.setdefault(key, place)


def _city(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    yield from unknown_key(
        "city-unknown", office.city, context.city_keys, place, "city", listed_in="data/cities.yaml의 key"
    )


def _id(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    known = context.city_keys is not None and office.city in context.city_keys
    if known and not office.id.startswith(f"{office.city}-"):
        yield place.finding("id-city", "id", found=office.id, city=office.city)


def _district(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    city = context.cities.get(office.city)
    if city is not None and office.district is not None and office.district not in city.districts:
        hint = advice(office.district, city.districts) if city.districts else "'district:' 줄을 지우세요."
        yield place.finding("district-unknown", "district", found=office.district, city=city.name, advice=hint)


def _dong(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    yield from _unknown_dong(office.dong, office, place, context, "dong")


def _serves(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    for index, dong in enumerate(office.serves):
        yield from _unknown_dong(dong, office, place, context, "serves", index)


def _unknown_dong(dong: str, office: Office, place: Place, context: Context, *steps: str | int) -> Iterator[Finding]:
    city = context.cities.get(office.city)
    names = context.gazetteer.names_by_city.get(office.city)
    if city is not None and names is not None and dong not in names:
        hint = advice(dong, sorted(names), listed_in=f"data/geo/dongs.csv의 {office.city} 줄")
        yield place.finding("dong-unknown", *steps, found=dong, city=city.name, advice=hint)


def _position(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    city = context.cities.get(office.city)
    outline = context.outlines.get(city.code) if city is not None else None
    if city is None or outline is None or office.location is None:
        return
    lat, lon = office.location.lat, office.location.lon
    metres = outline.metres_outside(lon, lat)
    if metres > 0:
        distance = f"약 {metres / 1000:.1f} km" if metres >= 950 else f"약 {max(metres, 10):.0f} m"
        yield place.finding("position-outside", "location", lat=lat, lon=lon, city=city.name, distance=distance)


def _services(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, service in enumerate(office.services):
        yield from unknown_key("service-unknown", service.key, context.services, place, "services", index, "key")
        if service.key in seen:
            yield place.finding("service-duplicate", "services", index, "key", found=service.key)
        seen.add(service.key)


def _conflicts(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    urls = {source.url for source in office.sources}
    for index, conflict in enumerate(office.conflicts):
        if conflict.url is not None and conflict.url not in urls:
            yield place.finding("source-url", "conflicts", index, "url", found=conflict.url)


# Each rule of an office and the fields that it looks at.
_OFFICE_RULES: Sequence[tuple[frozenset[str], Callable[[Office, Place, Context], Iterable[Finding]]]] = (
    (frozenset({"city"}), _city),
    (frozenset({"id", "city"}), _id),
    (frozenset({"city", "district"}), _district),
    (frozenset({"city", "dong"}), _dong),
    (frozenset({"city", "serves"}), _serves),
    (frozenset({"city", "location"}), _position),
    (frozenset({"services"}), _services),
    (frozenset({"sources", "conflicts"}), _conflicts),
)


def _sources(office: Office, place: Place, faulty: frozenset[str]) -> Iterator[Finding]:
    """Facts without a source, and sources said to back what the record does not say."""
    backed = {name for source in office.sources for name in source.fields}
    for name in SOURCED_FIELDS:
        if name not in faulty and name not in backed and getattr(office, name):
            yield place.finding("source-missing", name, at_key=True, key=name)
    if office.exceptions and not office.hours and "hours" not in backed:
        yield place.finding("source-missing", "exceptions", at_key=True, key="hours")
    # A source may also stand behind a doubt, and dated exceptions are hours too.
    told = {str(conflict.field) for conflict in office.conflicts} | faulty | ({"hours"} if office.exceptions else set())
    for index, source in enumerate(office.sources):
        for inner, name in enumerate(source.fields):
            if name not in told and not getattr(office, name):
                yield place.finding("source-unused", "sources", index, "fields", inner, found=name)


def story_findings(
    story: StoryFront, place: Place, context: Context, faulty: frozenset[str] = _NONE
) -> Iterator[Finding]:
    """Everything wrong with the facts of one story: its links to offices, services and fields, its figures' sources."""
    links = (
        ("offices", "office-unknown", context.offices, "data/offices.yaml의 id"),
        ("services", "service-unknown", context.services, ""),
        ("policy_fields", "policy-field-unknown", context.policy_fields, ""),
    )
    for field, code, known, listed_in in links:
        if field not in faulty:
            for index, key in enumerate(getattr(story, field)):
                yield from unknown_key(code, key, known, place, field, index, listed_in=listed_in)
    urls = {source.url for source in story.sources}
    for index, figure in enumerate(story.figures):
        if figure.url not in urls and faulty.isdisjoint({"sources", "figures"}):
            yield place.finding("source-url", "figures", index, "url", found=figure.url)
    yield from future_dates(story, place, context.today, [(name,) for name in faulty])


def programme_findings(programme: Programme, place: Place, context: Context) -> Iterator[Finding]:
    """Source keys of the programme that its list lacks, office ids that no office has, dates to come."""
    for path, name, value in _leaves(programme, ()):
        if name == "sources" and path[:1] != ("sources",):
            listed = "이 파일의 sources"
            yield from unknown_key("source-unknown", value, programme.sources, place, *path, listed_in=listed)
        if name == "office_ids":
            listed = "data/offices.yaml의 id"
            yield from unknown_key("office-unknown", value, context.offices, place, *path, listed_in=listed)
    plans = [("counts", index) for index, count in enumerate(programme.counts) if count.kind == "planned"]
    yield from future_dates(programme, place, context.today, plans)


def unknown_key(
    code: str, key: str, known: Collection[str] | None, place: Place, *steps: str | int, listed_in: str = ""
) -> Iterator[Finding]:
    """A finding when `key` is not among the known ones; none when it is not known what is known."""
    if known is not None and key not in known:
        yield place.finding(code, *steps, found=key, advice=advice(key, known, listed_in=listed_in))


def future_dates(record: BaseModel, place: Place, today: date, ahead: Sequence[Path] = ()) -> Iterator[Finding]:
    """Dates of the record that have not come yet, except in the parts that may lie `ahead`."""
    for path, name, value in _leaves(record, (), _dated_fields):
        may_come = any(path[: len(part)] == part for part in ahead)
        if isinstance(value, PartialDate) and value.first_day > today and not may_come:
            yield place.finding("date-future", *path, key=name, found=str(value), today=today.isoformat())


_Fields = Callable[[type[BaseModel]], Collection[str]]


def _all_fields(model: type[BaseModel]) -> Collection[str]:
    return model.model_fields


@cache
def _dated_fields(model: type[BaseModel]) -> Collection[str]:
    """The fields of a model that hold dates, themselves or in records inside them."""
    return [name for name, info in model.model_fields.items() if _holds_dates(info.annotation)]


def _holds_dates(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return annotation is PartialDate or (issubclass(annotation, BaseModel) and bool(_dated_fields(annotation)))
    return any(_holds_dates(argument) for argument in get_args(annotation))


def _leaves(value: Any, path: Path, fields: _Fields = _all_fields) -> Iterator[tuple[Path, str, Any]]:
    """Every scalar in a record, or in some `fields` of it, with its path and the name of the field that holds it."""
    if isinstance(value, BaseModel):
        for name in fields(type(value)):
            yield from _leaves(getattr(value, name), (*path, name), fields)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, (*path, index), fields)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, (*path, key), fields)
    elif value is not None:
        yield path, next((str(step) for step in reversed(path) if isinstance(step, str)), ""), value
