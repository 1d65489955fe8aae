"""Long lists of records, read record by record.

PyYAML knows the place of every part but needs a millisecond a record, so that ten thousand take as long as all else in
a build together. py-yaml12, a reader of YAML 1.2 in Rust, needs a tenth of that and knows no places. Here each record
is read by it, and exactly, with places, only when something about it must be shown or might be read differently.

A record that cannot be read is told of and left out, so that one slip does not hide what is wrong in all others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import yaml12
from pydantic_core import PydanticSerializationError, to_json

from maeul.load.decode import decode
from maeul.load.document import Document, Part, parse_document
from maeul.load.findings import Finding, finding
from maeul.load.parts import LastParts, Parts, parts_of, plain_parts
from maeul.load.record_list import RecordList
from maeul.load.slips import is_clean, mend
from maeul.load.torn import Unreadable, torn_off

# Gives for each text of a record what it was read as before, when it was clean; None where it was not.
Known = Callable[[Sequence[str]], Sequence[Any]]

# Anchors, aliases, tags and values that begin with a colon are findings; texts in blocks end differently with
# different readers; numbers in these forms are text here and numbers to others. Such a value is looked for by its
# first character, which most text has not.
_ENDS = r"(?=[\s,\]}]|$)"
_POWER = r"[0-9.]*[eE][-+]?[0-9]+"
_NUMBER = rf"(?:0[0-9xXoO][0-9a-fA-F]*|\.[0-9]+|[0-9]+\.|[0-9]{{18,}}|{_POWER}|\.(?:inf|Inf|INF|nan|NaN|NAN)){_ENDS}"
_UNUSUAL = re.compile(
    rf"[&*!?%`@|>+\-.0-9:](?<=[\s\[{{,].)(?:(?<=[?%`@|>])|(?<=[&*!:])[^\s,\]}}]|(?<=[-+]){_NUMBER}"
    rf"|(?<=0)[0-9xXoO][0-9a-fA-F]*{_ENDS}|(?<=\.)(?:[0-9]+|inf|Inf|INF|nan|NaN|NAN|{_POWER}){_ENDS}"
    rf"|(?<=[0-9])(?:[0-9]*\.|[0-9]{{17,}}|{_POWER}){_ENDS})"
)
# The colon of a key; only after a quoted one may anything else follow.
_AFTER_KEY = re.compile(r":(?:(?=[ \n\r\t,\[\]{}])|(?<=[\"'].)|\Z)")
_LONGEST = 100_000  # characters of a record; a longer one is not of this project's making


def none_known(texts: Sequence[str]) -> Sequence[None]:
    """What is known of the records with these texts when nothing is."""
    return [None] * len(texts)


def read_list(
    file: str, raw: bytes, known: Known = none_known, last: LastParts | None = None
) -> tuple[Document | None, list[Finding]]:
    """The document in `raw`, record by record where it is a list; None with the findings when it cannot be read.

    `last` is the last reading of the file by the same process, which this one becomes.
    """
    changed = last.after_change(raw) if last else None
    again = read_parts(file, changed, known(changed.texts)) if changed else None
    if again:
        return again
    clean = _read_clean(file, raw, known, last)
    if clean:
        return clean
    text, findings = decode(file, raw)
    if text is None:
        return None, findings
    mended, slips = mend(file, text)
    parts = parts_of(mended)
    if last and parts and mended is text:
        last.note(raw, parts)
    document, findings = (parts and read_parts(file, parts, known(parts.texts))) or parse_document(file, mended)
    return document, [*slips, *findings]


def _read_clean(file: str, raw: bytes, known: Known, last: LastParts | None) -> tuple[RecordList, list[Finding]] | None:
    """The list of records in `raw`, when what is known of them leaves only clean ones to be read."""
    parts = plain_parts(raw)
    before = known(parts.texts) if parts else ()
    if parts is None or not all(
        record is not None or is_clean(text) for text, record in zip(parts.texts, before, strict=True)
    ):
        return None
    if last:
        last.note(raw, parts)
    return read_parts(file, parts, before)


def read_records(file: str, text: str, known: Known = none_known) -> tuple[RecordList, list[Finding]] | None:
    """The list of records in `text` and what is wrong with those that cannot be read; None when it is anything else."""
    parts = parts_of(text)
    return read_parts(file, parts, known(parts.texts)) if parts else None


def read_parts(file: str, parts: Parts, before: Sequence[Any]) -> tuple[RecordList, list[Finding]] | None:
    """The list of records with these texts and what is wrong with those that cannot be read; None when it is no list.

    `before` has for each what it was read as before; None where it has to be read.
    """
    texts, lines = parts
    data: list[Any] = []
    findings: list[Finding] = []
    torn = torn_off(texts)
    for index, (part, line, known) in enumerate(zip(texts, lines, before, strict=True)):
        if index in torn:
            findings.append(finding("record-cut", file, (line, 1), (index,)))
        if index in torn or index + 1 in torn:
            data.append(Unreadable(part))
            continue
        record = read_record(part) if known is None else known
        if record is None:
            document, faults = parse_document(file, part, first_line=line - 1)
            if document is not None and len(document.data) != 1:
                return None
            findings += faults
            data.append(Unreadable(part) if document is None else document.data[0])
        else:
            data.append(record)
    return RecordList(file, Part(data, (lines[0], 1), parts.end, {}), texts, lines), findings


def read_record(text: str) -> Any:
    """The data of one record; None when the exact reader may have something to say or reads it differently.

    There is something to say when a value is empty.
    """
    if len(text) > _LONGEST or "\\" in text or _UNUSUAL.search(text):
        return None
    try:
        items: Any = yaml12.parse_yaml(text)
    except ValueError:
        return None
    plain = isinstance(items, list) and len(items) == 1 and type(items[0]) is dict
    return items[0] if plain and _count_keys(items[0]) == _count_colons(text) else None


def _count_colons(text: str) -> int:
    """How many colons may stand after a key: at least as many as there are keys, a repeated one, which the reader lets
    pass, among them.
    """
    return len(_AFTER_KEY.findall(text))


def _count_keys(record: Any) -> int | None:
    """How many keys a record has, as JSON shows it: never more than stand in its text.

    What looks like a key inside a value has a colon in the text, too, unless it is written with an escape. None when a
    value is empty or a list stands right in a list, which no record of ours has, or when a key is no text; one inside a
    value is of no field of ours, so that the record is read again exactly, as one is that JSON cannot show.
    """
    if not all(type(key) is str for key in record):
        return None
    try:
        shown = to_json(record)
    except PydanticSerializationError:
        return None
    return None if b"null" in shown or b"[[" in shown else shown.count(b'":')
