"""What one office is in each of the large files of open data.

A file of ten thousand offices is ten thousand pieces in a row. An office whose record did not change has the same piece
as in the last build, so pieces are kept, and only those of changed records are made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from maeul.directory import Directory
from maeul.kept.digests import digest, digest_of_code
from maeul.kept.pieces import KeptPieces, Piece, PieceFile
from maeul.load.models import Office
from maeul.publish.hsds import Hsds
from maeul.publish.json_text import json_part
from maeul.publish.rows import Rows, flat
from maeul.publish.tables import csv_line
from maeul.publish.vectors import office_feature
from maeul.site.addresses import Addresses
from maeul.words import Words
from maeul.workers import Ahead

_Made = Sequence[tuple[bytes, Office]]  # offices with the digests of their records


class OfficePiece(NamedTuple):
    """An office as a part of each file, without what stands between parts; `offers` is empty without services."""

    row: bytes
    feature: bytes
    line: bytes
    location: bytes
    offers: bytes


class Pieces:
    """Makes the pieces of offices. `site_url` ends in a slash."""

    def __init__(self, directory: Directory, words: Words, addresses: Addresses, site_url: str) -> None:
        self.rows = Rows(directory, words, addresses, site_url)
        self.hsds = Hsds(directory, words, addresses, site_url)

    @cached_property
    def made_from(self) -> bytes:
        """The digest of what all pieces are made with, besides the offices."""
        rows = self.rows
        around = (rows.directory.cities, rows.words.tree, rows.addresses, rows.site_url)
        return digest(digest_of_code(), *map(repr, around))

    def of(self, office: Office) -> OfficePiece:
        """The piece of one office."""
        row = self.rows.office(office)
        table = flat(row)
        return OfficePiece(
            json_part(row),
            json_part(office_feature(table)),
            csv_line(table.values()),
            json_part(self.hsds.location(office)),
            json_part(self.hsds.offers(office))[1:-1],  # the items of the list without its brackets
        )

    def header(self, office: Office) -> bytes:
        """The first line of a table of offices: the names of facts, which all offices have alike."""
        return csv_line(flat(self.rows.office(office)))


class OfficePieces:
    """The pieces of all offices in order: those that are kept, and those to be made, which are kept from then on.

    Copies of this process may make them, when they are many: each writes its share into a file.
    """

    def __init__(self, pieces: Pieces, kept: KeptPieces) -> None:
        directory = pieces.rows.directory
        self.pieces = pieces
        self._kept = kept
        self._keys = directory.keys
        self.missing = [pair for pair in zip(self._keys, directory.offices, strict=True) if pair[0] not in kept]
        self._shares: list[tuple[_Made, Ahead[PieceFile]]] = []

    def begin(self, copies: int) -> None:
        """Let so many copies of this process begin with the pieces to be made."""
        size = -(-len(self.missing) // copies)
        for number in range(copies):
            share = self.missing[number * size : (number + 1) * size]
            self._shares.append((share, Ahead(partial(self._write, str(number), share), at_once=True)))

    def __iter__(self) -> Iterator[OfficePiece]:
        known = self._kept.read([key for key in self._keys if key in self._kept])
        made = self._made()
        found = ((key, next(known if key in self._kept else made)) for key in self._keys)
        return map(OfficePiece._make, self._kept.replace(found) if self.missing else known)

    def _made(self) -> Iterator[Piece]:
        if not self._shares:
            yield from (self.pieces.of(office) for _, office in self.missing)
        for share, coming in self._shares:
            file = coming.result()
            try:
                yield from file.read([key for key, _ in share])
            finally:  # after the last piece nobody asks for another
                file.path.unlink()

    def _write(self, name: str, share: _Made) -> PieceFile:
        file = self._kept.beside(name)
        for _ in file.write((key, self.pieces.of(office)) for key, office in share):
            pass
        return file
