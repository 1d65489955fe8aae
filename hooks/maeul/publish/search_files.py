"""The two files that the finder loads: offices at once, places when they are needed."""

from __future__ import annotations

from collections.abc import Iterator

from maeul.directory import Directory
from maeul.kept.memory import ALONE, Memory
from maeul.publish.json_text import json_bytes
from maeul.search.gazetteer import place_index
from maeul.search.index import office_index, office_rows

OFFICES = "data/v1/search/offices.json"
PLACES = "data/v1/search/places.json"


def search_files(directory: Directory, memory: Memory = ALONE) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the files of search. They are for the scripts of the site, not open data to build upon."""
    rows, around = office_rows(directory, memory), (directory.cities, directory.services, directory.gazetteer)
    yield OFFICES, memory.recall("search", (rows, around), lambda: json_bytes(office_index(directory, rows)))
    yield PLACES, memory.recall("places", around, lambda: json_bytes(place_index(directory)))
