"""Pieces of YAML text put in and taken out, in brackets or in lines, without losing a comment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from maeul.editors.yaml_place import YamlText
from maeul.load.document import Part


class Splice(NamedTuple):
    """New text for the characters from `start` to `end`."""

    start: int
    end: int
    text: str


class Slot(NamedTuple):
    """From where to where a piece of a mapping or a list stands, with its key or dash."""

    start: int
    end: int


class Step(NamedTuple):
    """What becomes of a piece: one with a slot is kept or dropped, one without is added as `lines`."""

    slot: Slot | None
    lines: Sequence[str] = ()
    kept: bool = False


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices made; they do not overlap."""
    pieces, at = [], 0
    for splice in sorted(splices, key=lambda splice: splice[:2]):
        pieces += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*pieces, text[at:]])


class Splicer:
    """Gathers splices in the text of one record.

    `line` is the beginning of the line of the innermost field or item that has lines of its own: a comment that stood
    inside what goes away moves above it.
    """

    def __init__(self, source: YamlText, record: Part) -> None:
        self.splices: list[Splice] = []
        self._source = source
        self._record = record

    def replace(self, start: int, end: int, text: str, line: int) -> None:
        """Other text in place of what stands from `start` to `end`."""
        self._add(start, end, text)
        comments = self._comments(start, end, line)
        if comments:
            self._add(line, line, comments)

    def arrange(self, steps: Sequence[Step], line: int, in_brackets: bool) -> None:
        """Drops and adds pieces of a mapping or a list of which at least one is kept."""
        slots = [step.slot for step in steps if step.slot]
        first = next(step.slot for step in steps if step.slot and step.kept)
        kept: Slot | None = None
        number = 0
        for step in steps:
            if step.slot is None:
                self._insert(step.lines, kept, first, in_brackets)
                continue
            if step.kept:
                kept = step.slot
            elif not in_brackets and (kept or self._begins_line(slots[0])):
                self._drop_lines(step.slot)
            elif kept:
                self.replace(slots[number - 1].end, step.slot.end, "", line)
            else:
                self.replace(step.slot.start, slots[number + 1].start, "", line)
            number += 1

    def joined(self, lines: Sequence[str], start: int) -> str:
        """Lines to stand at `start`, the further ones indented as far."""
        indent = " " * (start - self._source.line_start(start))
        return f"{self._source.newline}{indent}".join(lines)

    def _insert(self, lines: Sequence[str], kept: Slot | None, first: Slot, in_brackets: bool) -> None:
        if in_brackets:
            at = kept.end if kept else first.start
            self._add(at, at, f", {lines[0]}" if kept else f"{lines[0]}, ")
        elif kept:
            at = self._source.line_end(kept.end)
            self._add(at, at, self.joined(["", *lines], kept.start))
        else:
            self._add(first.start, first.start, self.joined([*lines, ""], first.start))

    def _begins_line(self, slot: Slot) -> bool:
        return not self._source.text[self._source.line_start(slot.start) : slot.start].strip()

    def _drop_lines(self, slot: Slot) -> None:
        start, end = self._source.line_start(slot.start), self._source.next_line(slot.end)
        self._add(start, end, self._comments(start, end, start))

    def _comments(self, start: int, end: int, line: int) -> str:
        """The comments from `start` to `end` as lines of their own, indented like the line that begins at `line`."""
        text = self._source.text[line : self._source.line_end(line)]
        indent = text[: len(text) - len(text.lstrip())]
        found = self._source.comments(self._record, start, end)
        return "".join(f"{indent}{comment.text}{self._source.newline}" for comment in found)

    def _add(self, start: int, end: int, text: str) -> None:
        self.splices.append(Splice(start, end, text))
