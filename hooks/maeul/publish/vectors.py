"""Offices and city outlines as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import geojson

from maeul.directory import Directory
from maeul.load.models import Office
from maeul.publish.json_text import json_bytes
from maeul.publish.rows import Rows

_DIGITS = 6  # of degrees; 0.1 m
# What a map has no room for: it is in `offices.json`, under the same id.
_LEFT_OUT = frozenset(("id", "lat", "lon", "aliases", "projects", "conflicts", "source_dates"))


def office_feature(row: dict[str, Any]) -> dict[str, Any]:
    """The flat row of an office as a feature; an office without a position has a null geometry."""
    spot = (row["lon"], row["lat"]) if row["lon"] is not None else None
    properties = {name: value for name, value in row.items() if name not in _LEFT_OUT}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [round(degrees, _DIGITS) for degrees in spot]} if spot else None,
        "properties": properties,
    }


def offices_collection(offices: Iterable[Office]) -> dict[str, Any]:
    """The collection of the features of offices, but for these: its type, and its box where there are positions."""
    spots = [office.location for office in offices if office.location is not None]
    if not spots:
        return {"type": "FeatureCollection"}
    lons, lats = [spot.lon for spot in spots], [spot.lat for spot in spots]
    return {"type": "FeatureCollection", "bbox": [min(lons), min(lats), max(lons), max(lats)]}


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
