"""The table as an Excel file: one sheet with the records, and one that explains its columns."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from maeul.editors.sheet.columns import Column
from maeul.editors.sheet.explained import NOTES, explained
from maeul.editors.sheet.problems import CellFinding, CellPlace, cell_finding
from maeul.editors.sheet.table import LARGEST_FILE, MOST_COLUMNS, MOST_ROWS, SHEET, Table, guarded, unguarded

LONGEST_CELL = 32_767  # characters; what is longer Excel cuts off
_EXPLAINED = "설명"
_LARGEST_UNPACKED = 10 * LARGEST_FILE
_TEXT = "@"  # what is typed stays text
_TOP = Alignment(wrap_text=True, vertical="top")
_HEAD = PatternFill("solid", start_color="E3EBDD")
_LISTS = 7  # the first column, on the sheet that explains, with words to choose from
_WIDE = frozenset({"services", "projects", "sources", "conflicts"})


def write_xlsx(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> bytes:
    """The rows as a file."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = SHEET
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].number_format = _TEXT
        sheet.column_dimensions[letter].width = 48 if column.path[0] in _WIDE else 20
    _fill(sheet, rows)
    sheet.freeze_panes = "C2"
    _offer_words(sheet, _explain(book.create_sheet(_EXPLAINED), columns))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    for row, cells in enumerate(rows, 1):
        for number, text in enumerate(cells, 1):
            cell = sheet.cell(row, number)
            cell.number_format, cell.alignment = _TEXT, _TOP
            if text:
                cell.value = guarded(text)
                cell.data_type = "s"
            if row == 1:
                cell.font, cell.fill = Font(bold=True), _HEAD


def _explain(sheet: Worksheet, columns: Sequence[Column]) -> dict[int, str]:
    """Fills the sheet that explains; where on it the words for a column stand, by the number of the column."""
    rows = list(explained(columns))
    _fill(sheet, rows)
    for number, note in enumerate(NOTES, len(rows) + 2):
        sheet.cell(number, 1, note).data_type = "s"
    for letter, width in zip("ABCDE", (18, 22, 16, 80, 50), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    places = {}
    chosen = [(number, column) for number, column in enumerate(columns, 1) if column.words]
    for at, (number, column) in enumerate(chosen, _LISTS):
        for row, text in enumerate((column.title, *column.words), 1):
            sheet.cell(row, at, text).data_type = "s"
        letter = get_column_letter(at)
        places[number] = f"'{_EXPLAINED}'!${letter}$2:${letter}${len(column.words) + 1}"
    return places


def _offer_words(sheet: Worksheet, places: dict[int, str]) -> None:
    for number, words in places.items():
        letter = get_column_letter(number)
        offer = DataValidation(type="list", formula1=words, allow_blank=True, showErrorMessage=True)
        offer.error = f"목록에 있는 말을 고르세요. '{_EXPLAINED}' 시트에 모두 있습니다."
        offer.add(f"{letter}2:{letter}{MOST_ROWS}")
        sheet.add_data_validation(offer)


def read_xlsx(file: str, raw: bytes) -> Table:
    """The rows in a file. Formulas are not run: a cell with one is a finding."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > _LARGEST_UNPACKED:
            return _refused("table-large", file, reason=f"풀면 {unpacked // 1_000_000} MB입니다")
        book = load_workbook(io.BytesIO(raw), keep_links=False)
    except Exception:  # whatever the reader stumbles over in a file that is none
        return _refused("table-unreadable", file, reason="엑셀 파일(.xlsx)이 아니거나 망가졌습니다")
    if SHEET not in book.sheetnames:
        return _refused("sheet-missing", file, found=SHEET)
    sheet = book[SHEET]
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        return _refused("table-large", file, reason=f"{MOST_ROWS}줄이나 {MOST_COLUMNS}칸을 넘습니다")
    findings: list[CellFinding] = []
    rows = [[_read_cell(cell, file, findings) for cell in row] for row in sheet.iter_rows()]
    return Table(rows, findings)


def _refused(code: str, file: str, **values: object) -> Table:
    return Table([], [cell_finding(code, CellPlace(file), **values)])


def _read_cell(cell: Any, file: str, findings: list[CellFinding]) -> str | None:
    if cell.data_type == "f":
        findings.append(cell_finding("cell-formula", CellPlace(file, SHEET, cell.row, cell.column)))
        return None
    return unguarded(_text(cell.value))


def _text(value: Any) -> str:
    """What a cell holds, as it was typed: days and times that a spreadsheet made of texts are texts again."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
