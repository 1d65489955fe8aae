"""One immutable value that holds everything the site shows, and how it is read from the project's folders."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from maeul.load.document import Document, read_document
from maeul.load.examples import example
from maeul.load.findings import Finding, finding, has_errors, in_order
from maeul.load.models import OFFICE_STAND_INS, City, Office, Programme, Service
from maeul.load.rules import Context, Place, city_findings, office_findings, programme_findings, repeated
from maeul.load.stories import Story, read_story
from maeul.load.validate import faulty_fields, salvage, type_name, validate
from maeul.places.gazetteer import Gazetteer, Outline, TableError, read_gazetteer, read_outlines

Model = TypeVar("Model", bound=BaseModel)

OFFICES = "data/offices.yaml"
CITIES = "data/cities.yaml"
SERVICES = "data/services.yaml"
PROGRAMME = "data/programme.yaml"
STORIES = "content/stories"
STORIES_PAGE = "index.md"  # stands among the stories and lists them
GEO = "data/geo"
INDEX = "index.md"  # the page that lists the stories


@dataclass(frozen=True)
class Directory:
    """All records, checked. `lines` gives the line of each office in `data/offices.yaml`."""

    offices: tuple[Office, ...]
    cities: tuple[City, ...]
    services: tuple[Service, ...]
    stories: tuple[Story, ...]
    programme: Programme
    gazetteer: Gazetteer
    outlines: Mapping[str, Outline]
    lines: Mapping[str, int]
    today: date

    @cached_property
    def office(self) -> Mapping[str, Office]:
        """Offices by id."""
        return {office.id: office for office in self.offices}

    @cached_property
    def city(self) -> Mapping[str, City]:
        """Cities by key."""
        return {city.key: city for city in self.cities}

    @cached_property
    def service(self) -> Mapping[str, Service]:
        """Services by key."""
        return {service.key: service for service in self.services}

    @cached_property
    def offices_in(self) -> Mapping[str, tuple[Office, ...]]:
        """Offices by city key; every city has an entry."""
        return _grouped(self.offices, lambda office: (office.city,), (city.key for city in self.cities))

    @cached_property
    def offices_offering(self) -> Mapping[str, tuple[Office, ...]]:
        """Offices by the services they give; every service has an entry."""
        keys = (service.key for service in self.services)
        return _grouped(self.offices, lambda office: (entry.key for entry in office.services), keys)

    @cached_property
    def stories_of(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by the offices that they tell of."""
        return _grouped(self.stories, lambda story: story.front.offices, self.office)

    @cached_property
    def stories_about(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by the services that they tell of."""
        return _grouped(self.stories, lambda story: story.front.services, self.service)


Item = TypeVar("Item")


def _grouped(
    items: Iterable[Item], keys_of: Callable[[Item], Iterable[str]], keys: Iterable[str]
) -> dict[str, tuple[Item, ...]]:
    groups: dict[str, list[Item]] = {key: [] for key in keys}
    for item in items:
        for key in keys_of(item):
            groups[key].append(item)
    return {key: tuple(group) for key, group in groups.items()}


def read_directory(
    root: Path, today: date, offices: str = OFFICES, stories: Sequence[str] | None = None
) -> tuple[Directory | None, tuple[Finding, ...]]:
    """The directory of a project folder, or None when its data has errors; and all findings, sorted by place.

    `offices` and `stories` name other files, from `root`, to be read in place of the project's own.
    """
    return _Reader(root, today, offices, stories).read()


@dataclass(frozen=True)
class _Records(Generic[Model]):
    """What a file that is a list holds. `keys`: every key written in it, None when none could be read.

    `records` are sound; `broken` are records with faults and the names of their faulty fields.
    """

    keys: Collection[str] | None
    records: Sequence[tuple[Model, Place]]
    broken: Sequence[tuple[dict[str, Any], Place, frozenset[str]]]


class _Reader:
    """Reads the files of a project one after another and gathers what is wrong with them."""

    def __init__(self, root: Path, today: date, offices: str, stories: Sequence[str] | None) -> None:
        self.root = root
        self.today = today
        self.offices_file = offices
        self.stories_files = stories
        self.findings: list[Finding] = []

    def read(self) -> tuple[Directory | None, tuple[Finding, ...]]:
        cities = self._records(CITIES, City, "key")
        services = self._records(SERVICES, Service, "key")
        offices = self._records(self.offices_file, Office, "id")
        context = Context(
            today=self.today,
            gazetteer=self._table(read_gazetteer) or Gazetteer((), (), ()),
            outlines=self._table(read_outlines) or {},
            cities={record.key: record for record, _ in cities.records},
            city_keys=cities.keys,
            services=services.keys,
            offices=offices.keys,
        )
        for city, place in cities.records:
            self.findings += city_findings(city, place, context)
        self._check_offices(offices, context)
        programme = self._programme(context)
        if programme is not None:
            context = replace(context, policy_fields=[field.key for field in programme.policy_fields])
        stories = tuple(self._stories(context))
        found = in_order(self.findings)
        if has_errors(found) or programme is None:
            return None, found
        directory = Directory(
            offices=tuple(record for record, _ in offices.records),
            cities=tuple(record for record, _ in cities.records),
            services=tuple(record for record, _ in services.records),
            stories=stories,
            programme=programme,
            gazetteer=context.gazetteer,
            outlines=context.outlines,
            lines={record.id: place.document.place(place.path)[0] for record, place in offices.records},
            today=self.today,
        )
        return directory, found

    def _check_offices(self, offices: _Records[Office], context: Context) -> None:
        for office, place in offices.records:
            self.findings += office_findings(office, place, context)
        for data, place, faulty in offices.broken:
            self.findings += office_findings(salvage(Office, data, faulty, OFFICE_STAND_INS), place, context, faulty)

    def _records(self, file: str, model: type[Model], key: str) -> _Records[Model]:
        """The records of a file that is a list; those with faults are kept apart, with findings."""
        document = self._document(file)
        data = self._shaped(document, list, "기록들의 목록", f"- {example(model, key)}")
        if document is None or data is None:
            return _Records(None, (), ())
        records: list[tuple[Model, Place]] = []
        broken: list[tuple[dict[str, Any], Place, frozenset[str]]] = []
        keys: list[tuple[str, Place]] = []
        for index, item in enumerate(data):
            if not isinstance(item, dict):
                self.findings.append(_not_a_record(document, index, item, f"- {example(model, key)}"))
                continue
            place = Place(document, (index,), _subject(item, key))
            if isinstance(item.get(key), str):
                keys.append((item[key], place))
            record, findings = validate(document, model, item, place.path, place.subject)
            self.findings += findings
            if record is None:
                broken.append((item, place, faulty_fields(findings, place.path)))
            else:
                records.append((record, place))
        self.findings += repeated(keys, key)
        return _Records(dict(keys) or None, records, broken)

    def _programme(self, context: Context) -> Programme | None:
        document = self._document(PROGRAMME)
        data = self._shaped(document, dict, "'항목: 값'의 묶음", "official: false")
        if document is None or data is None:
            return None
        programme, findings = validate(document, Programme, data)
        self.findings += findings
        if programme is not None:
            self.findings += programme_findings(programme, Place(document, ()), context)
        return programme

    def _stories(self, context: Context) -> Iterator[Story]:
        pages = sorted((self.root / STORIES).glob("*.md"))
        own = [f"{STORIES}/{path.name}" for path in pages if path.name != STORIES_PAGE]
        for file in own if self.stories_files is None else self.stories_files:
            raw = self._bytes(file)
            if raw is None:
                continue
            story, findings = read_story(Path(file).stem, file, raw, context)
            self.findings += findings
            if story is not None:
                yield story

    def _table(self, read: Callable[[Path], Item]) -> Item | None:
        """The places of `data/geo/`; None with a finding when a file there is missing or is no table of ours."""
        try:
            return read(self.root / GEO)
        except OSError as error:
            self.findings.append(self._unreadable(f"{GEO}/{Path(error.filename).name}", error))
        except TableError as error:
            file = f"{GEO}/{error.file}"
            self.findings.append(finding("file-table", file, (error.line, 1), (), "", file=file))
        return None

    def _document(self, file: str) -> Document | None:
        raw = self._bytes(file)
        if raw is None:
            return None
        document, findings = read_document(file, raw)
        self.findings += findings
        return document

    def _bytes(self, file: str) -> bytes | None:
        try:
            return (self.root / file).read_bytes()
        except OSError as error:
            self.findings.append(self._unreadable(file, error))
        return None

    def _unreadable(self, file: str, error: OSError) -> Finding:
        if isinstance(error, FileNotFoundError):
            return finding("file-missing", file, (1, 1), file=file)
        known = {IsADirectoryError: "폴더입니다", PermissionError: "읽을 권한이 없습니다"}
        reason = known.get(type(error), f"운영체제 오류 {error.errno}")
        return finding("file-unreadable", file, (1, 1), file=file, reason=reason)

    def _shaped(self, document: Document | None, kind: type, expected: str, typed: str) -> Any:
        """The data of a document when it is of the kind that the file must be; else None, with a finding."""
        if document is None:
            return None
        if document.data is None:
            self.findings.append(finding("file-empty", document.file, (1, 1), example=typed))
            return None
        if not isinstance(document.data, kind):
            found = type_name(document.data)
            shape = {"whole": "파일 전체", "expected": expected, "found": found, "example": typed}
            self.findings.append(finding("file-shape", document.file, document.place(), (), "", **shape))
            return None
        return document.data


def _subject(item: Mapping[str, Any], key: str) -> str:
    """What a record is called in findings: its name, or its key while it has none."""
    return next((value for field in ("name", key) if isinstance(value := item.get(field), str) and value.strip()), "")


def _not_a_record(document: Document, index: int, item: object, typed: str) -> Finding:
    place = document.place((index,))
    values = {
        "key": f"{index + 1}번째 기록",
        "expected": "'항목: 값'의 묶음",
        "found": type_name(item),
        "example": typed,
    }
    return finding("field-type", document.file, place, (index,), "", **values)
