"""What one office is in each of the large files of open data.

A file of ten thousand offices is ten thousand pieces in a row. An office whose record did not change has the same piece
as in the last build, so pieces are kept, and only those of changed records are made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from maeul.directory import Directory
from maeul.kept.digests import digest, digest_of_code
from maeul.kept.pieces import KeptPieces
from maeul.load.models import Office
from maeul.publish.hsds import Hsds
from maeul.publish.json_text import json_part
from maeul.publish.rows import Rows, flat
from maeul.publish.tables import csv_line
from maeul.publish.vectors import office_feature
from maeul.site.addresses import Addresses
from maeul.words import Words
from maeul.workers import spread


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
        around = (rows.directory.cities, rows.directory.today, rows.words.tree, rows.addresses, rows.site_url)
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
            b",".join(map(json_part, self.hsds.offers(office))),
        )

    def header(self, office: Office) -> bytes:
        """The first line of a table of offices: the names of facts, which all offices have alike."""
        return csv_line(flat(self.rows.office(office)))


def office_pieces(offices: Sequence[Office], pieces: Pieces, kept: KeptPieces) -> Iterator[OfficePiece]:
    """The pieces of offices in order, made where they are not kept; kept are then these."""
    keys = [pieces.rows.directory.digest(office) for office in offices]
    missing = [office for office, key in zip(offices, keys, strict=True) if key not in kept]
    known = map(OfficePiece._make, kept.read([key for key in keys if key in kept]))
    if not missing:
        yield from known
        return
    made = _made(missing, pieces)
    found = ((key, next(known if key in kept else made)) for key in keys)
    yield from map(OfficePiece._make, kept.replace(found))


def _made(offices: Sequence[Office], pieces: Pieces) -> Iterator[OfficePiece]:
    for part in spread(offices, lambda some: [tuple(pieces.of(office)) for office in some]):
        yield from map(OfficePiece._make, part)
