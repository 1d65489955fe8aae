"""The folder of the built site: put together beside the old one, whose place it takes when all went well.

The old site stays beside as a spare. The next build starts from it and changes only what is not the same, for making
ten thousand folders takes longer than drawing the few pages that changed. No file is changed in place: the two sites,
and the pages kept from build to build, are links to the same files.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from maeul.kept.standing import Look, standing
from maeul.kept.store import link

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h
_NEW = 0  # in place of the inode of a file that this process wrote


class Output:
    """Where the site goes. `beside` builds next to it; without, straight into it, as a preview does.

    `look` tells what stands in the folder that is built in, when it was looked at before.
    """

    def __init__(self, target: Path, *, beside: bool, look: Look | None = None) -> None:
        self.target = target
        self.folder = built_in(target, beside=beside)
        # The theme's own files and pages come here first: MkDocs empties the folder that it writes to.
        self.theme = _beside(target, "theme")
        shutil.rmtree(self.theme, ignore_errors=True)
        _restore(target)
        self.folder.mkdir(parents=True, exist_ok=True)
        found = look() if look else standing(os.fspath(self.folder))
        self._folders = {name for name, stat in found.items() if stat is None}
        self._files = {name: stat[0] for name, stat in found.items() if stat is not None}
        self._wanted: set[str] = set()
        self._tidy = False  # whether all folders hold files

    def again(self) -> None:
        """Begin a further build in the same process: what stands in the folder is known."""
        shutil.rmtree(self.theme, ignore_errors=True)
        self._wanted = set()

    def keep(self, names: Iterable[str]) -> None:
        """Leave files as the last build of the same process left them."""
        self._wanted.update(names)

    def write(self, name: str, data: bytes) -> None:
        """Write a file by its path from the root of the site."""
        path = self._place(name)
        if name in self._files:
            if _holds(path, data):
                return
            os.unlink(path)
        with open(path, "wb") as file:
            file.write(data)
        self._files[name] = _NEW

    def link(self, name: str, source: str, inode: int | None = None) -> None:
        """Give a file of the site the same contents as a kept one, without copying where the file system can.

        `inode` is that of the kept one, where it is known.
        """
        path, own = self._place(name), self._files.get(name)
        if own is not None:
            if own == (inode or os.stat(source).st_ino):
                return
            os.unlink(path)
        link(source, path)
        self._files[name] = inode or _NEW

    def finish(self) -> None:
        """Put the new site in the place of the old one: at every moment there is a whole one."""
        self._take_in_theme()
        self._remove_rest()
        if self.folder == self.target:
            return
        if self.target.exists():
            _exchange(self.folder, self.target)
        else:
            self.folder.rename(self.target)

    def discard(self) -> None:
        """Remove what a failed build wrote; the old site stays."""
        shutil.rmtree(self.theme, ignore_errors=True)
        if self.folder != self.target:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _place(self, name: str) -> str:
        """Where a file of this name goes; its folder is there from now on."""
        self._wanted.add(name)
        if name in self._folders:
            self._remove_folder(name)
        self._make_folder(name.rpartition("/")[0])
        return f"{self.folder}/{name}"

    def _make_folder(self, name: str) -> None:
        if name and name not in self._folders:
            self._make_folder(name.rpartition("/")[0])
            if self._files.pop(name, None) is not None:
                os.unlink(f"{self.folder}/{name}")
            os.mkdir(f"{self.folder}/{name}")
            self._folders.add(name)

    def _remove_folder(self, name: str) -> None:
        shutil.rmtree(f"{self.folder}/{name}")
        self._folders = {other for other in self._folders if not f"{other}/".startswith(f"{name}/")}
        self._files = {other: inode for other, inode in self._files.items() if not other.startswith(f"{name}/")}

    def _take_in_theme(self) -> None:
        """Move the theme's files in, except where a file of ours has the same name."""
        for name, stat in standing(os.fspath(self.theme)).items():
            if name not in self._wanted and stat is not None:
                os.replace(self.theme / name, self._place(name))
                self._files[name] = _NEW
        shutil.rmtree(self.theme, ignore_errors=True)

    def _remove_rest(self) -> None:
        """Remove files and folders of the older site that this one has not."""
        rest = self._files.keys() - self._wanted
        if not rest and self._tidy:
            return
        for name in rest:
            os.unlink(f"{self.folder}/{name}")
            del self._files[name]
        used = {""}
        for name in self._wanted:
            while (name := name.rpartition("/")[0]) not in used:
                used.add(name)
        for name in sorted(self._folders - used, reverse=True):  # what is inside comes before what it is in
            shutil.rmtree(f"{self.folder}/{name}", ignore_errors=True)
        self._folders &= used
        self._tidy = True


def built_in(target: Path, *, beside: bool) -> Path:
    """The folder in which a site for `target` is put together."""
    return _beside(target, "spare") if beside else target


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}-{what}")


def _holds(path: str, data: bytes) -> bool:
    if os.stat(path).st_size != len(data):
        return False
    with open(path, "rb") as file:
        return file.read() == data


def _restore(target: Path) -> None:
    """Where folders can't be exchanged in one step, a build killed between two renames leaves the old site aside."""
    aside = _beside(target, "old")
    if not target.exists() and aside.exists():
        aside.rename(target)
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(new: Path, old: Path) -> None:
    """Swap two folders in one step, or, where the system can't, by way of a third name."""
    with contextlib.suppress(OSError, AttributeError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        if rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _RENAME_EXCHANGE) == 0:
            return
    aside = _beside(old, "old")
    old.rename(aside)
    new.rename(old)
    aside.rename(new)
