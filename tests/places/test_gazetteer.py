"""The places of the province as they are stored."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from maeul.places.gazetteer import Gazetteer, Outline, TableError, read_gazetteer, read_outlines
from small_project import ROOT

GEO = ROOT / "data" / "geo"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return read_gazetteer(GEO)


@pytest.fixture(scope="module")
def outlines() -> dict[str, Outline]:
    return read_outlines(GEO)


def test_province_has_31_cities(gazetteer: Gazetteer, outlines: dict[str, Outline]) -> None:
    assert len({dong.city for dong in gazetteer.dongs}) == 31
    assert len(outlines) == 31
    assert {dong.city for dong in gazetteer.legal_dongs} <= {dong.city for dong in gazetteer.dongs}


def test_codes_are_each_of_one_place(gazetteer: Gazetteer) -> None:
    assert max(Counter(dong.code for dong in gazetteer.dongs).values()) == 1


def test_places_of_old_names_and_of_parts_are_places_of_today(gazetteer: Gazetteer) -> None:
    codes = {dong.code for dong in gazetteer.dongs}
    assert all(set(place.dong_codes) <= codes for place in gazetteer.legal_dongs)
    assert all(set(place.dong_codes) <= codes for place in gazetteer.former_dongs)


def test_every_place_has_a_name_that_its_city_knows(gazetteer: Gazetteer) -> None:
    names = gazetteer.names_by_city
    assert {"신장1동", "신장동", "덕풍동"} <= names["hanam"]
    assert all(all(name.strip() == name and name for name in found) for found in names.values())


def test_outline_closes_each_of_its_rings(outlines: dict[str, Outline]) -> None:
    for outline in outlines.values():
        for polygon in outline.polygons:
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert len(ring) >= 4


def test_places_lie_in_the_outline_of_their_city_or_beside_it(
    gazetteer: Gazetteer, outlines: dict[str, Outline]
) -> None:
    """Outlines are those of 2013, simplified, so a few places on reclaimed land and on borders lie beside them."""
    city_codes = {dong.city: dong.code[:4] + "0" for dong in gazetteer.dongs}
    beside = [
        dong.name
        for dong in gazetteer.dongs
        if outlines[city_codes[dong.city]].metres_outside(dong.lon, dong.lat) > 500
    ]
    assert len(beside) <= 10, beside


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        ("dongs.csv", "code,name,city,district,lat,lon,area_km2\n1,a,b,c,37,127,1\n2,a,b,c,x,127,1\n", 3),
        ("dongs.csv", "code,name,city,district,lat,lon\n1,a\n", 2),
        ("dongs.csv", "name\na\n", 2),
        ("legal-dongs.csv", "a,b\n1,2\n", 2),
        ("former-dongs.csv", b"name,city,last_seen,dong_codes\n\xff,a,b,c\n", 0),
        ("cities.geojson", "{\n]", 2),
        ("cities.geojson", '{"features": [{}]}', 1),
        ("cities.geojson", '{"features": [{"properties": {"code": "1"}, "geometry": null}]}', 1),
        ("cities.geojson", "[]", 1),
        ("cities.geojson", b"\xff\xfe", 1),
    ],
)
def test_file_of_another_form_is_named_with_its_line(
    file: str, content: str | bytes, line: int, tmp_path: Path
) -> None:
    folder = tmp_path / "geo"
    shutil.copytree(GEO, folder)
    (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(TableError) as caught:
        (read_gazetteer(folder), read_outlines(folder))
    assert (caught.value.file, caught.value.line) == (file, line)
