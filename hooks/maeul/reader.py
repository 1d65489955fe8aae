"""A project folder read into one `Directory`, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from maeul.directory import CITIES, GEO, HOLIDAYS, OFFICES, PROGRAMME, SERVICES, STORIES, STORIES_PAGE, Directory
from maeul.hours.holidays import Holiday, read_holidays
from maeul.kept.digests import digest, digest_of_code, digest_of_files
from maeul.kept.store import keep, kept
from maeul.load.document import Document, read_document
from maeul.load.examples import example
from maeul.load.findings import Finding, finding, has_errors, in_order
from maeul.load.models import OFFICE_STAND_INS, City, Office, Programme, Service
from maeul.load.quick import RecordList, read_list
from maeul.load.rules import Context, Place, city_findings, office_findings, programme_findings, repeated
from maeul.load.stories import Story, read_story
from maeul.load.validate import faulty_fields, salvage, type_name, validate
from maeul.places.gazetteer import Gazetteer, TableError, read_gazetteer, read_outlines

Model = TypeVar("Model", bound=BaseModel)

Item = TypeVar("Item")

_KEPT = "offices.pickle"
_NOTHING: Mapping[bytes, Any] = MappingProxyType({})


def read_directory(
    root: Path,
    today: date,
    offices: str = OFFICES,
    stories: Sequence[str] | None = None,
    kept_in: Path | None = None,
) -> tuple[Directory | None, tuple[Finding, ...]]:
    """The directory of a project folder, or None when its data has errors; and all findings, sorted by place.

    `offices` and `stories` name other files, from `root`, to be read in place of the project's own. `kept_in` is a
    folder where sound records are kept, so that the next reading takes only what changed.
    """
    return _Reader(root, today, offices, stories, kept_in).read()


@dataclass(frozen=True)
class _Records(Generic[Model]):
    """What a file that is a list holds. `keys`: every key written in it, None when none could be read.

    `records` are sound; `broken` are records with faults and the names of their faulty fields. `unchecked` are those of
    the sound records whose text was not read, and found to keep every rule, before.
    """

    keys: Collection[str] | None
    records: Sequence[tuple[Model, Place]]
    unchecked: Sequence[tuple[Model, Place]]
    broken: Sequence[tuple[dict[str, Any], Place, frozenset[str]]]


class _Reader:
    """Reads the files of a project one after another and gathers what is wrong with them."""

    def __init__(
        self, root: Path, today: date, offices: str, stories: Sequence[str] | None, kept_in: Path | None
    ) -> None:
        self.root = root
        self.today = today
        self.offices_file = offices
        self.stories_files = stories
        self.kept_file = kept_in / _KEPT if kept_in else None
        self.findings: list[Finding] = []

    def read(self) -> tuple[Directory | None, tuple[Finding, ...]]:
        cities = self._records(CITIES, City, "key")
        services = self._records(SERVICES, Service, "key")
        known = self._known_offices()
        offices = self._records(self.offices_file, Office, "id", known)
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
        holidays = self._holidays()
        found = in_order(self.findings)
        if has_errors(found) or programme is None:
            return None, found
        digests = {office.id: text for office, text in _with_digests(offices)}
        if not found:
            self._keep_offices({digests[office.id]: office for office, _ in offices.records if digests}, known)
        directory = Directory(
            offices=tuple(record for record, _ in offices.records),
            cities=tuple(record for record, _ in cities.records),
            services=tuple(record for record, _ in services.records),
            stories=stories,
            programme=programme,
            holidays=holidays,
            gazetteer=context.gazetteer,
            outlines=context.outlines,
            lines={record.id: place.document.place(place.path)[0] for record, place in offices.records},
            digests=digests,
            today=self.today,
        )
        return directory, found

    def _known_offices(self) -> Mapping[bytes, Office]:
        """Offices of earlier readings by the digest of their text, all of them found to keep every rule."""
        return (kept(self.kept_file, self._rules_digest) if self.kept_file else None) or {}

    def _keep_offices(self, offices: Mapping[bytes, Office], known: Mapping[bytes, Office]) -> None:
        if self.kept_file is not None and offices.keys() != known.keys():
            keep(self.kept_file, self._rules_digest, offices)

    @cached_property
    def _rules_digest(self) -> bytes:
        """What decides, besides its own text, whether an office keeps the rules."""
        around = [self.root / CITIES, self.root / SERVICES, *(self.root / GEO).iterdir()]
        return digest(digest_of_code(), digest_of_files(path for path in around if path.is_file()), str(self.today))

    def _check_offices(self, offices: _Records[Office], context: Context) -> None:
        for office, place in offices.unchecked:
            self.findings += office_findings(office, place, context)
        for data, place, faulty in offices.broken:
            self.findings += office_findings(salvage(Office, data, faulty, OFFICE_STAND_INS), place, context, faulty)

    def _records(
        self, file: str, model: type[Model], key: str, known: Mapping[bytes, Model] = _NOTHING
    ) -> _Records[Model]:
        """The records of a file that is a list; those with faults are kept apart, with findings."""
        document = self._document(file, known)
        data = self._shaped(document, list, "기록들의 목록", f"- {example(model, key)}")
        if document is None or data is None:
            return _Records(None, (), (), ())
        records: list[tuple[Model, Place]] = []
        broken: list[tuple[dict[str, Any], Place, frozenset[str]]] = []
        unchecked: list[tuple[Model, Place]] = []
        keys: list[tuple[str, Place]] = []
        for index, item in enumerate(data):
            if isinstance(item, model):
                place = Place(document, (index,), str(getattr(item, "name", "")))
                keys.append((str(getattr(item, key)), place))
                records.append((item, place))
                continue
            if not isinstance(item, dict):
                self.findings.append(_not_a_record(document, index, item, f"- {example(model, key)}"))
                continue
            place = Place(document, (index,), _subject(item, key))
            if isinstance(item.get(key), str):
                keys.append((item[key], place))
            record, findings = validate(document, model, item, place.path, place.subject)
            exact = item
            if findings and isinstance(document, RecordList):
                exact = document.exact(index)
                record, findings = validate(document, model, exact, place.path, place.subject)
            self.findings += findings
            if record is None:
                broken.append((exact, place, faulty_fields(findings, place.path)))
            else:
                records.append((record, place))
                unchecked.append((record, place))
        self.findings += repeated(keys, key)
        return _Records(dict(keys) or None, records, unchecked, broken)

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

    def _holidays(self) -> tuple[Holiday, ...]:
        raw = self._bytes(HOLIDAYS)
        document, findings = (None, []) if raw is None else read_document(HOLIDAYS, raw)
        self.findings += findings
        typed = "[]" if document and document.data is None else f"- {example(Holiday, 'date')}"
        data = self._shaped(document, list, "공휴일들의 목록", typed)
        if document is None or data is None:
            return ()
        wrong = [(index, item) for index, item in enumerate(data) if not isinstance(item, dict)]
        self.findings += [_not_a_record(document, index, item, typed) for index, item in wrong]
        holidays, findings = ((), []) if wrong else read_holidays(document, data, self.today)
        self.findings += findings
        return holidays

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

    def _document(self, file: str, known: Mapping[bytes, Any] = _NOTHING) -> Document | None:
        raw = self._bytes(file)
        if raw is None:
            return None
        document, findings = read_list(file, raw, known)
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


def _with_digests(offices: _Records[Office]) -> Iterator[tuple[Office, bytes]]:
    """The offices that were read one by one, with the digests of their texts."""
    for office, place in offices.records:
        if isinstance(place.document, RecordList):
            yield office, digest(place.document.texts[int(place.path[0])])


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
