"""Where the parts and the comments of a YAML text stand, counted in characters from its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from maeul.load.document import Part, Place

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE_END = re.compile(r"[\r\n]")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line."""

    start: int
    text: str


class YamlText:
    """A text whose parts are known by line and column."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self._lines = list(accumulate((len(line) for line in _LINE.findall(text)), initial=0))

    def offset(self, place: Place) -> int:
        """The character at a line and column."""
        return self._lines[place[0] - 1] + place[1] - 1

    def span(self, part: Part) -> tuple[int, int]:
        """From where to where a part stands, without the empty lines after a text of several lines."""
        start, end = self.offset(part.at), self.offset(part.end)
        return start, start + len(self.text[start:end].rstrip())

    def line_start(self, offset: int) -> int:
        """Where the line of a character begins."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Where the line of a character ends, before its line end."""
        found = _LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the line after that of a character begins."""
        end = self.line_end(offset)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if end < len(self.text) else 0)

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
                yield Comment(found.start(), found.group().rstrip())
            at = found.end() if inside is None else inside

    def _texts(self, part: Part) -> Iterator[tuple[int, int]]:
        """From where to where each text stands, one of several lines below its `|` and the comment there."""
        for _, inner in part.parts.values():
            yield from self._texts(inner)
        if not part.parts:
            start, end = self.span(part)
            yield (self.next_line(start) if self.text[start : start + 1] in ("|", ">") else start), end
