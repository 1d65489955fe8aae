"""Points, outlines and distances against shapes and distances that are known."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.places.gazetteer import Outline
from maeul.places.geometry import EARTH_RADIUS_M, Interior, bounds, distance, distance_to_outline

SETTINGS = settings(max_examples=150, deadline=None, derandomize=True)
SQUARE = [[[127.0, 37.0], [127.2, 37.0], [127.2, 37.2], [127.0, 37.2], [127.0, 37.0]]]
HOLE = [[127.05, 37.05], [127.15, 37.05], [127.15, 37.15], [127.05, 37.15], [127.05, 37.05]]
ISLAND = [[[127.5, 37.5], [127.6, 37.5], [127.6, 37.6], [127.5, 37.5]]]
DEGREE = math.radians(1) * EARTH_RADIUS_M


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        ((37.0, 127.0), (37.0, 127.0), 0),
        ((37.0, 127.0), (38.0, 127.0), DEGREE),
        ((0.0, 0.0), (0.0, 90.0), 90 * DEGREE),
        ((0.0, 0.0), (0.0, 180.0), 180 * DEGREE),
        ((0.0, 179.5), (0.0, -179.5), DEGREE),
        # Seoul to Busan and to Tokyo, by their city halls.
        ((37.5665, 126.9780), (35.1796, 129.0756), 325_100),
        ((37.5665, 126.9780), (35.6895, 139.6917), 1_152_600),
    ],
)
def test_distance_is_the_known_one(one: tuple[float, float], other: tuple[float, float], metres: float) -> None:
    assert distance(*one, *other) == pytest.approx(metres, rel=2e-3, abs=1e-6)


POINTS = st.tuples(st.floats(36.5, 38.5), st.floats(126.0, 128.0))


@given(POINTS, POINTS, POINTS)
@SETTINGS
def test_distance_is_the_same_both_ways_and_no_detour_is_shorter(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> None:
    assert distance(*a, *b) == pytest.approx(distance(*b, *a))
    assert distance(*a, *c) <= distance(*a, *b) + distance(*b, *c) + 1e-6


@pytest.mark.parametrize(
    ("lon", "lat", "expected"),
    [(127.1, 37.01, True), (127.19, 37.19, True), (126.9, 37.1, False), (127.3, 37.1, False), (127.1, 36.9, False)],
)
def test_point_is_inside_a_square_or_not(lon: float, lat: float, expected: bool) -> None:
    assert Interior([SQUARE]).holds(lon, lat) is expected


def test_hole_is_outside() -> None:
    with_hole = [[*SQUARE, HOLE]]
    assert not Interior(with_hole).holds(127.1, 37.1)
    assert Interior(with_hole).holds(127.02, 37.02)


def test_second_polygon_counts() -> None:
    assert Interior([SQUARE, ISLAND]).holds(127.59, 37.55)
    assert not Interior([SQUARE, ISLAND]).holds(127.51, 37.59)


def test_line_through_a_corner_is_crossed_once() -> None:
    diamond = [[[0.0, 1.0], [1.0, 0.0], [0.0, -1.0], [-1.0, 0.0], [0.0, 1.0]]]
    assert Interior([diamond]).holds(0.0, 0.0)
    assert not Interior([diamond]).holds(-2.0, 0.0)
    assert not Interior([diamond]).holds(-2.0, 1.0)


@pytest.mark.parametrize(
    ("lon", "lat", "metres"),
    [
        (127.1, 36.9, 0.1 * DEGREE),
        (127.1, 37.05, 0.05 * DEGREE),
        (127.3, 37.1, 0.1 * DEGREE * math.cos(math.radians(37.1))),
        (127.2, 37.2, 0.0),
        (126.9, 36.9, math.hypot(0.1 * DEGREE, 0.1 * DEGREE * math.cos(math.radians(36.9)))),
    ],
)
def test_distance_to_an_outline_is_that_to_its_nearest_line(lon: float, lat: float, metres: float) -> None:
    assert distance_to_outline(lon, lat, [SQUARE]) == pytest.approx(metres, rel=0.01, abs=1e-6)


@given(POINTS)
@SETTINGS
def test_distance_to_an_outline_is_within_one_percent_of_the_ground(point: tuple[float, float]) -> None:
    lat, lon = point
    steps = [number / 2000 for number in range(2001)]
    ring = SQUARE[0]
    nearest = min(
        distance(lat, lon, a[1] + (b[1] - a[1]) * t, a[0] + (b[0] - a[0]) * t)
        for a, b in itertools.pairwise(ring)
        for t in steps
    )
    assert distance_to_outline(lon, lat, [SQUARE]) == pytest.approx(nearest, rel=0.01, abs=10)


def test_bounds_are_west_south_east_north() -> None:
    assert bounds([SQUARE, ISLAND]) == (127.0, 37.0, 127.6, 37.6)


@given(st.floats(126.8, 127.4), st.floats(36.8, 37.4))
@SETTINGS
def test_point_is_outside_an_outline_by_its_distance_and_inside_by_nothing(lon: float, lat: float) -> None:
    outline = Outline("41000", (SQUARE,))
    metres = outline.metres_outside(lon, lat)
    if Interior([SQUARE]).holds(lon, lat):
        assert metres == 0
    else:
        assert metres == distance_to_outline(lon, lat, [SQUARE])
