"""Offices kept from reading to reading: those whose own text was found to keep every rule."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from maeul.kept.digests import digest, digest_of_code, digest_of_files
from maeul.kept.memory import ALONE, Memory
from maeul.kept.store import keep, kept
from maeul.load.files import Records
from maeul.load.findings import Finding
from maeul.load.models import Office, Status
from maeul.load.record import Record
from maeul.load.record_list import RecordList
from maeul.load.rules.context import Place

_FILE = "offices.pickle"
_GROUP = 500  # offices
_SHARED = ("services", "sources", "projects")

Group = tuple[tuple[bytes, ...], bytes]  # the digests of the texts of some offices, and these offices as bytes


class KeptOffices:
    """Sound offices by the digest of their text, in a folder; nothing is kept where there is none.

    They lie in groups, and a group in which nothing changed is kept as it is. `around` are the files that decide with
    it whether an office keeps the rules; the day does too.
    """

    def __init__(self, folder: Path | None, around: list[Path], today: date, memory: Memory = ALONE) -> None:
        self._file = folder / _FILE if folder else None
        self._around = around
        self._today = today
        self._memory = memory
        self._new: list[Group] = []
        self._with_digests: tuple[Records[Office], Sequence[tuple[Office, Place, bytes]]] | None = None
        self._digests: dict[str, bytes] = {}
        self._last_digests: Mapping[str, bytes] = memory.recall("digests of texts", None, dict)
        memory.remember("digests of texts", None, self._digests)

    @cached_property
    def known(self) -> Mapping[bytes, Office]:
        """The offices of the last reading."""
        return self._memory.recall("offices", self.made_from, lambda: dict(unpacked(self._groups())))

    def add(self, group: Group) -> None:
        """Take a group that was packed elsewhere."""
        self._new.append(group)

    def digest(self, text: str) -> bytes:
        """The digest of the text of an office, worked out once."""
        found = self._digests.get(text)
        if found is None:
            found = self._digests[text] = self._last_digests.get(text) or digest(text)
        return found

    def keep(self, offices: Records[Office], found: Sequence[Finding]) -> None:
        """Keep the offices of this reading of which nothing was found, not even a warning, which must be told again."""
        if self._file is None:
            return
        told = {(warning.file, warning.path[0]) for warning in found if warning.path}
        read = self.with_digests(offices)
        wrong = {text for _, place, text in read if (place.document.file, place.path[0]) in told}
        sound = {text: office for office, _, text in read if text not in wrong}
        few = _GROUP if self._last_digests else 1  # are sooner read again than all are written
        changed = len(sound.keys() ^ (self.known.keys() - self._warned))
        self._memory.remember("offices", self.made_from, {text: office for office, _, text in read})
        self._memory.remember("warned", self.made_from, wrong)
        if changed < few:
            return
        groups = [group for group in (*self._groups(), *self._new) if sound.keys() >= set(group[0])]
        grouped = {text for texts, _ in groups for text in texts}
        others = [(text, office) for text, office in sound.items() if text not in grouped]
        groups += (packed(others[start : start + _GROUP]) for start in range(0, len(others), _GROUP))
        keep(self._file, self.made_from, groups)

    def with_digests(self, offices: Records[Office]) -> Sequence[tuple[Office, Place, bytes]]:
        """The offices that were read one by one, where they stand, and the digests of their texts; worked out once."""
        if self._with_digests is None or self._with_digests[0] is not offices:
            found = [
                (office, place, self.digest(place.document.texts[int(place.path[0])]))
                for office, place in offices.records
                if isinstance(place.document, RecordList)
            ]
            self._with_digests = (offices, found)
        return self._with_digests[1]

    def warned(self, offices: Records[Office]) -> Iterator[tuple[Office, Place]]:
        """Those that a preview knows although something was found of them, which must be told again."""
        if self._warned:
            for office, place, text in self.with_digests(offices):
                if text in self._warned:
                    yield office, place

    @cached_property
    def _warned(self) -> set[bytes]:
        return self._memory.recall("warned", self.made_from, set)

    def _groups(self) -> list[Group]:
        """Those of the last reading, read anew: they take as much memory as the file of records."""
        return (kept(self._file, self.made_from) if self._file else None) or []

    @cached_property
    def made_from(self) -> bytes:
        """What decides, besides its text, whether an office keeps the rules."""
        files = (path for path in self._around if path.is_file())
        return digest(digest_of_code(), digest_of_files(files), str(self._today))


def packed(offices: Collection[tuple[bytes, Office]]) -> Group:
    """Offices with the digests of their texts as a group, in which equal parts are one."""
    texts, records = zip(*offices, strict=True) if offices else ((), ())
    seen: dict[Any, Record] = {}
    for office in records:
        _share(office, seen)
    return texts, pickle.dumps(records, protocol=pickle.HIGHEST_PROTOCOL)


def _share(office: Office, seen: dict[Any, Record]) -> None:
    """Put parts that were seen before in the place of equal ones: most offices give services that others give too."""
    values = vars(office)
    for name in _SHARED:
        values[name] = tuple(seen.setdefault((type(part), *vars(part).values()), part) for part in values[name])
    values["status"] = seen.setdefault((Status, *vars(office.status).values()), office.status)


def unpacked(groups: Iterable[Group]) -> Iterator[tuple[bytes, Office]]:
    """The offices of groups."""
    for texts, records in groups:
        yield from zip(texts, pickle.loads(records), strict=True)
