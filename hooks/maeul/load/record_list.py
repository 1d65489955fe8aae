"""A document that is a list of records, each read by itself: where in the file its parts are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from maeul.load.document import Document, Place, parse_document
from maeul.load.findings import Path
from maeul.load.torn import Unreadable

_NEXT_FIELD = re.compile(r"^ {0,2}\S", re.MULTILINE)
_ON_ITS_LINE = re.compile(r"[^:]*: +(?=[^\s#|>])")  # what stands before a value that begins on the line of its key


@dataclass(frozen=True)
class RecordList(Document):
    """A document that is a list of records: `texts` holds each with what follows it, `lines` where each begins.

    `data` holds for each record its plain data, or the record itself when its text was read before, or `Unreadable`.
    """

    texts: tuple[str, ...] = field(default=(), repr=False)
    lines: tuple[int, ...] = field(default=(), repr=False)

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """Where the value at `path` begins, or its key; for a missing part the place of what should hold it."""
        if len(path) <= 1 and not key:
            return (self.lines[int(path[0])], 3) if path else self.root.at
        index = int(path[0])
        text, lines_above = _field_lines(self.texts[index], str(path[1])) if len(path) > 1 else ("", 0)
        before = _ON_ITS_LINE.match(text) if len(path) == 2 and not key else None
        if before is not None:
            return (self.lines[index] + lines_above, before.end() + 1)
        field = _parsed(self.file, text, self.lines[index] - 1 + lines_above) if text else None
        if field is not None:
            return field.place(path[1:], key=key)
        record = self._exact(index)
        return record.place((0, *path[1:]), key=key) if record is not None else self.place(path[:1])

    def raw(self, path: Path = ()) -> str | None:
        """The text of a record."""
        return self.texts[int(path[0])] if path else None

    def exact(self, index: int) -> Any:
        """A record's data as the exact reader has it."""
        record = self._exact(index)
        return record.data[0] if record is not None else Unreadable(self.texts[index])

    def _exact(self, index: int) -> Document | None:
        return _parsed(self.file, self.texts[index], self.lines[index] - 1)


@lru_cache(maxsize=64)
def _parsed(file: str, text: str, first_line: int) -> Document | None:
    return parse_document(file, text, first_line=first_line)[0]


def _field_lines(text: str, name: str) -> tuple[str, int]:
    """The lines of one field of a record, by themselves, and how many stand above them; "" when they cannot be told."""
    begins = f"\n  {name}:"
    start = text.find(begins)
    if start < 0 or text.find(begins, start + 1) >= 0 or text.startswith(("- {", f"- {name}:")):
        return "", 0
    after = _NEXT_FIELD.search(text, start + len(begins))
    return text[start + 1 : after.start() if after else len(text)], text.count("\n", 0, start + 1)
