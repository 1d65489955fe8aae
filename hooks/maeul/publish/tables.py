"""Offices as CSV that opens in a Korean spreadsheet: UTF-8 with a byte order mark, lists joined by semicolons."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

# A cell that begins so is run as a formula by spreadsheets; a leading apostrophe keeps it text (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def offices_csv(rows: Sequence[dict[str, Any]]) -> bytes:
    """A table with a header; what is not known is an empty cell."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig")


def cell(value: Any) -> Any:
    """A value as a cell: None is empty, a list is joined, text that looks like a formula is kept text."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = ";".join(value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
