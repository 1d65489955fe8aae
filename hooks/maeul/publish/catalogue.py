"""The files of open data, and the list of them that the data page and `index.json` show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from maeul.hours.calendar import calendar
from maeul.kept.memory import ALONE, Memory
from maeul.load.models import Office
from maeul.publish.download import FOLDER, Download, LastingFile, ListFile, whole_file
from maeul.publish.holidays_file import HOLIDAYS, holidays_json
from maeul.publish.hsds import CONTENTS, Item, one_page
from maeul.publish.json_text import around_list, json_bytes
from maeul.publish.pieces import OfficePiece, OfficePieces, Pieces
from maeul.publish.schema import schema_bytes
from maeul.publish.tables import BOM
from maeul.publish.vectors import cities_geojson, offices_collection

_AT_ONCE = 200  # offices
LICENCE = "CC-BY-4.0"


def downloads(
    offices: OfficePieces, folder: Path, *, by_city: bool = False, memory: Memory = ALONE
) -> tuple[Download, ...]:
    """Every file of open data, written into a folder, `index.json` last.

    `by_city` adds the offices of each city as a file of their own, for a map that cannot take all of them at once. The
    index tells of the feed only where it is, because an entry of the feed is made of pages.
    """
    pieces, rows, words = offices.pieces, offices.pieces.rows, offices.pieces.rows.words
    about = {
        "name": words("site.name"),
        "licence": LICENCE,
        "built": rows.directory.today.isoformat(),
        "url": rows.site_url,
    }
    large = _LargeFiles(pieces, folder, about, memory, by_city=by_city)
    found = zip(rows.directory.offices, offices, strict=True)
    while some := list(islice(found, _AT_ONCE)):
        large.add(some)
    small = (whole_file(folder, path, data, records) for path, data, records in _small_files(pieces, about))
    files = (*large.finish(), *small)
    index = {
        **about,
        "attribution": list(words.tree["attribution"].values()),
        "feed": f"{rows.site_url}{rows.addresses.feed()}",
        "files": _entries(files),
    }
    return (*files, whole_file(folder, f"{FOLDER}/index.json", json_bytes(index), len(files)))


class _LargeFiles:
    """The files that hold all offices; each office is written into every one of them before the next is looked at."""

    def __init__(self, pieces: Pieces, folder: Path, about: dict[str, Any], memory: Memory, *, by_city: bool) -> None:
        self._folder, self._memory = folder, memory
        directory = pieces.rows.directory
        offices = directory.offices
        count, offers = len(offices), sum(len(office.services) for office in offices)
        header = BOM + (pieces.header(offices[0]) if offices else b"")
        lists = {
            "feature": self._features("offices", offices),
            "row": self._list("offices.json", count, around_list(about, "offices")),
            "line": self._list("offices.csv", count, (header, b""), between=b""),
            "location": self._list("hsds/locations.json", count, around_list(one_page(count), CONTENTS)),
            "offers": self._list("hsds/service_at_locations.json", offers, around_list(one_page(offers), CONTENTS)),
        }
        self._lists = tuple(lists[part] for part in OfficePiece._fields)
        self._cities = {
            city.key: self._features(f"offices/{city.key}", directory.offices_in[city.key], city.name)
            for city in (directory.cities if by_city else ())
        }

    def add(self, offices: Sequence[tuple[Office, OfficePiece]]) -> None:
        """Write the next offices."""
        for number, file in enumerate(self._lists):
            file.add([piece[number] for _, piece in offices if piece[number]])
        if self._cities:
            for city, some in groupby(offices, lambda pair: pair[0].city):
                self._cities[city].add([piece.feature for _, piece in some])

    def finish(self) -> Iterator[Download]:
        """End all files, those of the map first."""
        row, feature, *others = self._lists
        return (file.finish() for file in (feature, *self._cities.values(), row, *others))

    def _features(self, name: str, offices: Sequence[Office], part: str = "") -> ListFile | LastingFile:
        around = self._memory.recall(
            f"around {name}", offices, lambda: around_list(offices_collection(offices), "features")
        )
        return self._list(f"{name}.geojson", len(offices), around, part=part)

    def _list(
        self, name: str, records: int, around: tuple[bytes, bytes], between: bytes = b",", part: str = ""
    ) -> ListFile | LastingFile:
        path = f"{FOLDER}/{name}"
        begin = partial(ListFile, self._folder, path, records, around, between, part)
        return LastingFile(self._memory, path, (records, around, part), begin) if self._memory.lasting else begin()


def _small_files(pieces: Pieces, about: dict[str, Any]) -> Iterator[tuple[str, bytes, int]]:
    """Path, bytes and number of records of each file that does not grow with the offices."""
    rows, directory = pieces.rows, pieces.rows.directory
    stories = [rows.story(story) for story in directory.stories]
    days = calendar(directory.today, (holiday.date.first_day for holiday in directory.holidays))
    yield f"{FOLDER}/offices.schema.json", schema_bytes(directory), len(Office.model_fields)
    yield f"{FOLDER}/cities.geojson", cities_geojson(directory, rows), len(directory.cities)
    yield f"{FOLDER}/stories.json", json_bytes({**about, "stories": stories}), len(stories)
    for name, items in (("organizations", pieces.hsds.organizations()), ("services", pieces.hsds.services())):
        yield f"{FOLDER}/hsds/{name}.json", _paged(items), len(items)
    yield HOLIDAYS, holidays_json(days), len(days.days)


def _paged(items: Sequence[Item]) -> bytes:
    return json_bytes({**one_page(len(items)), CONTENTS: items})


def _entries(files: Sequence[Download]) -> list[dict[str, object]]:
    return [{"path": file.path, "records": file.records, "bytes": file.size, "sha256": file.sha256} for file in files]
