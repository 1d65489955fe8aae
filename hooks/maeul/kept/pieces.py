"""Pieces of large files kept from build to build, by the digest of the record that each is made from.

They lie one after another in a file, and a list tells where, so that ten thousand of them take no memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from maeul.kept.store import keep, kept

_LIST, _FILE = "pieces.pickle", "pieces.bin"
Piece = tuple[bytes, ...]
_Spot = tuple[int, tuple[int, ...]]  # where a piece begins, and the sizes of its parts


class KeptPieces:
    """Pieces in a folder. `made_from` is what all of them were made with, besides their records."""

    def __init__(self, folder: Path, made_from: bytes) -> None:
        self._folder = folder
        self._made_from = made_from
        noted: tuple[tuple[int, int], dict[bytes, _Spot]] | None = kept(folder / _LIST, made_from)
        self._spots = noted[1] if noted and noted[0] == self._note(_FILE) else {}

    def __contains__(self, key: bytes) -> bool:
        return key in self._spots

    def read(self, keys: Sequence[bytes]) -> Iterator[Piece]:
        """The pieces of these records, all of which are kept."""
        if not keys:
            return
        with (self._folder / _FILE).open("rb") as file:
            for key in keys:
                start, sizes = self._spots[key]
                if start != file.tell():
                    file.seek(start)
                whole, ends = file.read(sum(sizes)), tuple(accumulate(sizes, initial=0))
                yield tuple(whole[begin:end] for begin, end in pairwise(ends))

    def replace(self, pieces: Iterator[tuple[bytes, Piece]]) -> Iterator[Piece]:
        """Let pieces through and keep them, in place of all that were kept until now once the last one is through."""
        self._folder.mkdir(parents=True, exist_ok=True)
        new = self._folder / f"{_FILE}.{os.getpid()}"
        spots: dict[bytes, _Spot] = {}
        with new.open("wb") as file:
            for key, piece in pieces:
                spots[key] = (file.tell(), tuple(map(len, piece)))
                file.writelines(piece)
                yield piece
        new.replace(self._folder / _FILE)
        self._spots = spots
        keep(self._folder / _LIST, self._made_from, (self._note(_FILE), spots))

    def _note(self, name: str) -> tuple[int, int] | None:
        """Size and time of writing, by which a file is believed, as git's index does it."""
        try:
            stat = os.stat(self._folder / name)
        except OSError:
            return None
        return (stat.st_size, stat.st_mtime_ns)
