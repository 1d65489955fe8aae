"""Where the parts and the comments of a YAML text stand, counted in characters from its beginning."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from maeul.load.document import Document, Part, Place

_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")


def records_of(document: Document) -> list[Part]:
    """The records of a list that the exact reader has read, each with all its pieces."""
    return [part for _, part in document.root.parts.values()]


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line; `column` counts from 0."""

    start: int
    text: str
    column: int
    has_own_line: bool


class YamlText:
    """A text whose parts are known by line and column."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self._lines = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def offset(self, place: Place) -> int:
        """The character at a line and column."""
        return self._lines[place[0] - 1] + place[1] - 1

    def span(self, part: Part) -> tuple[int, int]:
        """From where to where a part stands, without the empty lines after a text of several lines."""
        start, end = self.offset(part.at), self.offset(part.end)
        return start, start + len(self.text[start:end].rstrip())

    def line_start(self, offset: int) -> int:
        """Where the line of a character begins."""
        return self._lines[bisect_right(self._lines, offset) - 1]

    def line_end(self, offset: int) -> int:
        """Where the line of a character ends, before its line end."""
        start = self.line_start(offset)
        return start + len(self.text[start : self.next_line(offset)].rstrip("\r\n"))

    def next_line(self, offset: int) -> int:
        """Where the line after that of a character begins; the end of the text for the last."""
        number = bisect_right(self._lines, offset)
        return self._lines[number] if number < len(self._lines) else len(self.text)

    def is_below_empty_line(self, offset: int) -> bool:
        """Whether the line above that of a character is empty."""
        start = self.line_start(offset)
        return start > 0 and not self.text[self.line_start(start - 1) : start].strip()

    def is_indented_comment(self, offset: int) -> bool:
        """Whether a line, by its beginning, holds nothing but a comment that is indented."""
        line = self.text[offset : self.line_end(offset)]
        return line.startswith((" ", "\t")) and line.lstrip().startswith("#")

    def comments(self, part: Part, start: int, end: int) -> Iterator[Comment]:
        """The comments from `start` to `end`, where no texts but those of `part` stand."""
        texts = sorted(self._texts(part))
        at = start
        while found := _COMMENT.search(self.text, at, end):
            inside = next((stop for begin, stop in texts if begin <= found.start() < stop), None)
            if inside is None:
                yield self._comment(found)
            at = found.end() if inside is None else inside

    def _comment(self, found: re.Match[str]) -> Comment:
        line = self.line_start(found.start())
        before = self.text[line : found.start()]
        return Comment(found.start(), found.group().rstrip(), len(before), not before.strip())

    def _texts(self, part: Part) -> Iterator[tuple[int, int]]:
        """From where to where each text stands, one of several lines below its `|` and the comment there."""
        for _, inner in part.parts.values():
            yield from self._texts(inner)
        if not part.parts:
            start, end = self.span(part)
            yield (self.next_line(start) if self.text[start : start + 1] in ("|", ">") else start), end
