"""The folder of the built site: written beside the old one, which it replaces when all went well."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class Output:
    """Where the site goes. `beside` builds next to it; without, straight into it, as a preview does."""

    def __init__(self, target: Path, *, beside: bool) -> None:
        self.target = target
        self.folder = target.with_name(f".{target.name}-new") if beside else target
        self._made: set[Path] = set()
        shutil.rmtree(self.folder, ignore_errors=True)
        _restore(target)

    def write(self, name: str, data: bytes) -> None:
        """Write a file by its path from the root of the site."""
        self._path(name).write_bytes(data)

    def link(self, name: str, source: Path) -> None:
        """Give a file of the site the same contents as a kept one, without copying where the file system can."""
        path = self._path(name)
        try:
            os.link(source, path)
        except OSError:
            shutil.copy2(source, path)

    def finish(self) -> None:
        """Put the new site in the place of the old one: at every moment there is a whole one."""
        if self.folder == self.target:
            return
        if self.target.exists():
            _exchange(self.folder, self.target)
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            self.folder.rename(self.target)

    def discard(self) -> None:
        """Remove what a failed build wrote; the old site stays."""
        if self.folder != self.target:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, name: str) -> Path:
        path = self.folder / name
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        return path


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}-old")


def _restore(target: Path) -> None:
    """Where folders can't be exchanged in one step, a build killed between two renames leaves the old site aside."""
    if not target.exists() and _old(target).exists():
        _old(target).rename(target)
    shutil.rmtree(_old(target), ignore_errors=True)


def _exchange(new: Path, old: Path) -> None:
    """Swap two folders in one step, or, where the system can't, by way of a third name."""
    with contextlib.suppress(OSError, AttributeError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        if rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _RENAME_EXCHANGE) == 0:
            return
    aside = _old(old)
    old.rename(aside)
    new.rename(old)
    aside.rename(new)
