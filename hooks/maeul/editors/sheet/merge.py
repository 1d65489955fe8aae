"""A table read back into records: what its cells change, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from maeul.editors.sheet.cells import CellError
from maeul.editors.sheet.columns import Column
from maeul.editors.sheet.explained import shown_example
from maeul.editors.sheet.kept import kept
from maeul.editors.sheet.problems import CellFinding, CellPlace, cell_finding, of_error
from maeul.load.suggest import advice

Record = Mapping[str, Any]
Row = Sequence[str | None]  # None is a cell that is wrong


@dataclass
class Merge:
    """What a table asks for: fields to change by id, new records, records that it does not name.

    `rows` gives the row of each id, `columns` the columns by their number; both count from 1.
    """

    changed: dict[str, dict[str, Any]] = field(default_factory=dict)
    added: list[dict[str, Any]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    columns: dict[int, Column] = field(default_factory=dict)
    findings: list[CellFinding] = field(default_factory=list)


def merged(rows: Sequence[Row], records: Sequence[Record], columns: Sequence[Column], place: CellPlace) -> Merge:
    """What the rows, the first of them with titles, ask of the records; `place` names the table."""
    return _Reader(records, columns, place).read(rows)


class _Reader:
    def __init__(self, records: Sequence[Record], columns: Sequence[Column], place: CellPlace) -> None:
        self._records = {record["id"]: record for record in records}
        self._columns = columns
        self._place = place
        self._merge = Merge()

    def read(self, rows: Sequence[Row]) -> Merge:
        merge = self._merge
        merge.columns = self._head(rows[0] if rows else ())
        at = next((number for number, column in merge.columns.items() if column.path == ("id",)), None)
        if at is None:
            self._note("column-missing", 1, 1, found="id")
            return merge
        for number, row in enumerate(rows[1:], 2):
            key = row[at - 1] if at <= len(row) else ""
            if key is not None and any(cell is None or cell.strip() for cell in row):
                self._row(number, row, key.strip(), at)
        merge.missing = [key for key in self._records if key not in merge.rows]
        return merge

    def _head(self, titles: Row) -> dict[int, Column]:
        known = {name: column for column in self._columns for name in (column.title, ".".join(column.path))}
        found: dict[int, Column] = {}
        for number, title in enumerate(((title or "").strip() for title in titles), 1):
            column = known.get(title)
            if column is None and title:
                names = [one.title for one in self._columns]
                self._note("column-unknown", 1, number, found=title, advice=advice(title, names))
            elif column in found.values():
                self._note("column-duplicate", 1, number, found=title)
            elif column is not None:
                found[number] = column
        return found

    def _row(self, number: int, row: Row, key: str, at: int) -> None:
        merge = self._merge
        if not key:
            self._note("row-id", number, at)
            return
        if key in merge.rows:
            self._note("row-duplicate", number, at, found=key, first=merge.rows[key])
            return
        merge.rows[key] = number
        old = self._records.get(key, {})
        fields = self._fields(number, row, old)
        if not old:
            merge.added.append({name: value for name, value in fields.items() if value is not None})
        elif fields:
            merge.changed[key] = fields

    def _fields(self, number: int, row: Row, old: Record) -> dict[str, Any]:
        """The fields that the cells of a row change; None for one that goes away."""
        fields: dict[str, Any] = {}
        for at, column in self._merge.columns.items():
            cell = row[at - 1] if at <= len(row) else ""
            if cell is not None and _plain(cell) != _plain(column.cell(old)):
                try:
                    _put(fields, old, column.path, column.value(_plain(cell)))
                except CellError as error:
                    place = self._at(number, at)
                    self._merge.findings.append(of_error(error, place, shown_example(column)))
        return fields

    def _note(self, code: str, row: int, column: int, **values: object) -> None:
        self._merge.findings.append(cell_finding(code, self._at(row, column), **values))

    def _at(self, row: int, column: int) -> CellPlace:
        return CellPlace(self._place.file, self._place.sheet, row, column)


def _plain(cell: str) -> str:
    """A cell without the spaces and line ends that a spreadsheet adds."""
    return "\n".join(line.strip() for line in cell.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"))


def _put(fields: dict[str, Any], old: Record, path: tuple[str, ...], value: Any) -> None:
    """Puts a value of a cell into the fields; one that is a part joins the other parts of its field."""
    name, *inner = path
    if not inner:
        fields[name] = kept(old.get(name), value)
        return
    parts = fields.get(name) if name in fields else old.get(name)
    joined = {key: part for key, part in {**(parts or {}), inner[0]: value}.items() if part is not None}
    fields[name] = kept(old.get(name), joined) if joined else None
