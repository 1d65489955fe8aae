"""The files of open data, and the list of them that the data page and `index.json` show."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from maeul.directory import Directory
from maeul.hours.calendar import calendar
from maeul.load.models import Office
from maeul.publish.holidays_file import HOLIDAYS, holidays_json
from maeul.publish.hsds import Hsds, paged
from maeul.publish.json_text import json_bytes
from maeul.publish.rows import Rows, flat
from maeul.publish.schema import schema_bytes
from maeul.publish.tables import offices_csv
from maeul.publish.vectors import cities_geojson, offices_geojson
from maeul.site.addresses import Addresses
from maeul.words import Words

FOLDER = "data/v1"
LICENCE = "CC-BY-4.0"


@dataclass(frozen=True)
class Download:
    """A file of open data: path from the root of the site, its bytes, and how many records it holds.

    `part` is the name of the city when a larger file holds the same for all cities.
    """

    path: str
    data: bytes
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
        return max(1, round(len(self.data) / 1000))


def downloads(
    directory: Directory, words: Words, addresses: Addresses, site_url: str, *, by_city: bool = False
) -> tuple[Download, ...]:
    """Every file of open data, `index.json` last. `site_url` ends in a slash.

    `by_city` adds the offices of each city as a file of their own, for a map that cannot take all of them at once. The
    index tells of the feed only where it is, because an entry of the feed is made of pages.
    """
    rows = Rows(directory, words, addresses, site_url)
    offices = [rows.office(office) for office in directory.offices]
    stories = [rows.story(story) for story in directory.stories]
    about = {"name": words("site.name"), "licence": LICENCE, "built": directory.today.isoformat(), "url": site_url}
    schema = Download(f"{FOLDER}/offices.schema.json", schema_bytes(directory), len(Office.model_fields))
    days = calendar(directory.today, (holiday.date.first_day for holiday in directory.holidays))
    files = (
        Download(f"{FOLDER}/offices.geojson", offices_geojson(offices), len(offices)),
        *(_offices_by_city(directory, offices) if by_city else ()),
        Download(f"{FOLDER}/offices.json", json_bytes({**about, "offices": offices}), len(offices)),
        Download(f"{FOLDER}/offices.csv", offices_csv([flat(row) for row in offices]), len(offices)),
        schema,
        Download(f"{FOLDER}/cities.geojson", cities_geojson(directory, rows), len(directory.cities)),
        Download(f"{FOLDER}/stories.json", json_bytes({**about, "stories": stories}), len(stories)),
        *_hsds(Hsds(directory, words, addresses, site_url)),
        Download(HOLIDAYS, holidays_json(days), len(days.days)),
    )
    index = {
        **about,
        "attribution": list(words.tree["attribution"].values()),
        "feed": f"{site_url}{addresses.feed()}",
        "files": _entries(files),
    }
    return (*files, Download(f"{FOLDER}/index.json", json_bytes(index), len(files)))


def _offices_by_city(directory: Directory, offices: Sequence[dict[str, Any]]) -> Iterator[Download]:
    rows: dict[str, list[dict[str, Any]]] = {city.key: [] for city in directory.cities}
    for row in offices:
        rows[row["city_key"]].append(row)
    for city in directory.cities:
        own = rows[city.key]
        yield Download(f"{FOLDER}/offices/{city.key}.geojson", offices_geojson(own), len(own), city.name)


def _hsds(hsds: Hsds) -> Iterator[Download]:
    lists = {
        "organizations": hsds.organizations(),
        "services": hsds.services(),
        "locations": hsds.locations(),
        "service_at_locations": hsds.service_at_locations(),
    }
    for name, items in lists.items():
        yield Download(f"{FOLDER}/hsds/{name}.json", json_bytes(paged(items)), len(items))


def _entries(files: Sequence[Download]) -> list[dict[str, object]]:
    return [
        {
            "path": file.path,
            "records": file.records,
            "bytes": len(file.data),
            "sha256": hashlib.sha256(file.data).hexdigest(),
        }
        for file in files
    ]
