"""Long lists of records, read record by record.

PyYAML knows the place of every part but needs a millisecond a record, so that ten thousand take as long as all else in
a build together. py-yaml12, a reader of YAML 1.2 in Rust, needs a tenth of that and knows no places. Here each record
is read by it, and exactly, with places, only when something about it must be shown or might be read differently.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml12

from maeul.kept.digests import digest
from maeul.load.document import Document, Part, Place, decode, parse_document
from maeul.load.findings import Finding, Path

_RECORD = re.compile(r"^- (?=\S)", re.MULTILINE)
# Between records only comments and empty lines; anything else begins a document that is not a plain list of records.
_HEAD = re.compile(r"(?:[ ]*(?:#[^\n]*)?\r?\n)*\Z")
# A line that begins or ends a document.
_DOCUMENT = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
# Anchors, aliases and tags are findings; numbers in these forms are text here and numbers to others.
_UNUSUAL = re.compile(
    r"(?:^|[\s\[{,])(?:[&*!][^\s,\]}]|[-+]?(?:0[0-9xXoO][0-9a-fA-F]*|\.[0-9]+|[0-9]+\.|[0-9]{18,}|[0-9.]+[eE][-+]?[0-9]+"
    r"|\.(?:inf|Inf|INF|nan|NaN|NAN))(?=[\s,\]}]|$)|[?%`@])",
    re.MULTILINE,
)
# What looks like a key. Counting these and the keys that were read shows a repeated key, which the reader lets pass.
_KEY = re.compile(r"(?:^|[{,\s-])[^\s{}\[\],\"'#:]+:(?=\s|$)", re.MULTILINE)
_DEEPEST = 8  # mappings and lists inside each other; no record of ours goes deeper than four
_LONGEST = 100_000  # characters of a record; a longer one is not of this project's making


@dataclass(frozen=True)
class RecordList(Document):
    """A document that is a list of records: `texts` holds each with what follows it, `lines` where each begins.

    `data` holds for each record its plain data, or the record itself when its text was read before.
    """

    texts: tuple[str, ...] = field(default=(), repr=False)
    lines: tuple[int, ...] = field(default=(), repr=False)

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """Where the value at `path` begins, or its key; for a missing part the place of what should hold it."""
        if len(path) <= 1 and not key:
            return (self.lines[int(path[0])], 3) if path else self.root.at
        return self._exact(int(path[0])).place((0, *path[1:]), key=key)

    def exact(self, index: int) -> Any:
        """A record's data as the exact reader has it."""
        return self._exact(index).data[0]

    def _exact(self, index: int) -> Document:
        return _parsed(self.file, self.texts[index], self.lines[index] - 1)


@lru_cache(maxsize=64)
def _parsed(file: str, text: str, first_line: int) -> Document:
    document, _ = parse_document(file, text, first_line=first_line)
    if document is None:
        raise ValueError(f"{file}:{first_line + 1}: a record that was read before cannot be read again")
    return document


def read_list(file: str, raw: bytes, known: Mapping[bytes, Any]) -> tuple[Document | None, list[Finding]]:
    """The document in `raw`, record by record where it is a list; None with the findings when it cannot be read."""
    text, findings = decode(file, raw)
    if text is None:
        return None, findings
    records = read_records(file, text, known)
    return (records, []) if records is not None else parse_document(file, text)


def read_records(file: str, text: str, known: Mapping[bytes, Any]) -> RecordList | None:
    """The list of records in `text`; None when it is anything else, or when the exact reader has something to say.

    `known` holds records by the digest of their text, which need no reading.
    """
    starts = [match.start() for match in _RECORD.finditer(text)]
    if not starts or _DOCUMENT.search(text) or not _HEAD.match(text[: starts[0]]):
        return None
    texts = tuple(text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    data = []
    for part in texts:
        record = known.get(digest(part)) if known else None
        record = read_record(file, part) if record is None else record
        if record is None:
            return None
        data.append(record)
    lines = _lines(text, starts)
    end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
    return RecordList(file, Part(data, (lines[0], 1), end, {}), texts, lines)


def read_record(file: str, text: str) -> Any:
    """The data of one record; None when it cannot be read without findings."""
    if len(text) <= _LONGEST and not _UNUSUAL.search(text):
        try:
            items = yaml12.parse_yaml(text)
        except ValueError:
            return None
        if isinstance(items, list) and len(items) == 1 and len(_KEY.findall(text)) == _count_keys(items[0]):
            return items[0]
    document, _ = parse_document(file, text)
    return document.data[0] if document is not None and len(document.data) == 1 else None


def _count_keys(value: Any, depth: int = 0) -> float:
    """How many keys there are in all mappings of a value; not a number for a key that is no text, or great depth."""
    if isinstance(value, dict):
        if depth > _DEEPEST or not all(isinstance(key, str) for key in value):
            return math.nan
        values: Iterable[Any] = value.values()
        own = len(value)
    elif isinstance(value, list) and depth <= _DEEPEST:
        values, own = value, 0
    else:
        return math.nan
    return own + sum(_count_keys(item, depth + 1) for item in values if isinstance(item, dict | list))


def _lines(text: str, starts: list[int]) -> tuple[int, ...]:
    lines, line, before = [], 1, 0
    for start in starts:
        line += text.count("\n", before, start)
        before = start
        lines.append(line)
    return tuple(lines)
