"""Offices and city outlines as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import geojson

from maeul.directory import Directory
from maeul.publish.json_text import json_bytes
from maeul.publish.rows import Rows, flat


def offices_geojson(offices: Sequence[dict[str, Any]]) -> bytes:
    """One feature an office in the order of the records; an office without a position has a null geometry."""
    collection = geojson.FeatureCollection([_office(row) for row in offices])
    spots = [(row["lon"], row["lat"]) for row in offices if row["lon"] is not None]
    if spots:
        lons, lats = zip(*spots, strict=True)
        collection["bbox"] = [min(lons), min(lats), max(lons), max(lats)]
    return json_bytes(collection)


def cities_geojson(directory: Directory, rows: Rows) -> bytes:
    """The outlines of the cities with their names, keys and numbers of offices."""
    features = [
        geojson.Feature(
            id=city.key,
            geometry=geojson.MultiPolygon(list(directory.outlines[city.code].polygons), precision=5),
            properties=rows.city(city),
        )
        for city in directory.cities
    ]
    return json_bytes(geojson.FeatureCollection(features))


# What a map has no room for: it is in `offices.json`, under the same id.
_LEFT_OUT = ("id", "lat", "lon", "aliases", "projects", "conflicts", "source_dates")


def _office(row: dict[str, Any]) -> Any:
    geometry = geojson.Point((row["lon"], row["lat"]), precision=6) if row["lon"] is not None else None
    properties = {name: value for name, value in flat(row).items() if name not in _LEFT_OUT}
    return geojson.Feature(id=row["id"], geometry=geometry, properties=properties)
