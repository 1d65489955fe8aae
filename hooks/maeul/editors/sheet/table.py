"""A table as files hold it: rows of texts, and what keeps a text from being run as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from maeul.editors.sheet.columns import Column
from maeul.editors.sheet.problems import CellFinding
from maeul.publish.tables import FORMULA

SHEET = "관리소"
LARGEST_FILE = 5_000_000  # bytes
MOST_ROWS, MOST_COLUMNS = 20_000, 100
_GUARDED = (*FORMULA, "'")


class Table(NamedTuple):
    """The rows of a table, the first of them with titles; and what is wrong with its cells or with the whole.

    A cell that is wrong is None, in a table that is wrong there are no rows.
    """

    rows: Sequence[Sequence[str | None]]
    findings: Sequence[CellFinding] = ()


def table_of(records: Iterable[Mapping[str, Any]], columns: Sequence[Column]) -> list[list[str]]:
    """The rows for records, below a row with the titles of the columns."""
    titles = [column.title for column in columns]
    return [titles, *([column.cell(record) for column in columns] for record in records)]


def guarded(text: str) -> str:
    """A text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(_GUARDED) else text


def unguarded(text: str) -> str:
    """The text without the sign that guards it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_GUARDED) else text
