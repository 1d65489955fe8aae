"""Offices as CSV that opens in a Korean spreadsheet: UTF-8 with a byte order mark, lists joined by semicolons."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any

# A cell that begins so is run as a formula by spreadsheets; a leading apostrophe keeps it text (OWASP, CSV Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = b"\xef\xbb\xbf"


class _Encoded:
    """What a writer of csv writes to; it gives back what this gives."""

    write = staticmethod(str.encode)


_write_row = csv.writer(_Encoded(), lineterminator="\r\n").writerow


def csv_line(values: Iterable[Any]) -> bytes:
    """A line of a table with its end; what is not known is an empty cell."""
    line: bytes = _write_row([cell(value) for value in values])
    return line


def cell(value: Any) -> Any:
    """A value as a cell: None is empty, a list is joined, text that looks like a formula is kept text."""
    if value is None:
        return ""
    if isinstance(value, list):
        value = ";".join(value)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
