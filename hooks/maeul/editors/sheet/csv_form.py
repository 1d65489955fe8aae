"""The table as CSV: written as UTF-8 with a byte order mark, which Korean spreadsheets need; read as CP949 too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from maeul.editors.sheet.problems import CellPlace, cell_finding
from maeul.editors.sheet.table import MOST_COLUMNS, MOST_ROWS, Table, guarded, unguarded


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a file."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def read_csv(file: str, raw: bytes) -> Table:
    """The rows in a file."""
    text = _decoded(raw)
    if text is None:
        return Table([], [cell_finding("table-unreadable", CellPlace(file), reason="UTF-8도 CP949도 아닙니다")])
    rows: list[Sequence[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            rows.append([unguarded(cell) for cell in row])
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                size = f"{MOST_ROWS}줄이나 {MOST_COLUMNS}칸을 넘습니다"
                return Table([], [cell_finding("table-large", CellPlace(file), reason=size)])
    except csv.Error:
        place = CellPlace(file, row=len(rows) + 1)
        return Table([], [cell_finding("table-unreadable", place, reason="이 줄의 따옴표가 맞지 않습니다")])
    return Table(rows)


def _decoded(raw: bytes) -> str | None:
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
