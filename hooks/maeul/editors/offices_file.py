"""The file of office records, to be changed as text and checked before it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from maeul.directory import OFFICES, Directory
from maeul.editors.review import review
from maeul.editors.yaml_place import YamlText, records_of
from maeul.editors.yaml_splice import Splice, spliced
from maeul.load.document import Document, Part, parse_document
from maeul.load.findings import Finding, in_order
from maeul.reader import read_project


@dataclass(frozen=True)
class OfficesFile:
    """The text of the file and its records, whose reading was without findings."""

    root: Path
    source: YamlText
    document: Document

    @property
    def data(self) -> Sequence[Mapping[str, Any]]:
        """The records in plain values."""
        return list(self.document.data)

    @property
    def records(self) -> list[Part]:
        """The records as parts of the text."""
        return records_of(self.document)

    def changed(self, splices: Sequence[Splice]) -> str:
        """The text with splices made in it."""
        return spliced(self.source.text, splices)

    def read_again(self, text: str, today: date) -> tuple[Directory | None, tuple[Finding, ...]]:
        """The directory if the file held this text, None when it would have errors; and all findings in the file."""
        with TemporaryDirectory() as folder:
            file = Path(folder) / Path(OFFICES).name
            file.write_bytes(text.encode())
            reading = read_project(self.root, today, offices=str(file))
            found = [one for one in (*reading.findings, *review(reading, today)) if one.file == str(file)]
        return reading.directory, in_order(replace(one, file=OFFICES) for one in found)

    def write(self, text: str) -> None:
        """Puts a text into the file."""
        (self.root / OFFICES).write_bytes(text.encode())


def read_offices_file(root: Path) -> OfficesFile:
    """The file of a project whose data has no errors."""
    text = (root / OFFICES).read_bytes().decode()
    document, findings = parse_document(OFFICES, text)
    if document is None:
        raise ValueError(findings[0].message)
    return OfficesFile(root, YamlText(text), document)
