"""The files that the finder loads: offices at once, or by need where there are very many; places when needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maeul.directory import Directory
from maeul.kept.digests import digest
from maeul.kept.memory import ALONE, Memory
from maeul.publish.json_text import json_bytes, json_part
from maeul.search.gazetteer import place_index
from maeul.search.index import office_index, office_rows, plain_index, stepped
from maeul.search.row import Row
from maeul.search.shards import cut

OFFICES = "data/v1/search/offices.json"
PLACES = "data/v1/search/places.json"
SHARD = "data/v1/search/offices/{}.json"
SHARDED_FROM = 3_000  # offices: their index in one file is 90 kB gzip


def search_files(
    directory: Directory, memory: Memory = ALONE, *, sharded_from: int = SHARDED_FROM
) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the files of search. They are for the scripts of the site, not open data to build upon."""
    rows, around = office_rows(directory, memory), (directory.cities, directory.services, directory.gazetteer)
    files = _whole if len(rows) < sharded_from else _in_shards
    yield from memory.recall("search", (rows, around), lambda: tuple(files(directory, rows)))
    yield PLACES, memory.recall("places", around, lambda: json_bytes(place_index(directory)))


def _whole(directory: Directory, rows: Sequence[Row]) -> Iterator[tuple[str, bytes]]:
    yield OFFICES, json_bytes(office_index(directory, rows))


def _in_shards(directory: Directory, rows: Sequence[Row]) -> Iterator[tuple[str, bytes]]:
    """The head, and the shards marked as its own: rows of another build would get names that are not theirs."""
    head, shards = cut(plain_index(directory, rows))
    made = {"made": digest(json_part(head)).hex()}
    yield OFFICES, json_bytes({**made, **head})
    for shard in shards:
        yield SHARD.format(shard.name), json_bytes({**made, "rows": stepped(shard.rows)})
