"""A change in the data of a record made inside the text of its file: all that stays the same stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from maeul.editors.yaml_place import YamlText, records_of
from maeul.editors.yaml_splice import Slot, Splice, Splicer, Step, spliced
from maeul.editors.yaml_text import field_lines, pair_text, record_text, value_text
from maeul.load.document import Document, Part
from maeul.load.fields import in_model_order
from maeul.load.models import Office


def with_fields(text: str, document: Document, index: int, fields: Mapping[str, Any]) -> str:
    """The text of a file with some fields of one of its offices changed; a field given as None goes away.

    The document is the text as `parse_document` reads it.
    """
    return spliced(text, field_splices(YamlText(text), records_of(document)[index], fields))


def with_office(text: str, document: Document, after: int, office: Mapping[str, Any]) -> str:
    """The text of a file with one more office, behind the one of index `after`."""
    return spliced(text, [offices_splice(YamlText(text), records_of(document)[after], [office])])


def field_splices(source: YamlText, office: Part, fields: Mapping[str, Any]) -> list[Splice]:
    """What changes in the text when fields of an office change."""
    wanted = {key: value for key, value in {**office.value, **fields}.items() if value is not None}
    return _Change(source, office).splices(in_model_order(wanted, Office))


def offices_splice(source: YamlText, after: Part, offices: Sequence[Mapping[str, Any]], heading: str = "") -> Splice:
    """What changes in the text when offices come behind another one and the indented comments that end it.

    `heading` is a comment line above the first of them.
    """
    end = source.line_end(source.span(after)[1])
    while (below := source.next_line(end)) > end and source.is_indented_comment(below):
        end = source.line_end(below)
    lines = ["", *([heading] if heading else [])]
    for number, office in enumerate(offices):
        lines += [*([""] if number else []), *record_text(in_model_order(office, Office)).splitlines()]
    return Splice(end, end, source.newline.join(["", *lines]))


class _Change:
    """Walks through the old data and the wanted data of a record together."""

    def __init__(self, source: YamlText, record: Part) -> None:
        self._source = source
        self._record = record
        self._splicer = Splicer(source, record)

    def splices(self, wanted: Mapping[str, Any]) -> list[Splice]:
        self._mapping(self._record, wanted, 0, in_brackets=False)
        return self._splicer.splices

    def _value(self, part: Part, wanted: Any, key: str, line: int, in_brackets: bool) -> None:
        if _same(part.value, wanted):
            return
        start, end = self._source.span(part)
        in_brackets = in_brackets or self._source.text[start : start + 1] in ("[", "{")
        if isinstance(wanted, dict) and isinstance(part.value, dict) and part.value.keys() & wanted.keys():
            self._mapping(part, wanted, line, in_brackets)
        elif isinstance(wanted, list) and isinstance(part.value, list) and part.value and wanted:
            self._list(part, wanted, key, line, in_brackets)
        else:
            text = value_text(wanted, key, in_brackets=in_brackets)
            self._splicer.replace(start, end, text if start < end else f" {text}", line)

    def _mapping(self, part: Part, wanted: Mapping[str, Any], line: int, in_brackets: bool) -> None:
        slots = {
            str(key): Slot(self._source.offset(at), self._source.span(inner)[1])
            for key, (at, inner) in part.parts.items()
        }
        lines = {key: self._lines(part, key, value, in_brackets) for key, value in wanted.items()}
        for key in [key for key in slots if key in wanted]:
            own_line = line if in_brackets else self._source.line_start(slots[key].start)
            key_at, value = part.parts[key]
            if _is_laid_out_anew(value, wanted[key], len(lines[key]) > 1 or value.at[0] > key_at[0]):
                text = self._splicer.joined(lines[key], slots[key].start)
                self._splicer.replace(*slots[key], text, own_line)
            else:
                self._value(value, wanted[key], key, own_line, in_brackets)
        self._splicer.arrange(list(_steps(slots, lines)), line, in_brackets)

    def _lines(self, part: Part, key: str, value: Any, in_brackets: bool) -> Sequence[str]:
        """A key with its value; only the fields of the record itself have lists in lines of their own."""
        return field_lines(key, value) if part is self._record else [pair_text(key, value, in_brackets=in_brackets)]

    def _list(self, part: Part, wanted: Sequence[Any], key: str, line: int, in_brackets: bool) -> None:
        items = [inner for _, inner in part.parts.values()]
        slots = [Slot(self._item_start(item, in_brackets), self._source.span(item)[1]) for item in items]
        steps: list[Step] = []
        for old, new in _aligned(part.value, wanted):
            for index, number in zip(old, new, strict=False):
                own_line = line if in_brackets else self._source.line_start(slots[index].start)
                self._value(items[index], wanted[number], key, own_line, in_brackets)
            steps += [Step(slots[index], kept=place < len(new)) for place, index in enumerate(old)]
            texts = [value_text(wanted[number], key, in_brackets=in_brackets) for number in new[len(old) :]]
            steps += [Step(None, [text if in_brackets else f"- {text}"]) for text in texts]
        self._splicer.arrange(steps, line, in_brackets)

    def _item_start(self, item: Part, in_brackets: bool) -> int:
        start = self._source.offset(item.at)
        return start if in_brackets else self._source.text.rindex("-", 0, start)


def _is_laid_out_anew(value: Part, wanted: Any, in_lines: bool) -> bool:
    """Whether a field is written anew with its key: when a list in lines of its own comes or goes."""
    return in_lines and not (isinstance(value.value, list | dict) and isinstance(wanted, type(value.value)))


def _steps(slots: Mapping[str, Slot], lines: Mapping[str, Sequence[str]]) -> Iterator[Step]:
    """The keys of a mapping in their order, each new one behind the key that it follows in `lines`."""
    added: dict[str, list[Step]] = {}
    before = ""
    for key in lines:
        if key in slots:
            before = key
        else:
            added.setdefault(before, []).append(Step(None, lines[key]))
    yield from added.get("", [])
    for key, slot in slots.items():
        yield Step(slot, kept=key in lines)
        yield from added.get(key, [])


def _aligned(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[range, range]]:
    """Which items of a list become which: runs of the same length are the same items, or one for one changed."""
    matcher = SequenceMatcher(None, [repr(item) for item in old], [repr(item) for item in new], autojunk=False)
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        yield range(old_start, old_end), range(new_start, new_end)


def _same(old: Any, new: Any) -> bool:
    """Whether two values are the same in kind too, and in the order of keys: 1 is not true, and not 1.0."""
    return repr(old) == repr(new)
