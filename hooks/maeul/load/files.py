"""The files of a project: their bytes, documents and lists of records, and what is wrong with any of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from maeul.load.document import Document
from maeul.load.examples import example
from maeul.load.findings import Finding, finding
from maeul.load.quick import RecordList, read_list
from maeul.load.rules import Place, repeated
from maeul.load.validate import faulty_fields, type_name, validate

Model = TypeVar("Model", bound=BaseModel)

_NOTHING: Mapping[bytes, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Records(Generic[Model]):
    """What a file that is a list holds. `keys`: every key written in it, None when none could be read.

    `records` are sound; `broken` are records with faults and the names of their faulty fields. `unchecked` are those of
    the sound records whose text was not read, and found to keep every rule, before.
    """

    keys: Collection[str] | None
    records: Sequence[tuple[Model, Place]]
    unchecked: Sequence[tuple[Model, Place]]
    broken: Sequence[tuple[dict[str, Any], Place, frozenset[str]]]


class Files:
    """Reads files by their names from the project's folder; `findings` gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []

    def records(
        self, file: str, model: type[Model], key: str, known: Mapping[bytes, Model] = _NOTHING
    ) -> Records[Model]:
        """The records of a file that is a list; those with faults are kept apart, with findings."""
        document = self.document(file, known)
        data = self.shaped(document, list, "기록들의 목록", f"- {example(model, key)}")
        if document is None or data is None:
            return Records(None, (), (), ())
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
                self.findings.append(not_a_record(document, index, item, f"- {example(model, key)}"))
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
        return Records(dict(keys) or None, records, unchecked, broken)

    def document(self, file: str, known: Mapping[bytes, Any] = _NOTHING) -> Document | None:
        """A file read as YAML; `known` holds records that need no reading."""
        raw = self.bytes_of(file)
        if raw is None:
            return None
        document, findings = read_list(file, raw, known)
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
