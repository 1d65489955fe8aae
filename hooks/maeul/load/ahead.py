"""Offices read on all cores, before the file is read as a whole.

Copies of this process read a part of the records each, and give back those of which nothing is found. These are known
when the file is read; all others are read there, where each finding has its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from maeul.kept.digests import digest
from maeul.load.decode import decode
from maeul.load.document import Part
from maeul.load.models import Office
from maeul.load.quick import RecordList, read_record, record_texts
from maeul.load.rules.context import Context, Place
from maeul.load.rules.office import office_findings
from maeul.load.validate import validate
from maeul.workers import spread, workers_for


def read_ahead(file: str, raw: bytes, known: Mapping[bytes, Office], context: Context) -> Mapping[bytes, Office]:
    """Sound offices by the digest of their text, with those that are known; only these where there are few others."""
    text, _ = decode(file, raw)
    unread = [part for part in record_texts(text or "") if digest(part) not in known]
    workers = workers_for(len(unread))
    if workers == 1:
        return known
    found = dict(known)
    for sound in spread(unread, lambda parts: dict(_sound(file, parts, context)), workers):
        found.update(sound)
    return found


def _sound(file: str, texts: Sequence[str], context: Context) -> Iterator[tuple[bytes, Office]]:
    for text in texts:
        data = read_record(text)
        alone = RecordList(file, Part([data], (1, 1), (1, 1), {}), (text,), (1,))
        office, findings = validate(alone, Office, data, (0,)) if isinstance(data, dict) else (None, [])
        if office is not None and not findings and not any(office_findings(office, Place(alone, (0,)), context)):
            yield digest(text), office
