"""A project folder read into one `Directory`, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from maeul.directory import CITIES, GEO, HOLIDAYS, OFFICES, PROGRAMME, SERVICES, STORIES, STORIES_PAGES, Directory
from maeul.hours.holidays import Holiday, read_holidays
from maeul.kept.digests import digest, digest_of_code, digest_of_files
from maeul.kept.store import keep, kept
from maeul.load.document import read_document
from maeul.load.examples import example
from maeul.load.files import Files, Records, not_a_record
from maeul.load.findings import Finding, finding, has_errors, in_order
from maeul.load.models import OFFICE_STAND_INS, City, Office, Service
from maeul.load.programme import Programme
from maeul.load.quick import RecordList
from maeul.load.rules import Context, Place, city_findings, office_findings, programme_findings
from maeul.load.source_dates import differing_dates
from maeul.load.stories import Story, read_story
from maeul.load.validate import salvage, validate
from maeul.places.gazetteer import Gazetteer, TableError, read_gazetteer, read_outlines

Item = TypeVar("Item")

_KEPT = "offices.pickle"


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
        self.files = Files(root)
        self.told: list[tuple[BaseModel, Place]] = []  # the sound records that are not in a list of `files.records`

    def read(self) -> tuple[Directory | None, tuple[Finding, ...]]:
        cities = self.files.records(CITIES, City, "key")
        services = self.files.records(SERVICES, Service, "key")
        known = self._known_offices()
        offices = self.files.records(self.offices_file, Office, "id", known)
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
            self.files.findings += city_findings(city, place, context)
        self._check_offices(offices, context)
        programme = self._programme(context)
        if programme is not None:
            context = replace(context, policy_fields=[field.key for field in programme.policy_fields])
        stories = tuple(self._stories(context))
        holidays = self._holidays()
        self.files.findings += differing_dates([*cities.records, *services.records, *offices.records, *self.told])
        found = in_order(self.files.findings)
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
        around = [self.root / CITIES, self.root / SERVICES, *(self.root / GEO).glob("*")]
        return digest(digest_of_code(), digest_of_files(path for path in around if path.is_file()), str(self.today))

    def _check_offices(self, offices: Records[Office], context: Context) -> None:
        for office, place in offices.unchecked:
            self.files.findings += office_findings(office, place, context)
        for data, place, faulty in offices.broken:
            self.files.findings += office_findings(
                salvage(Office, data, faulty, OFFICE_STAND_INS), place, context, faulty
            )

    def _programme(self, context: Context) -> Programme | None:
        document = self.files.document(PROGRAMME)
        data = self.files.shaped(document, dict, "'항목: 값'의 묶음", "official: false")
        if document is None or data is None:
            return None
        programme, findings = validate(document, Programme, data)
        self.files.findings += findings
        if programme is not None:
            self.told.append((programme, Place(document, ())))
            self.files.findings += programme_findings(programme, Place(document, ()), context)
        return programme

    def _holidays(self) -> tuple[Holiday, ...]:
        raw = self.files.bytes_of(HOLIDAYS)
        document, findings = (None, []) if raw is None else read_document(HOLIDAYS, raw)
        self.files.findings += findings
        typed = "[]" if document and document.data is None else f"- {example(Holiday, 'date')}"
        data = self.files.shaped(document, list, "공휴일들의 목록", typed)
        if document is None or data is None:
            return ()
        wrong = [(index, item) for index, item in enumerate(data) if not isinstance(item, dict)]
        self.files.findings += [not_a_record(document, index, item, typed) for index, item in wrong]
        holidays, findings = ([], []) if wrong else read_holidays(document, data, self.today)
        self.files.findings += findings
        self.told += holidays
        return tuple(holiday for holiday, _ in holidays)

    def _stories(self, context: Context) -> Iterator[Story]:
        pages = sorted((self.root / STORIES).glob("*.md"))
        own = [f"{STORIES}/{path.name}" for path in pages if path.name not in STORIES_PAGES]
        for file in own if self.stories_files is None else self.stories_files:
            raw = self.files.bytes_of(file)
            if raw is None:
                continue
            story, place, findings = read_story(Path(file).stem, file, raw, context)
            self.files.findings += findings
            if story is not None and place is not None:
                self.told.append((story.front, place))
                yield story

    def _table(self, read: Callable[[Path], Item]) -> Item | None:
        """The places of `data/geo/`; None with a finding when a file there is missing or is no table of ours."""
        try:
            return read(self.root / GEO)
        except OSError as error:
            self.files.findings.append(self.files.unreadable(f"{GEO}/{Path(error.filename).name}", error))
        except TableError as error:
            file = f"{GEO}/{error.file}"
            self.files.findings.append(finding("file-table", file, (error.line, 1), (), "", file=file))
        return None


def _with_digests(offices: Records[Office]) -> Iterator[tuple[Office, bytes]]:
    """The offices that were read one by one, with the digests of their texts."""
    for office, place in offices.records:
        if isinstance(place.document, RecordList):
            yield office, digest(place.document.texts[int(place.path[0])])
