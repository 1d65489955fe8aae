"""A project folder read into one `Directory`, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from maeul.directory import (
    CITIES,
    GEO,
    HOLIDAYS,
    OFFICES,
    PROGRAMME,
    SERVICES,
    STORIES,
    STORIES_PAGES,
    Directory,
    digest_of_office,
)
from maeul.hours.holidays import Holiday, read_holidays
from maeul.kept.memory import ALONE, Memory
from maeul.kept.offices import KeptOffices
from maeul.load.ahead import KnownOffices
from maeul.load.document import read_document
from maeul.load.examples import example
from maeul.load.files import Files, Records, not_a_record
from maeul.load.findings import Finding, finding, has_errors, in_order
from maeul.load.models import OFFICE_STAND_INS, City, Office, Service
from maeul.load.parts import LastParts
from maeul.load.programme import Programme
from maeul.load.rules.context import Context, Place
from maeul.load.rules.office import office_findings
from maeul.load.rules.programme import programme_findings
from maeul.load.rules.vocabulary import city_findings, former_ids, service_findings
from maeul.load.stories import Story, read_story
from maeul.load.validate import salvage, validate
from maeul.places.gazetteer import Gazetteer, TableError, read_gazetteer, read_outlines

Item = TypeVar("Item")
Model = TypeVar("Model", bound=BaseModel)


class Reading(NamedTuple):
    """What was read of a project: the directory, None when there are errors; all findings, sorted by place; records.

    `others` are the sound records that are not in a list: the programme, the front matter of stories, holidays.
    """

    directory: Directory | None
    findings: tuple[Finding, ...]
    offices: Records[Office]
    cities: Records[City]
    services: Records[Service]
    stories: Sequence[Story]
    others: Sequence[tuple[BaseModel, Place]]


def read_directory(
    root: Path, today: date, offices: str = OFFICES, kept_in: Path | None = None, memory: Memory = ALONE
) -> tuple[Directory | None, tuple[Finding, ...]]:
    """The directory of a project folder, or None when its data has errors; and all findings, sorted by place.

    `kept_in` is a folder where sound records are kept, so that the next reading takes only what changed.
    """
    reading = read_project(root, today, offices, kept_in=kept_in, memory=memory)
    return reading.directory, reading.findings


def read_project(
    root: Path,
    today: date,
    offices: str = OFFICES,
    stories: Sequence[str] | None = None,
    kept_in: Path | None = None,
    memory: Memory = ALONE,
) -> Reading:
    """All that a project folder holds.

    `offices` and `stories` name other files, from `root`, to be read in place of the project's own.
    """
    return _Reader(root, today, offices, stories, kept_in, memory).read()


class _Reader:
    """Reads the files of a project one after another and gathers what is wrong with them."""

    def __init__(
        self,
        root: Path,
        today: date,
        offices: str,
        stories: Sequence[str] | None,
        kept_in: Path | None,
        memory: Memory,
    ) -> None:
        self.root = root
        self.today = today
        self.offices_file = offices
        self.stories_files = stories
        around = [root / CITIES, root / SERVICES, *(root / GEO).glob("*")]
        self.kept = KeptOffices(kept_in, around, today, memory)
        self.memory = memory
        self.files = Files(root, memory)
        self.others: list[tuple[BaseModel, Place]] = []

    def read(self) -> Reading:
        cities = self.files.records(CITIES, City, "key")
        services = self.files.records(SERVICES, Service, "key")
        context = Context(
            today=self.today,
            gazetteer=self._table(read_gazetteer) or Gazetteer((), (), ()),
            outlines=self._table(read_outlines) or {},
            cities={record.key: record for record, _ in cities.records},
            city_keys=cities.keys,
            services=services.keys,
            service_names={record.name: record.key for record, _ in services.records},
        )
        offices = self._offices(context)
        context = replace(context, offices=offices.keys)
        for city, place in cities.records:
            self.files.findings += city_findings(city, place, context)
        for service, place in services.records:
            self.files.findings += service_findings(service, place, context)
        self._check_offices(offices, context)
        programme = self._programme(context)
        if programme is not None:
            context = replace(context, policy_fields=[field.key for field in programme.policy_fields])
        stories = tuple(self._stories(context))
        holidays = self._holidays()
        found = in_order(self.files.findings)
        if has_errors(found) or programme is None:
            return Reading(None, found, offices, cities, services, stories, self.others)
        self.kept.keep(offices, found)
        directory = Directory(
            offices=tuple(record for record, _ in offices.records),
            cities=self._as_before("cities", cities),
            services=self._as_before("services", services),
            stories=stories,
            programme=programme,
            holidays=holidays,
            gazetteer=context.gazetteer,
            outlines=context.outlines,
            lines=self._lines(offices),
            digests=self._digests(offices),
            today=self.today,
        )
        return Reading(directory, found, offices, cities, services, stories, self.others)

    def _as_before(self, name: str, records: Records[Model]) -> tuple[Model, ...]:
        """The records, which are those of the last reading when they are equal to them: that is soon seen of them."""
        found = tuple(record for record, _ in records.records)
        return self.memory.recall(name, found, lambda: found)

    def _lines(self, offices: Records[Office]) -> Mapping[str, int]:
        """The line of each office.

        In a preview it is that of its first build: links lead to the code host, which does not know its edits yet.
        """
        first: Mapping[str, int] = self.memory.recall("lines", None, dict)
        lines = {record.id: first.get(record.id) or place.line for record, place in offices.records}
        return self.memory.remember("lines", None, lines)

    def _digests(self, offices: Records[Office]) -> Mapping[str, bytes]:
        texts = [(text, office) for office, _, text in self.kept.with_digests(offices)]
        told = self.memory.each(
            "digests", self.today, ((text, (text, office)) for text, office in texts), self._digest_of
        )
        return {office.id: found for (_, office), found in zip(texts, told, strict=True)}

    def _digest_of(self, office: tuple[bytes, Office]) -> bytes:
        return digest_of_office(*office, self.today)

    def _offices(self, context: Context) -> Records[Office]:
        known = KnownOffices(self.offices_file, self.kept, context)
        last = self.memory.recall("parts", self.offices_file, LastParts) if self.memory.lasting else None
        return self.files.records(self.offices_file, Office, "id", known, last)

    def _check_offices(self, offices: Records[Office], context: Context) -> None:
        looked_at = (*offices.unchecked, *self.kept.warned(offices))
        keys = [(place.document.raw(place.path), place.path, place.line) for _, place in looked_at]
        # Only by its text is a record known again; a file that is not read record by record gives none.
        memory = self.memory if all(text is not None for text, *_ in keys) else ALONE
        for found in memory.each(
            "findings of offices",
            self._around,
            zip(keys, looked_at, strict=True),
            lambda office: tuple(office_findings(*office, context)),
        ):
            self.files.findings += found
        for data, place in offices.broken:
            office = salvage(Office, data, place.faulty, OFFICE_STAND_INS)
            self.files.findings += office_findings(office, place, context)
        self.files.findings += former_ids(offices.records)

    @cached_property
    def _around(self) -> bytes:
        """What was read besides offices, where something is remembered that was made from it."""
        return self.kept.made_from if self.memory.lasting else b""

    def _programme(self, context: Context) -> Programme | None:
        document = self.files.document(PROGRAMME)
        data = self.files.shaped(document, dict, "'항목: 값'의 묶음", "official: false")
        if document is None or data is None:
            return None
        programme, findings = validate(document, Programme, data)
        self.files.findings += findings
        if programme is not None:
            self.others.append((programme, Place(document, ())))
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
        self.others += holidays
        return tuple(holiday for holiday, _ in holidays)

    def _stories(self, context: Context) -> Iterator[Story]:
        pages = sorted((self.root / STORIES).glob("*.md"))
        told = self.memory.part("stories", (self._around, context.offices, context.policy_fields))
        own = [f"{STORIES}/{path.name}" for path in pages if path.name not in STORIES_PAGES]
        for file in own if self.stories_files is None else self.stories_files:
            raw = self.files.bytes_of(file)
            if raw is None:
                continue
            story, place, findings = told.recall(file, raw, partial(read_story, Path(file).stem, file, raw, context))
            self.files.findings += findings
            if story is not None and place is not None:
                self.others.append((story.front, place))
                yield story

    def _table(self, read: Callable[[Path], Item]) -> Item | None:
        """The places of `data/geo/`; None with a finding when a file there is missing or is no table of ours."""
        try:
            return self.memory.recall(read.__name__, self._around, lambda: read(self.root / GEO))
        except OSError as error:
            self.files.findings.append(self.files.unreadable(f"{GEO}/{Path(error.filename).name}", error))
        except TableError as error:
            file = f"{GEO}/{error.file}"
            self.files.findings.append(finding("file-table", file, (error.line, 1), (), "", file=file))
        return None
