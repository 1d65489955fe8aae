"""YAML text to plain values under YAML 1.2 rules, with the line and column of every part at hand.

PyYAML reads YAML 1.1, where 18:00 is 1080 and 031 is 25. Here plain scalars follow the 1.2 core schema
(https://yaml.org/spec/1.2.2/#103-core-schema), narrowed to what editors mean: only decimal numbers without a leading
zero are numbers. 18:00, 031, 0o7, 0x1F, 1e3, .inf, dates and `no` are text.

Only PyYAML's parser is used, which walks through the text without recursion. Its composer in C overflows the stack of
the process on deep nesting, so the parts are put together here, to a depth of 40.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from maeul.load.decode import decode
from maeul.load.findings import Finding, Path, finding
from maeul.load.slips import mend
from maeul.load.syntax import explain

Place = tuple[int, int]

MAX_DEPTH = 40
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_LONGEST_NUMBER = 300  # characters; int() refuses some thousand, float() becomes infinite at about 309
_SECOND_RECORD = 3  # fields of a record that are there twice: a second record whose first line is gone
RECORD_KEYS = ("id", "key")  # what a record begins with
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Part(NamedTuple):
    """A piece of a document: its value in plain Python, from where to where it stands, its own pieces and their keys.

    `end` is the place behind its last character; `parts` holds each piece with the place where its key begins.
    """

    value: Any
    at: Place
    end: Place
    parts: Mapping[str | int, tuple[Place, Part]]


@dataclass(frozen=True)
class Document:
    """A file read as YAML: `data` in plain values, and the place of each part of it. Lines and columns from 1."""

    file: str
    root: Part = field(repr=False)

    @property
    def data(self) -> Any:
        """The whole in plain values; None for an empty file."""
        return self.root.value

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """Where the value at `path` begins, or its key; for a missing part the place of what should hold it."""
        part = self.root
        at = part.at
        for step in path:
            if step not in part.parts:
                break
            key_at, part = part.parts[step]
            at = key_at if key else part.at
        return at

    def raw(self, path: Path = ()) -> str | None:
        """The text of the part at `path`, where it is at hand."""
        return None


def read_document(file: str, raw: bytes) -> tuple[Document | None, list[Finding]]:
    """The document in `raw`, or None with the findings that say why it cannot be read."""
    text, findings = decode(file, raw)
    if text is None:
        return None, findings
    text, slips = mend(file, text)
    document, findings = parse_document(file, text)
    return document, [*slips, *findings]


def parse_document(file: str, text: str, *, first_line: int = 0) -> tuple[Document | None, list[Finding]]:
    """The document in `text`; `first_line` is added to every line, for YAML that begins further down in its file."""
    builder = _Builder(file, yaml.parse(text, Loader=_Loader), first_line)
    try:
        root = builder.document()
    except yaml.YAMLError as error:
        return None, [*builder.findings, explain(file, text, error, first_line)]
    return (None if builder.findings else Document(file, root)), builder.findings


class _TooDeep(yaml.YAMLError):
    """Nesting beyond MAX_DEPTH; what follows is not looked at."""


class _Builder:
    """Puts the parser's events together, noting what this project does not use: anchors, tags, repeated keys, depth."""

    def __init__(self, file: str, events: Iterator[yaml.Event], first_line: int) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._events = events
        self._first_line = first_line
        self._closed = (1, 1)  # where the collection ends that was closed last

    def document(self) -> Part:
        root: Part | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._note("yaml-documents", event, ())
                break
            if isinstance(event, yaml.NodeEvent):
                try:
                    root = self._part(event, ())
                except _TooDeep:
                    break
        start = (1 + self._first_line, 1)
        return root or Part(None, start, start, {})

    def _part(self, event: Any, path: Path) -> Part:
        self._refuse(event, path)
        at, end = self._at(event), self._place(event.end_mark)
        if isinstance(event, yaml.ScalarEvent):
            return Part(event.value if event.style else scalar(event.value), at, end, {})
        if isinstance(event, yaml.AliasEvent):
            return Part(None, at, end, {})
        if len(path) >= MAX_DEPTH:
            self._note("yaml-deep", event, path, depth=MAX_DEPTH)
            raise _TooDeep
        if isinstance(event, yaml.SequenceStartEvent):
            items = [self._part(child, (*path, index)) for index, child in enumerate(self._children())]
            end = self._end_of(event, items)
            return Part(
                [item.value for item in items], at, end, {index: (item.at, item) for index, item in enumerate(items)}
            )
        parts = self._mapping(path)
        end = self._end_of(event, [part for _, part in parts.values()])
        return Part({key: part.value for key, (_, part) in parts.items()}, at, end, parts)

    def _mapping(self, path: Path) -> dict[str | int, tuple[Place, Part]]:
        parts: dict[str | int, tuple[Place, Part]] = {}
        joined = False  # two records in one, for want of a dash
        again: list[tuple[Any, str]] = []  # keys that are there already
        try:
            for key_event in self._children():
                key = self._key(key_event, path)
                part = self._part(next(self._events), (*path, key))
                if key not in parts:
                    parts[key] = (self._at(key_event), part)
                elif len(path) == 1 and key in RECORD_KEYS:
                    self._note("record-start", key_event, (*path, key), key=key)
                    joined = True
                elif not joined:
                    again.append((key_event, key))
        finally:  # what was found before a syntax error is told with it
            self._repeated(again, parts, path)
        return parts

    def _repeated(
        self, again: Sequence[tuple[Any, str]], parts: Mapping[str | int, tuple[Place, Part]], path: Path
    ) -> None:
        if len(path) == 1 and len({key for _, key in again}) >= _SECOND_RECORD:
            self._note("record-head", again[0][0], path)
            return
        for key_event, key in again:
            self._note("duplicate-key", key_event, (*path, key), key=key, first=parts[key][0][0])

    def _key(self, event: yaml.NodeEvent, path: Path) -> str:
        key = self._part(event, (*path, ""))
        if isinstance(event, yaml.AliasEvent):
            return f"*{event.anchor}"
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._note("yaml-key", event, path)
            return f"{key.at[0]}:{key.at[1]}"
        return str(event.value)

    def _children(self) -> Iterator[Any]:
        for event in self._events:
            if isinstance(event, yaml.CollectionEndEvent):
                self._closed = self._place(event.end_mark)
                return
            yield event

    def _end_of(self, event: Any, inner: Sequence[Part]) -> Place:
        """Where a collection that was just read ends: at its bracket, or with the last of its pieces."""
        return self._closed if event.flow_style or not inner else inner[-1].end

    def _refuse(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._note("yaml-alias", event, path, found=f"{mark}{event.anchor}", mark=mark)
        if getattr(event, "tag", None) is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._note("yaml-tag", event, path, found=tag)

    def _at(self, event: Any) -> Place:
        return self._place(event.start_mark)

    def _place(self, mark: Any) -> Place:
        return (mark.line + 1 + self._first_line, mark.column + 1)

    def _note(self, code: str, event: yaml.Event, path: Path, **values: object) -> None:
        self.findings.append(finding(code, self._file, self._at(event), path, **values))


def scalar(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar: `scalar("18:00")` and `scalar("031")` stay text, `scalar("5")` is 5."""
    if text in _NULLS:
        return None
    if text in _BOOLS:
        return _BOOLS[text]
    if len(text) > _LONGEST_NUMBER:
        return text
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
