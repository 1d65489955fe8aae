"""Pieces of large files kept from build to build, by the digest of the record that each is made from.

They lie one after another in a file, and a list tells where, so that ten thousand of them take no memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

from maeul.kept.store import keep, kept, size_and_time

_LIST, _FILE = "pieces.pickle", "pieces.bin"
Piece = tuple[bytes, ...]
_FEW = 500  # pieces, which are made in a second
Spot = tuple[int, tuple[int, ...]]  # where a piece begins, and the sizes of its parts


@dataclass(frozen=True)
class PieceFile:
    """Pieces in a file, and where each of them is."""

    path: Path
    spots: dict[bytes, Spot] = field(default_factory=dict)

    def read(self, keys: Sequence[bytes]) -> Iterator[Piece]:
        """The pieces of these records, all of which are there."""
        if not keys:
            return
        with self.path.open("rb") as file:
            for key in keys:
                start, sizes = self.spots[key]
                if start != file.tell():
                    file.seek(start)
                whole, ends = file.read(sum(sizes)), tuple(accumulate(sizes, initial=0))
                yield tuple(whole[begin:end] for begin, end in pairwise(ends))

    def write(self, pieces: Iterable[tuple[bytes, Piece]]) -> Iterator[Piece]:
        """Let pieces through and write them, in place of what the file has held."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.spots.clear()
        with self.path.open("wb") as file:
            for key, piece in pieces:
                self.spots[key] = (file.tell(), tuple(map(len, piece)))
                file.writelines(piece)
                yield piece


class KeptPieces:
    """Pieces in a folder. `made_from` is what all of them were made with, besides their records."""

    def __init__(self, folder: Path, made_from: bytes) -> None:
        self._folder = folder
        self._made_from = made_from
        noted: tuple[tuple[int, int], dict[bytes, Spot]] | None = kept(folder / _LIST, made_from)
        believed = noted is not None and noted[0] == size_and_time(folder / _FILE)
        self._file = PieceFile(folder / _FILE, noted[1] if noted and believed else {})

    def __contains__(self, key: bytes) -> bool:
        return key in self._file.spots

    def read(self, keys: Sequence[bytes]) -> Iterator[Piece]:
        """The pieces of these records, all of which are kept."""
        return self._file.read(keys)

    def replace(self, pieces: Iterable[tuple[bytes, Piece]]) -> Iterator[Piece]:
        """Let pieces through and keep them, in place of all that were kept until now once the last one is through."""
        new = self.beside(str(os.getpid()))
        yield from new.write(pieces)
        self._file = PieceFile(new.path.replace(self._file.path), new.spots)
        keep(self._folder / _LIST, self._made_from, (size_and_time(self._file.path), new.spots))

    def beside(self, name: str) -> PieceFile:
        """An empty file for pieces that are on their way here."""
        return PieceFile(self._folder / f"{_FILE}.{name}")


class RememberedPieces(KeptPieces):
    """Pieces that a preview has in memory, too: those of its last build. Few new ones are only remembered, not kept."""

    def __init__(self, folder: Path, made_from: bytes) -> None:
        super().__init__(folder, made_from)
        self._known: dict[bytes, Piece] | None = None  # before the first reading, which is from the file

    def __contains__(self, key: bytes) -> bool:
        return super().__contains__(key) if self._known is None else key in self._known

    def read(self, keys: Sequence[bytes]) -> Iterator[Piece]:
        """The pieces of these records; all others are forgotten."""
        known = self._known
        found = super().read(keys) if known is None else (known[key] for key in keys)
        self._known = dict(zip(keys, found, strict=True))
        return iter(self._known.values())

    def replace(self, pieces: Iterable[tuple[bytes, Piece]]) -> Iterator[Piece]:
        """Let pieces through and remember them, in place of all until now; many new ones are kept as well."""
        found = dict(pieces)
        if not self._known or len(found.keys() - self._known.keys()) > _FEW:
            found = dict(zip(found, super().replace(found.items()), strict=True))
        self._known = found
        return iter(found.values())
