"""What the records would be with a table merged in, and what is wrong then, told of the cells that it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from maeul.directory import OFFICES, Directory
from maeul.editors.offices_file import OfficesFile
from maeul.editors.placing import new_office_splices
from maeul.editors.sheet.explained import shown_example
from maeul.editors.sheet.merge import Merge
from maeul.editors.sheet.problems import CellFinding, CellPlace, of_finding
from maeul.editors.yaml_change import field_splices
from maeul.editors.yaml_splice import Splice
from maeul.load.document import parse_document
from maeul.load.findings import Finding, Level, Path


class Outcome(NamedTuple):
    """The text of the file with the table merged in, the directory that it makes, and what is wrong with it."""

    text: str
    directory: Directory | None
    findings: Sequence[CellFinding | Finding]


def outcome(file: OfficesFile, directory: Directory, merge: Merge, table: CellPlace) -> Outcome:
    """What comes of the merge. Warnings are told only of records that the table changes."""
    added = new_office_splices(file.source, file.document, merge.added, directory.cities)
    text = file.changed([*changes_of(file, merge), *added])
    after, findings = file.read_again(text, directory.today)
    return Outcome(text, after, list(_told(text, findings, merge, table)))


def changes_of(file: OfficesFile, merge: Merge) -> Iterator[Splice]:
    """What changes in the text for the records that are there."""
    for record in file.records:
        fields = merge.changed.get(record.value["id"])
        if fields:
            yield from field_splices(file.source, record, fields)


def _told(text: str, findings: Sequence[Finding], merge: Merge, table: CellPlace) -> Iterator[CellFinding | Finding]:
    document, _ = parse_document(OFFICES, text)
    ids = [record.get("id") for record in document.data] if document is not None else []
    touched = {*merge.changed, *(record["id"] for record in merge.added)}
    for found in findings:
        key = ids[int(found.path[0])] if found.path else None
        if found.level is Level.ERROR or key in touched:
            cell = _cell(key, found.path[1:], merge, table)
            yield found if cell is None else of_finding(found, cell, shown_example(merge.columns[cell.column]))


def _cell(key: str | None, path: Path, merge: Merge, table: CellPlace) -> CellPlace | None:
    """The cell that holds a part of a record, or of its row the first when there is no such column."""
    row = merge.rows.get(key or "")
    if row is None:
        return None
    near = max(merge.columns, key=lambda number: _shared(merge.columns[number].path, path))
    return CellPlace(table.file, table.sheet, row, near)


def _shared(one: Path, other: Path) -> int:
    """How many steps two paths begin with together."""
    return sum(1 for _ in takewhile(lambda steps: steps[0] == steps[1], zip(one, other, strict=False)))
