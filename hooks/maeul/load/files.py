"""The files of a project: their bytes, documents and lists of records, and what is wrong with any of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from maeul.kept.memory import ALONE, Memory
from maeul.load.document import Document, parse_document
from maeul.load.examples import example
from maeul.load.explain import type_name
from maeul.load.findings import Finding, finding
from maeul.load.parts import LastParts
from maeul.load.quick import Known, none_known, read_list
from maeul.load.record_list import RecordList
from maeul.load.rules.context import Place
from maeul.load.rules.vocabulary import repeated
from maeul.load.torn import Unreadable
from maeul.load.validate import faulty_fields, validate

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Records(Generic[Model]):
    """What a file that is a list holds.

    `keys`: every key written in it, None when they cannot all be read. `records` are sound; `broken` are records with
    faults, whose places name the faulty fields. `unchecked` are those of the sound records whose text was not read, and
    found to keep every rule, before.
    """

    keys: Collection[str] | None
    records: Sequence[tuple[Model, Place]]
    unchecked: Sequence[tuple[Model, Place]]
    broken: Sequence[tuple[dict[str, Any], Place]]


class Files:
    """Reads files by their names from the project's folder; `findings` gathers what is wrong with them.

    A preview reads a document anew only when something changed in it.
    """

    def __init__(self, root: Path, memory: Memory = ALONE) -> None:
        self.root = root
        self._memory = memory
        self.findings: list[Finding] = []

    def records(
        self, file: str, model: type[Model], key: str, known: Known = none_known, last: LastParts | None = None
    ) -> Records[Model]:
        """The records of a file that is a list; those with faults are kept apart, with findings."""
        document = self.document(file, known, last)
        data = self.shaped(document, list, "기록들의 목록", f"- {example(model, key)}")
        if document is None or data is None:
            return Records(None, (), (), ())
        reading = _Reading(document, model, key)
        for index, item in enumerate(data):
            reading.read(index, item)
        self.findings += [*reading.findings, *repeated(reading.keys, key)]
        return reading.records()

    def document(self, file: str, known: Known = none_known, last: LastParts | None = None) -> Document | None:
        """A file read as YAML; `known` gives records that need no reading, `last` is the last reading of the file."""
        raw = self.bytes_of(file)
        if raw is None:
            return None
        if last is None:
            document, findings = self._memory.recall(f"document {file}", raw, lambda: read_list(file, raw, known))
        else:
            document, findings = read_list(file, raw, known, last)
        self.findings += findings
        return document

    def bytes_of(self, file: str) -> bytes | None:
        """What a file holds; None with a finding when it cannot be read."""
        try:
            return (self.root / file).read_bytes()
        except OSError as error:
            self.findings.append(self.unreadable(file, error))
        return None

    def unreadable(self, file: str, error: OSError) -> Finding:
        """The finding for a file that the system does not give."""
        if isinstance(error, FileNotFoundError):
            return finding("file-missing", file, (1, 1), file=file)
        known = {IsADirectoryError: "폴더입니다", PermissionError: "읽을 권한이 없습니다"}
        reason = known.get(type(error), f"운영체제 오류 {error.errno}")
        return finding("file-unreadable", file, (1, 1), file=file, reason=reason)

    def shaped(self, document: Document | None, kind: type, expected: str, typed: str) -> Any:
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


class _Reading(Generic[Model]):
    """The records of one list, read one after the other."""

    def __init__(self, document: Document, model: type[Model], key: str) -> None:
        self.document = document
        self.model = model
        self.key = key
        self.findings: list[Finding] = []
        self.keys: list[tuple[str, Place]] = []
        self._all_keys = True
        self._sound: list[tuple[Model, Place]] = []
        self._unchecked: list[tuple[Model, Place]] = []
        self._broken: list[tuple[dict[str, Any], Place]] = []

    def read(self, index: int, item: Any) -> None:
        """Take one item: a record known before, plain data, something else, or what could not be read."""
        if isinstance(item, self.model):
            place = Place(self.document, (index,), str(getattr(item, "name", "")))
            self.keys.append((str(getattr(item, self.key)), place))
            self._sound.append((item, place))
        elif isinstance(item, dict):
            self._validate(index, item)
        elif isinstance(item, Unreadable):
            self._all_keys &= bool(item.ids)
            self.keys += [(key, Place(self.document, (index,))) for key in item.ids]
        else:
            typed = f"- {example(self.model, self.key)}"
            self.findings.append(not_a_record(self.document, index, item, typed))

    def _validate(self, index: int, item: dict[str, Any]) -> None:
        place = Place(self.document, (index,), _subject(item, self.key))
        if item.keys() == {self.key}:
            self.findings.append(place.finding("record-bare", key=self.key))
            self._broken.append((item, place._replace(faulty=frozenset(self.model.model_fields))))
            return
        record, findings = validate(self.document, self.model, item, place.path, place.subject)
        if findings and isinstance(self.document, RecordList):
            exact = self.document.exact(index)
            if isinstance(exact, Unreadable):
                self._refuse(self.document, index, exact)
                return
            item = exact
            record, findings = validate(self.document, self.model, item, place.path, place.subject)
        self.findings += findings
        key = item.get(self.key)
        if isinstance(key, str):
            self.keys.append((key, place))
        self._all_keys &= isinstance(key, str) and not any(found.path == (index, self.key) for found in findings)
        if record is None:
            self._broken.append((item, place._replace(faulty=faulty_fields(self.model, item, findings, place.path))))
        else:
            self._sound.append((record, place))
            self._unchecked.append((record, place))

    def _refuse(self, document: RecordList, index: int, item: Unreadable) -> None:
        """Tell what the exact reader says of a record that the quick one lets pass."""
        above = document.lines[index] - 1
        self.findings += parse_document(document.file, document.texts[index], first_line=above)[1]
        self.read(index, item)

    def records(self) -> Records[Model]:
        """All that was read."""
        keys = dict.fromkeys(key for key, _ in self.keys)
        # With a key that is wrong, or written twice, it is not known which it should be.
        known = keys if keys and self._all_keys and len(keys) == len(self.keys) else None
        return Records(known, self._sound, self._unchecked, self._broken)


def _subject(item: Mapping[str, Any], key: str) -> str:
    """What a record is called in findings: its name, or its key while it has none."""
    return next((value for field in ("name", key) if isinstance(value := item.get(field), str) and value.strip()), "")


def not_a_record(document: Document, index: int, item: object, typed: str) -> Finding:
    """The finding for an item of a list that should be a record."""
    place = document.place((index,))
    values = {
        "key": f"{index + 1}번째 기록",
        "expected": "'항목: 값'의 묶음",
        "found": type_name(item),
        "example": typed,
    }
    return finding("field-type", document.file, place, (index,), "", **values)
