from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from maeul.publish.download import Download, whole_file
from maeul.site.context import SiteContext
from publish.conftest import Publish
from small_project import ROOT

INDEX = "data/v1/index.json"


def test_the_index_lists_every_other_file_with_its_checksum(files: dict[str, bytes]) -> None:
    entries = {entry["path"]: entry for entry in json.loads(files[INDEX])["files"]}
    assert set(entries) == set(files) - {INDEX}
    for path, entry in entries.items():
        assert entry["sha256"] == hashlib.sha256(files[path]).hexdigest()
        assert entry["bytes"] == len(files[path])


def test_the_index_counts_the_records(files: dict[str, bytes], site: SiteContext) -> None:
    counts = {entry["path"]: entry["records"] for entry in json.loads(files[INDEX])["files"]}
    assert counts["data/v1/offices.geojson"] == len(site.directory.offices)
    assert counts["data/v1/offices.json"] == len(site.directory.offices)
    assert counts["data/v1/offices.csv"] == len(site.directory.offices)
    assert counts["data/v1/cities.geojson"] == 31
    assert counts["data/v1/stories.json"] == len(site.directory.stories)


def test_the_index_says_what_this_is_and_what_one_may_do(files: dict[str, bytes], site: SiteContext) -> None:
    index = json.loads(files[INDEX])
    assert index["licence"] == "CC-BY-4.0"
    assert index["built"] == site.directory.today.isoformat()
    assert index["url"] == site.site_url


def test_the_index_lists_the_holidays_and_leads_to_the_feed(files: dict[str, bytes], site: SiteContext) -> None:
    index = json.loads(files[INDEX])
    holidays = next(entry for entry in index["files"] if entry["path"] == "data/v1/holidays.json")
    assert holidays["records"] == len(json.loads(files["data/v1/holidays.json"])["days"])
    assert index["feed"] == f"{site.site_url}feed.xml"


def test_the_index_repeats_the_lines_that_the_licence_asks_for(files: dict[str, bytes]) -> None:
    licence = " ".join((ROOT / "LICENSE-DATA").read_text("utf-8").split())
    asked = licence.split("출처는 이렇게 밝힙니다.")[1].split("기록에 적힌 출처")[0]
    lines = json.loads(files[INDEX])["attribution"]
    assert all(line in asked for line in lines)
    assert len(lines) == 1 + asked.count(" - ")


def test_every_file_has_words_for_the_data_page(site: SiteContext) -> None:
    for download in site.downloads:
        assert site.words(f"data.{download.key}")


def test_a_small_file_is_not_shown_as_nothing(tmp_path: Path) -> None:
    assert whole_file(tmp_path, "a.json", b"{}", 0).kilobytes == 1
    assert whole_file(tmp_path, "a.json", b"x" * 2_600, 0).kilobytes == 3


def test_offices_are_not_cut_by_city_when_a_map_can_take_all(site: SiteContext) -> None:
    assert [download.path for download in site.downloads if download.part] == []


@pytest.fixture(scope="module")
def by_city(site: SiteContext, publish: Publish) -> tuple[Download, ...]:
    return publish(site.directory.offices, by_city=True)


def test_the_files_of_cities_hold_the_features_of_the_whole_file(
    by_city: tuple[Download, ...], files: dict[str, bytes], site: SiteContext
) -> None:
    parts = {download.path: json.loads(download.file.read_bytes())["features"] for download in by_city if download.part}
    assert set(parts) == {f"data/v1/offices/{city.key}.geojson" for city in site.directory.cities}
    whole = json.loads(files["data/v1/offices.geojson"])["features"]
    for city in site.directory.cities:
        own = [feature for feature in whole if feature["properties"]["city_key"] == city.key]
        assert parts[f"data/v1/offices/{city.key}.geojson"] == own


def test_the_index_lists_the_files_of_cities_too(by_city: tuple[Download, ...], files: dict[str, bytes]) -> None:
    paths = [entry["path"] for entry in json.loads(by_city[-1].file.read_bytes())["files"]]
    assert paths == [download.path for download in by_city[:-1]]
    assert [download.path for download in by_city if not download.part] == list(files)
