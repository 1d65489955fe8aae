"""A file of open data, written into a folder whole or item by item, so that a large one is never in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from maeul.kept.memory import Memory

FOLDER = "data/v1"


@dataclass(frozen=True)
class Download:
    """A written file: its path from the root of the site, where it lies, its size, and how many records it holds.

    `part` is the name of the city when a larger file holds the same for all cities.
    """

    path: str
    file: Path
    size: int
    sha256: str
    records: int
    part: str = ""

    @property
    def name(self) -> str:
        """Its path in the folder of open data: `hsds/services.json`."""
        return self.path.removeprefix(f"{FOLDER}/")

    @property
    def key(self) -> str:
        """Its name as words about it are found: `offices_geojson`."""
        return self.name.replace("/", "_").replace(".", "_")

    @property
    def kilobytes(self) -> int:
        """Its size, at least 1."""
        return max(1, round(self.size / 1000))


class ListFile:
    """A file that is being written: what stands before its items, between two of them, and after them."""

    def __init__(
        self, folder: Path, path: str, records: int, around: tuple[bytes, bytes], between: bytes = b",", part: str = ""
    ) -> None:
        self._path, self._records, self._part = path, records, part
        before, self._after = around
        self._between = between
        self._place = folder / path
        self._file = _new(self._place)
        self._sum = hashlib.sha256()
        self._size = 0
        self._write(before)
        self._led = b""  # what stands before the next item

    def add(self, items: Sequence[bytes]) -> None:
        """Write further items."""
        if items:
            self._write(self._led + self._between.join(items))
            self._led = self._between

    def finish(self) -> Download:
        """End the file."""
        self._write(self._after)
        self._file.close()
        return Download(self._path, self._place, self._size, self._sum.hexdigest(), self._records, self._part)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._sum.update(data)
        self._size += len(data)


class LastingFile:
    """A file that a preview writes at once, and not again while what is in it stays the same."""

    def __init__(self, memory: Memory, path: str, around: tuple[object, ...], begin: Callable[[], ListFile]) -> None:
        self._memory, self._name = memory, f"file {path}"
        self._around, self._begin = around, begin
        self._items: list[bytes] = []

    def add(self, items: Sequence[bytes]) -> None:
        """Take further items."""
        self._items += items

    def finish(self) -> Download:
        """The file as it was written the last time or is written now."""
        return self._memory.recall(self._name, (self._around, self._items), self._write)

    def _write(self) -> Download:
        file = self._begin()
        file.add(self._items)
        return file.finish()


def whole_file(folder: Path, path: str, data: bytes, records: int) -> Download:
    """Write a file at once."""
    return ListFile(folder, path, records, (data, b"")).finish()


def _new(path: Path) -> BinaryIO:
    """A file to write to. One that is there keeps what it holds, for a site that has another name for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path.open("wb")
