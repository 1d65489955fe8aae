"""The texts of the records in a list, cut apart; after a change only where something changed."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import NamedTuple

from maeul.load.slips import is_clean

# Patterns that begin with a plain character are found sooner than those that begin with ^.
_RECORD = re.compile(r"\n- (?=\S)")
_FIRST = re.compile(r"- \S")
_BEGINS = 3  # bytes at least that tell where a record begins
# Between records only comments and empty lines; anything else begins a document that is not a plain list of records.
_HEAD = re.compile(r"(?:[ ]*(?:#[^\n]*)?\r?\n)*\Z")
# A line that begins or ends a document.
_DOCUMENT = re.compile(r"\n(?:---|\.\.\.|%)")
_MARKERS = ("---", "...", "%")


class Parts(NamedTuple):
    """The text of each record with what follows it, and the line where it begins."""

    texts: tuple[str, ...]
    lines: tuple[int, ...]

    @property
    def end(self) -> tuple[int, int]:
        """Line and column where the last one ends."""
        last = self.texts[-1]
        return (self.lines[-1] + last.count("\n"), len(last) - last.rfind("\n"))


def parts_of(text: str) -> Parts | None:
    """The records of the list in `text`; None when it is anything else."""
    first = [0] if _FIRST.match(text) else []
    starts = [*first, *(match.end() - 2 for match in _RECORD.finditer(text))]
    if not starts or text.startswith(_MARKERS) or _DOCUMENT.search(text) or not _HEAD.match(text[: starts[0]]):
        return None
    return Parts(tuple(text[start:end] for start, end in pairwise([*starts, len(text)])), _lines(text, starts))


def plain_parts(raw: bytes) -> Parts | None:
    """The records of the list in a file; None when it is anything else, or when what stands above them is not clean.

    The records are not looked at.
    """
    text = _plain(raw)
    parts = parts_of(text) if text is not None else None
    if text is None or parts is None or not is_clean(text[: -sum(map(len, parts.texts))]):
        return None
    return parts


def _plain(raw: bytes) -> str | None:
    try:
        return None if raw.startswith(codecs.BOM_UTF8) else raw.decode()
    except UnicodeDecodeError:
        return None


def _lines(text: str, starts: list[int]) -> tuple[int, ...]:
    lines, line, before = [], 1, 0
    for start in starts:
        line += text.count("\n", before, start)
        before = start
        lines.append(line)
    return tuple(lines)


class LastParts:
    """The parts of a file as it was read the last time, when it had no slips of typing."""

    def __init__(self) -> None:
        self._raw = b""
        self._parts = Parts((), ())
        self._sizes: list[int] = []  # bytes of each part

    def note(self, raw: bytes, parts: Parts) -> None:
        """Take the parts of the file with these bytes for the last ones."""
        self._raw, self._parts = raw, parts
        self._sizes = [len(text.encode()) for text in parts.texts]

    def after_change(self, raw: bytes) -> Parts | None:
        """The parts of the file as it is now; None when the whole of it has to be looked at."""
        old, (texts, lines) = self._raw, self._parts
        before = _common(old, raw)
        after = _common_end(old, raw, min(len(old), len(raw)) - before)
        bounds = list(accumulate(self._sizes, initial=len(old) - sum(self._sizes)))
        first = bisect_right(bounds, before - _BEGINS) - 1
        last = min(bisect_left(bounds, len(old) - after + 1), len(texts))
        if not texts or first < 0:
            return None
        new = _without_slips(raw[bounds[first] : len(raw) - len(old) + bounds[last]])
        if new is None:
            return None
        shift = new.end[0] - 1 + lines[first] - lines[last] if last < len(texts) else 0
        parts = Parts(
            (*texts[:first], *new.texts, *texts[last:]),
            (
                *lines[:first],
                *(lines[first] - 1 + line for line in new.lines),
                *(line + shift for line in lines[last:]),
            ),
        )
        sizes = [len(text.encode()) for text in new.texts]
        self._raw, self._parts, self._sizes = raw, parts, [*self._sizes[:first], *sizes, *self._sizes[last:]]
        return parts


def _without_slips(raw: bytes) -> Parts | None:
    """The parts of a piece of a file that begins with a record; None when there is anything else to say of it."""
    text = _plain(raw)
    return parts_of(text) if text is not None and _FIRST.match(text) and is_clean(text) else None


def _common(one: bytes, other: bytes) -> int:
    """How many bytes at their beginnings are the same."""
    return _most(min(len(one), len(other)), lambda start, end: one[start:end] == other[start:end])


def _common_end(one: bytes, other: bytes, most: int) -> int:
    """How many bytes at their ends are the same, of so many at most."""
    long, size = len(one), len(other)
    return _most(most, lambda start, end: one[long - end : long - start] == other[size - end : size - start])


def _most(most: int, same: Callable[[int, int], bool]) -> int:
    """How far from 0 everything is the `same`: a part is, or its first half is looked at."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if same(least, middle):
            least = middle
        else:
            most = middle - 1
    return least
