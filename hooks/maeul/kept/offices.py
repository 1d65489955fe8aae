"""Offices kept from reading to reading: those whose own text was found to keep every rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from maeul.kept.digests import digest, digest_of_code, digest_of_files
from maeul.kept.store import keep, kept
from maeul.load.files import Records
from maeul.load.findings import Finding
from maeul.load.models import Office
from maeul.load.quick import RecordList

_FILE = "offices.pickle"


class KeptOffices:
    """Sound offices by the digest of their text, in a folder; nothing is kept where there is none.

    `around` are the files that decide with it whether an office keeps the rules; the day does too.
    """

    def __init__(self, folder: Path | None, around: list[Path], today: date) -> None:
        self._file = folder / _FILE if folder else None
        self._around = around
        self._today = today

    @cached_property
    def known(self) -> Mapping[bytes, Office]:
        """The offices of the last reading."""
        return (kept(self._file, self._made_from) if self._file else None) or {}

    def keep(self, offices: Records[Office], found: Sequence[Finding]) -> None:
        """Keep the offices of this reading of which nothing was found, not even a warning, which must be told again."""
        told = {(warning.file, warning.path[0]) for warning in found if warning.path}
        sound = {text: office for office, text, at in with_digests(offices) if at not in told}
        if self._file is not None and sound.keys() != self.known.keys():
            keep(self._file, self._made_from, sound)

    @cached_property
    def _made_from(self) -> bytes:
        files = (path for path in self._around if path.is_file())
        return digest(digest_of_code(), digest_of_files(files), str(self._today))


def with_digests(offices: Records[Office]) -> Iterator[tuple[Office, bytes, tuple[str, int]]]:
    """The offices that were read one by one, the digests of their texts, and where they stand: file and number."""
    for office, place in offices.records:
        if isinstance(place.document, RecordList):
            index = int(place.path[0])
            yield office, digest(place.document.texts[index]), (place.document.file, index)
