from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.directory import Directory
from maeul.load.models import Location, Office, Status
from maeul.places.geometry import distance
from maeul.places.nearest import Grid
from maeul.site.city_page import NEAREST, city_page, near_city
from maeul.site.context import SiteContext
from maeul.site.maps import neighbours
from maeul.site.near import NEIGHBOURS, NearIds, is_near_others, near_ids, spots_of
from maeul.site.office_page import office_page

Changed = Callable[..., SiteContext]


def _near(office: Office, site: SiteContext) -> list[Any]:
    return [near.card for near in office_page(office, site, site.near(office)).view["near"]]


def test_an_office_page_shows_the_nearest_other_offices_in_order(site: SiteContext) -> None:
    for office in site.directory.offices:
        assert office.location is not None
        here = office.location
        others = sorted(
            distance(here.lat, here.lon, other.location.lat, other.location.lon)
            for other in site.directory.offices
            if other.id != office.id and other.location
        )
        spots = [card.location for card in _near(office, site)]
        found = [distance(here.lat, here.lon, spot.lat, spot.lon) for spot in spots]
        assert found == pytest.approx(others[:NEIGHBOURS])
        assert all(near.distance for near in office_page(office, site, site.near(office)).view["near"])


def test_a_closed_or_moved_office_is_nobodys_nearest(site: SiteContext, changed: Changed) -> None:
    first, *rest = site.directory.offices
    nearest = _near(first, site)[0].id
    for state in ("closed", "moved"):
        status = Status.model_validate({"state": state, "as_of": "2026-01-01"})
        ended = [other.model_copy(update={"status": status}) if other.id == nearest else other for other in rest]
        assert nearest not in [card.id for card in _near(first, changed([first, *ended]))]


def test_a_closed_office_still_points_to_open_ones(site: SiteContext, changed: Changed) -> None:
    first, *rest = site.directory.offices
    closed = first.model_copy(update={"status": Status.model_validate({"state": "closed", "as_of": "2026-01-01"})})
    assert len(_near(closed, changed([closed, *rest]))) == NEIGHBOURS


def test_offices_at_the_same_spot_do_not_push_the_own_office_in(site: SiteContext, changed: Changed) -> None:
    """Several offices may stand in the middle of one dong; the office itself is never its own neighbour."""
    spot = Location.model_validate({"lat": 37.3, "lon": 127.0, "precision": "dong"})
    same = [office.model_copy(update={"location": spot}) for office in site.directory.offices[:6]]
    site = changed(same)
    for office in same:
        near = [card.id for card in _near(office, site)]
        assert office.id not in near
        assert len(near) == NEIGHBOURS


def test_an_office_without_a_position_has_no_nearest(site: SiteContext, changed: Changed) -> None:
    first, *rest = site.directory.offices
    lost = first.model_copy(update={"location": None})
    site = changed([lost, *rest])
    assert _near(lost, site) == []
    assert all(lost.id not in [card.id for card in _near(other, site)] for other in rest)


def test_a_city_without_an_office_names_the_nearest_of_others(site: SiteContext) -> None:
    empty = [city for city in site.directory.cities if not site.directory.offices_in[city.key]]
    assert empty, "no city without an office is left: this test needs another way to make one"
    for city in empty:
        page = city_page(city, site, near_city(city, site))
        assert len(page.view["near"]) == NEAREST
        assert all(near.card.city_key != city.key for near in page.view["near"])
        assert page.view["contact"].number


def test_city_neighbours_are_symmetrical(site: SiteContext) -> None:
    cities = site.directory.cities
    beside = {city.key: {other.key for other in neighbours(city, site)} for city in cities}
    for city in cities:
        assert beside[city.key], city.name
        assert city.key not in beside[city.key]
        assert all(city.key in beside[other] for other in beside[city.key])


def test_known_borders_are_found(site: SiteContext) -> None:
    beside = {city.key: {other.key for other in neighbours(city, site)} for city in site.directory.cities}
    assert {"uiwang", "hwaseong", "yongin"} <= beside["suwon"]
    assert "yeoncheon" not in beside["suwon"]


def _found(directory: Directory, kept_in: Path | None = None) -> NearIds:
    offices = tuple(directory.offices)
    grid = Grid((at.lat, at.lon, office) for office in offices if (at := office.location) and is_near_others(office))
    return near_ids(directory, spots_of(directory), lambda: grid, kept_in)


def _at(office: Office, lat: float, lon: float) -> Office:
    return office.model_copy(update={"location": Location(lat=lat, lon=lon, precision="building")})


def test_who_is_near_whom_is_kept_until_somebody_moves(site: SiteContext, tmp_path: Path) -> None:
    directory = site.directory
    found = _found(directory, tmp_path)
    with patch.object(Grid, "nearest", side_effect=AssertionError("looked for again")):
        assert _found(directory, tmp_path) == found
    first, *rest = directory.offices
    assert first.location is not None
    moved = replace(directory, offices=(_at(first, first.location.lat + 0.3, first.location.lon), *rest))
    assert _found(moved, tmp_path) == _found(moved) != found


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_after_few_have_moved_everybody_has_the_nearest_that_a_clean_search_finds(
    data: st.DataObject, site: SiteContext, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On a few crossings of streets, so that many are at one place or equally far from each other."""
    kept_in = tmp_path_factory.mktemp("kept")
    step = data.draw(st.sampled_from((1e-6, 0.001, 0.01, 0.1)))
    street = st.integers(0, 4).map(lambda number: number * step)
    crossing = st.tuples(street.map(lambda north: 37.1 + north), street.map(lambda east: 127.0 + east))
    some = list(site.directory.offices[:12])
    crowd = [_at(office, *data.draw(crossing)) for office in some]
    for _ in range(3):
        _ = _found(replace(site.directory, offices=tuple(crowd)), kept_in)
        number = data.draw(st.integers(0, len(crowd) - 1))
        change = data.draw(st.sampled_from(("move", "close", "lose", "leave", "come", "swap")))
        office = crowd[number]
        if change == "move":
            crowd[number] = _at(office, *data.draw(crossing))
        elif change == "close":
            crowd[number] = office.model_copy(update={"status": Status(state="closed", as_of=office.status.as_of)})
        elif change == "lose":
            crowd[number] = office.model_copy(update={"location": None})
        elif change == "leave" and len(crowd) > 2:
            del crowd[number]
        elif change == "come":
            crowd.insert(number, _at(site.directory.offices[20 + len(crowd)], *data.draw(crossing)))
        elif change == "swap":
            crowd[0], crowd[number] = crowd[number], crowd[0]
        now = replace(site.directory, offices=tuple({office.id: office for office in crowd}.values()))
        assert _found(now, kept_in) == _found(now)
        crowd = list(now.offices)
