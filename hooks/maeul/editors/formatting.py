"""The one form of a list of office records: fields in the order of the model, a line each, quotes where needed.

Comments stay with what they belong to: one behind a line with that line, one above a line with the line below it, and
those that stand between two records, from the first that is not indented, with the second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from maeul.editors.yaml_place import Comment, YamlText, records_of
from maeul.editors.yaml_text import field_lines
from maeul.load.document import Document, Part
from maeul.load.fields import in_model_order
from maeul.load.models import Office


def formatted(text: str, document: Document) -> str:
    """The text of a list of records in our form; its data and its comments stay as they are."""
    source = YamlText(text)
    records = records_of(document)
    spans = [(0, 0), *map(source.span, records), (len(text), len(text))]
    gaps = [_gap(source, above[1], below[0]) for above, below in pairwise(spans)]
    lines = gaps[0].head
    for record, gap in zip(records, gaps[1:], strict=True):
        lines += [*_record_lines(source, record, gap.own), "", *gap.head]
    return source.newline.join(lines).rstrip("\r\n") + source.newline


@dataclass(frozen=True)
class _Gap:
    """What stands between two records: the comments of the one above, and the lines that begin the one below."""

    own: Sequence[Comment]
    head: list[str]


def _gap(source: YamlText, start: int, end: int) -> _Gap:
    own: list[Comment] = []
    head: list[str] = []
    for comment in source.comments(_NO_TEXT, start, end):
        indented = comment.column > 0 and comment.has_own_line
        if start and not head and (indented or source.line_start(comment.start) < start):
            own.append(comment)
        else:
            head += ["", comment.text] if head and source.is_below_empty_line(comment.start) else [comment.text]
    return _Gap(own, [*head, ""] if head and source.is_below_empty_line(end) else head)


_NO_TEXT = Part(None, (1, 1), (1, 1), {})


@dataclass
class _Line:
    """A line of ours, and where its value stands in the text as it is; `depth` is 2 for a field, 4 for an item."""

    text: str
    start: int
    end: int
    depth: int
    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def _record_lines(source: YamlText, record: Part, below: Sequence[Comment]) -> Iterator[str]:
    """The lines of a record with its comments; `below` are those that stand after its last value."""
    wanted = in_model_order(record.value, Office)
    fields = {str(key): list(_lines(source, record, str(key), wanted[key])) for key in record.parts}
    comments = [*source.comments(record, *source.span(record)), *below]
    last = _attach([line for lines in fields.values() for line in lines], comments)
    ordered = [line for key in wanted for line in fields[key]]
    for number, line in enumerate(ordered):
        indent = " " * (line.depth if number else 0)
        yield from (f"{indent}{comment}" for comment in line.above)
        yield "  ".join([f"{'  ' if number else '- '}{line.text}", *line.behind])
        yield from (f"{' ' * line.depth}{comment}" for comment in line.below)
    yield from (f"  {comment}" for comment in last)


def _lines(source: YamlText, record: Part, key: str, value: Any) -> Iterator[_Line]:
    """The line of a field, or the lines of its name and its items."""
    at, part = record.parts[key]
    start = source.offset(at)
    first, *items = field_lines(key, value)
    yield _Line(first, start, start if items else source.span(part)[1], 2)
    for number, item in enumerate(items):
        yield _Line(item, *source.span(part.parts[number][1]), 4)


def _attach(lines: Sequence[_Line], comments: Sequence[Comment]) -> list[str]:
    """Gives each comment to its line; what remains ends the record."""
    last: list[str] = []
    for comment in comments:
        number = max(number for number, line in enumerate(lines) if line.start < comment.start)
        line, after = lines[number], lines[number + 1] if number + 1 < len(lines) else None
        if not comment.has_own_line:
            line.behind.append(comment.text)
        elif comment.start < line.end:
            line.above.append(comment.text)
        elif line.depth == 4 and (after is None or after.depth == 2) and comment.column > 2 and not last:
            line.below.append(comment.text)
        elif after is not None:
            after.above.append(comment.text)
        else:
            last.append(comment.text)
    for line in lines:
        if len(line.behind) > 1:
            line.above, line.behind = [*line.above, *line.behind], []
    return last
