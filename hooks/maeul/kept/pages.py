"""Pages kept from the last build: the finished files, and what each was made from.

A page is believed as long as what it would be made from has the digest that it was made from, and its file still has
the size and time that were noted when it was written, as git's index does it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from maeul.kept.store import keep, kept

Note = tuple[bytes, int, int]  # digest of what the page was made from, size of its file, time of writing in ns

_LIST = "pages.pickle"
_FOLDER = "pages"


class KeptPages:
    """Files of finished pages in a folder, and the list of them. `made_from` is what all of them were made with."""

    def __init__(self, folder: Path, made_from: bytes) -> None:
        self.folder = folder
        self._pages = os.fspath(folder / _FOLDER)
        self._made_from = made_from
        self._old: dict[str, Note] = kept(folder / _LIST, made_from) or {}
        self._new: dict[str, Note] = {}

    def file(self, name: str) -> str:
        """Where the finished page of this name is kept."""
        return f"{self._pages}/{name}.html"

    def find(self, name: str, made_from: bytes) -> Note | None:
        """The note of a finished page, when it was made from the same."""
        note = self._old.get(name)
        if note is None or note[0] != made_from:
            return None
        try:
            stat = os.stat(self.file(name))
        except OSError:
            return None
        return note if (stat.st_size, stat.st_mtime_ns) == note[1:] else None

    def write(self, name: str, made_from: bytes, data: bytes) -> Note:
        """Keep a finished page. A new file takes the place of the old one, which the last site may still show."""
        path = Path(self.file(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(data)
        stat = os.stat(path)
        return (made_from, stat.st_size, stat.st_mtime_ns)

    def note(self, notes: Mapping[str, Note]) -> None:
        """Note pages that this build has, found or written."""
        self._new.update(notes)

    def finish(self) -> None:
        """Keep the notes of this build, and forget pages that it has not."""
        for name in self._old.keys() - self._new.keys():
            Path(self.file(name)).unlink(missing_ok=True)
        if self._new != self._old:
            keep(self.folder / _LIST, self._made_from, self._new)
