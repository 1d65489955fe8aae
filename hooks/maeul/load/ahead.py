"""Offices read on all cores, before the file is read as a whole.

Copies of this process read a part of the records each, and give back those of which nothing is found. These are known
when the file is read; all others are read there, where each finding has its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pydantic import ValidationError

from maeul.kept.offices import KeptOffices, packed, unpacked
from maeul.load.document import Part
from maeul.load.models import Office
from maeul.load.quick import read_record
from maeul.load.record_list import RecordList
from maeul.load.rules.context import Context, Place
from maeul.load.rules.office import office_findings
from maeul.load.slips import is_clean
from maeul.workers import Spread, workers_for


class KnownOffices:
    """Offices by their texts in a file: those of the last reading, and, where there are many others, sound ones."""

    def __init__(self, file: str, kept: KeptOffices, context: Context) -> None:
        self._file = file
        self._kept = kept
        self._context = context

    def __call__(self, texts: Sequence[str]) -> Sequence[Office | None]:
        """The office of each text, as far as it is known."""
        digests = [self._kept.digest(text) for text in texts]
        unread = [text for text, key in zip(texts, digests, strict=True) if key not in self._known]
        if workers_for(len(unread)) > 1:
            for group in Spread(unread, lambda some: packed(list(self._sound(some)))):
                self._kept.add(group)
                self._known.update(unpacked([group]))
        return [self._known.get(key) for key in digests]

    @cached_property
    def _known(self) -> dict[bytes, Office]:
        return dict(self._kept.known)

    def _sound(self, texts: Sequence[str]) -> Iterator[tuple[bytes, Office]]:
        for text in filter(is_clean, texts):
            try:
                office = Office.model_validate(read_record(text))
            except ValidationError:
                continue
            alone = RecordList(self._file, Part([], (1, 1), (1, 1), {}), (text,), (1,))
            if not any(office_findings(office, Place(alone, (0,)), self._context)):
                yield self._kept.digest(text), office
