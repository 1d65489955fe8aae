"""The map files, read as RFC 7946 says."""

from __future__ import annotations

import json
from itertools import pairwise

import geojson
import pytest
from maeul.directory import Directory
from maeul.publish.download import Download
from maeul.site.context import SiteContext
from publish.conftest import Publish

OFFICES = "data/v1/offices.geojson"
CITIES = "data/v1/cities.geojson"


@pytest.mark.parametrize("path", [OFFICES, CITIES])
def test_a_map_file_is_valid_geojson(files: dict[str, bytes], path: str) -> None:
    collection = geojson.loads(files[path].decode())
    assert isinstance(collection, geojson.FeatureCollection)
    assert collection.is_valid, collection.errors()
    assert "crs" not in collection
    for feature in collection.features:
        assert feature.is_valid, feature.errors()
        assert feature.geometry.is_valid, feature.geometry.errors()


def test_there_is_a_feature_for_each_office_in_the_order_of_the_records(
    files: dict[str, bytes], real: Directory
) -> None:
    features = json.loads(files[OFFICES])["features"]
    assert [feature["id"] for feature in features] == [office.id for office in real.offices]
    assert [feature["properties"]["name"] for feature in features] == [office.name for office in real.offices]


def _features(made: tuple[Download, ...]) -> str:
    return next(download.file for download in made if download.path == OFFICES).read_text("utf-8")


def test_positions_are_longitude_first_and_as_exact_as_the_record(files: dict[str, bytes], real: Directory) -> None:
    for feature in json.loads(files[OFFICES])["features"]:
        spot = real.office[feature["id"]].location
        assert spot is not None
        assert feature["geometry"] == {"type": "Point", "coordinates": [spot.lon, spot.lat]}
        assert feature["properties"]["precision"] == spot.precision


def test_the_box_holds_every_point_and_touches_the_outermost(files: dict[str, bytes]) -> None:
    collection = json.loads(files[OFFICES])
    points = [feature["geometry"]["coordinates"] for feature in collection["features"]]
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    assert collection["bbox"] == [min(lons), min(lats), max(lons), max(lats)]


def test_an_office_without_a_position_is_still_a_feature(real: Directory, publish: Publish) -> None:
    first, *rest = real.offices
    made = _features(publish((first.model_copy(update={"location": None}), *rest)))
    collection = json.loads(made)
    assert len(collection["features"]) == len(real.offices)
    assert collection["features"][0]["geometry"] is None
    assert collection["features"][0]["id"] == first.id
    assert geojson.loads(made).is_valid


def test_without_any_position_there_is_no_box(publish: Publish, real: Directory) -> None:
    lost = tuple(office.model_copy(update={"location": None}) for office in real.offices[:2])
    collection = json.loads(_features(publish(lost)))
    assert "bbox" not in collection
    assert len(collection["features"]) == 2
    assert json.loads(_features(publish(()))) == {"type": "FeatureCollection", "features": []}


def test_properties_are_what_a_map_maker_can_use(files: dict[str, bytes], real: Directory, site: SiteContext) -> None:
    for feature in json.loads(files[OFFICES])["features"]:
        office, properties = real.office[feature["id"]], feature["properties"]
        assert {"name", "city", "state", "as_of", "hours", "phone", "url", "precision"} <= set(properties)
        assert properties["state"] == office.status.state
        assert properties["url"] == f"{site.site_url}offices/{office.id}/"
        assert properties["sources"] == [source.url for source in office.sources]
        assert (properties["hours"] is None) == (office.hours is None)
        assert not {"id", "lat", "lon", "projects", "conflicts", "aliases"} & set(properties)


def test_outlines_follow_the_right_hand_rule(files: dict[str, bytes]) -> None:
    for feature in json.loads(files[CITIES])["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            assert _area(polygon[0]) > 0, f"{feature['id']}: an outer ring runs clockwise"
            assert all(_area(hole) < 0 for hole in polygon[1:]), f"{feature['id']}: a hole runs anticlockwise"


def test_rings_are_closed_and_keep_the_points_of_the_border(files: dict[str, bytes], real: Directory) -> None:
    for feature in json.loads(files[CITIES])["features"]:
        rings = [ring for polygon in feature["geometry"]["coordinates"] for ring in polygon]
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
        outline = real.outlines[real.city[feature["id"]].code]
        assert {tuple(point) for ring in rings for point in ring} == outline.border


def test_every_city_is_a_feature_with_its_number_of_offices(files: dict[str, bytes], real: Directory) -> None:
    features = json.loads(files[CITIES])["features"]
    assert {feature["id"]: feature["properties"]["offices"] for feature in features} == {
        city.key: len(real.offices_in[city.key]) for city in real.cities
    }
    assert len(features) == 31


def _area(ring: list[list[float]]) -> float:
    """Positive when the ring runs anticlockwise (shoelace formula)."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2
