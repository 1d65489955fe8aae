"""Pages kept from the last build: the finished files, and what each page was made from.

A page is its own file and those that stand beside it. It is believed as long as what it would be made from has the
digest that it was made from, and its files still have the sizes and times that were noted when they were written, as
git's index does it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from maeul.kept.standing import Look, Standing, standing
from maeul.kept.store import keep, kept, link

FileNote = tuple[str, int, int]  # name, size, time of writing in ns
Note = tuple[bytes, tuple[FileNote, ...]]  # digest of what the page was made from, its files

_LIST = "pages.pickle"
_FOLDER = "pages"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class KeptPages:
    """Files of finished pages in a folder, and the list of them. `made_from` is what all of them were made with.

    `look` tells what stands in `pages_in` that folder, when it was looked at before.
    """

    def __init__(self, folder: Path, made_from: bytes, look: Look | None = None) -> None:
        self.folder = folder
        self._pages = pages_in(folder)
        self._look = look
        self._folders: set[str] = set()
        self.made_from = made_from
        self._old: dict[str, Note] = kept(folder / _LIST, made_from) or {}
        self._new: dict[str, Note] = {}
        self._believed = False

    def begin(self) -> None:
        """Begin a build; a further one in the same process believes what the last one noted without looking."""
        if self._new:
            self._old, self._new, self._believed = self._new, {}, True

    def __contains__(self, name: str) -> bool:
        """Whether a page of this name was there at the last build."""
        return name in self._old

    def again(self, name: str) -> bool:
        """Note a page as the last build of this process noted it, when there was one."""
        if self._believed:
            self._new[name] = self._old[name]
        return self._believed

    def find(self, name: str, made_from: bytes) -> bool:
        """Note a finished page, when it is kept and was made from the same."""
        note = self._old.get(name)
        if note is None or note[0] != made_from or not (self._believed or self._is_there(name, note)):
            return False
        self._new[name] = note
        return True

    def write(self, name: str, made_from: bytes, files: Mapping[str, bytes]) -> Note:
        """Keep a finished page. New files take the place of the old ones, which the last site may still show."""
        path = self.path(name, "")
        self._make_folder(os.path.dirname(path))
        return (made_from, tuple(_write(path, file, data) for file, data in files.items()))

    def take(self, name: str, made_from: bytes, files: Mapping[str, str]) -> Note:
        """Keep a page that was finished elsewhere, without copying its files where the file system can."""
        self._make_folder(os.path.dirname(self.path(name, "")))
        for file, source in files.items():
            with suppress(FileNotFoundError):
                os.unlink(self.path(name, file))
            link(source, self.path(name, file))
        return (made_from, tuple(self._note(name, file) for file in files))

    def note(self, notes: Mapping[str, Note]) -> None:
        """Note pages that were written."""
        self._new.update(notes)

    def notes(self) -> Mapping[str, Note]:
        """What is noted by now."""
        return self._new

    def files(self, name: str) -> Iterator[tuple[str, str, int | None]]:
        """The names of the files of a page that is noted, where each is kept, and its inode when it was found there."""
        for file, size, time in self._new[name][1]:
            stat = self._standing.get(f"{name}.{file}")
            yield file, self.path(name, file), stat[0] if stat and stat[1:] == (size, time) else None

    def finish(self) -> None:
        """Keep the notes of this build, and forget pages that it has not."""
        for name in self._old.keys() - self._new.keys():
            for file, _, _ in self._old[name][1]:
                Path(self.path(name, file)).unlink(missing_ok=True)
        if self._new != self._old:
            keep(self.folder / _LIST, self.made_from, self._new)

    def _is_there(self, name: str, note: Note) -> bool:
        for file, size, time in note[1]:
            stat = self._standing.get(f"{name}.{file}")
            if stat is None or stat[1:] != (size, time):
                return False
        return True

    @cached_property
    def _standing(self) -> Standing:
        return self._look() if self._look else standing(self._pages)

    def _note(self, name: str, file: str) -> FileNote:
        stat = os.stat(self.path(name, file))
        return (file, stat.st_size, stat.st_mtime_ns)

    def path(self, name: str, file: str) -> str:
        """Where a file of a page is kept."""
        return f"{self._pages}/{name}.{file}"

    def _make_folder(self, folder: str) -> None:
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)


def pages_in(folder: Path) -> str:
    """Where the files of pages lie in a folder of kept pages."""
    return os.fspath(folder / _FOLDER)


def _write(path: str, file: str, data: bytes) -> FileNote:
    """Write a file that is not there yet; an old one of its name is left to those who have another name for it.

    There are thirty thousand of them, for which files of Python's own take twice as long.
    """
    try:
        new = os.open(f"{path}{file}", _NEW)
    except FileExistsError:
        os.unlink(f"{path}{file}")
        new = os.open(f"{path}{file}", _NEW)
    try:
        while data:
            data = data[os.write(new, data) :]
        stat = os.fstat(new)
    finally:
        os.close(new)
    return (file, stat.st_size, stat.st_mtime_ns)
