from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.places.geometry import Position
from maeul.site.context import SiteContext
from maeul.site.maps import city_map, province_map, simplified

Point = tuple[float, float]

_number = st.floats(-1000, 1000, allow_nan=False)
_points = st.tuples(_number, _number)
_lines = st.lists(_points, min_size=2, max_size=60)


def _off(point: Position, a: Position, b: Position) -> float:
    """The distance of a point from the line through a and b, or from a when they are one."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy)
    if length == 0:
        return math.dist(point, a)
    return abs(dx * (a[1] - point[1]) - dy * (a[0] - point[0])) / length


@given(st.lists(_points, min_size=2, max_size=60, unique=True), st.booleans(), st.floats(0.01, 100))
def test_a_simplified_line_stays_within_tolerance_of_where_it_was(
    points: list[Point], closed: bool, tolerance: float
) -> None:
    line: list[Position] = [*points, points[0]] if closed else [*points]
    kept = [line.index(point) for point in simplified(line, tolerance)[:-1]] + [len(line) - 1]
    for first, last in pairwise(kept):
        for between in line[first + 1 : last]:
            assert _off(between, line[first], line[last]) <= tolerance


@given(_lines, st.floats(0, 100))
def test_a_simplified_line_keeps_its_ends_and_adds_no_point(points: list[Point], tolerance: float) -> None:
    kept = simplified(points, tolerance)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    remaining: Iterator[Position] = iter(points)
    assert all(point in remaining for point in kept)


def test_a_straight_line_is_its_ends() -> None:
    assert simplified([(x, 2 * x) for x in range(50)], 0.1) == [(0, 0), (49, 98)]


def test_a_ring_is_not_reduced_to_a_point() -> None:
    ring = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    assert simplified(ring, 0.9) == ring


def test_the_province_has_a_shape_and_a_name_for_every_city(site: SiteContext) -> None:
    drawn = province_map(site)
    assert len(drawn.shapes) == len(site.directory.cities) == 31
    for shape in drawn.shapes:
        assert shape.d.startswith("M")
        assert shape.d.endswith("Z")
        assert 0 < shape.x < drawn.width
        assert 0 < shape.y < drawn.height
    assert len({shape.path for shape in drawn.shapes}) == 31


def test_names_that_a_phone_shows_do_not_cover_each_other(site: SiteContext) -> None:
    shown = [shape for shape in province_map(site).shapes if not shape.crowded]
    for one, other in combinations(shown, 2):
        wide = (len(one.short) + len(other.short)) * 27 / 2
        assert abs(one.x - other.x) >= wide - 1 or abs(one.y - other.y) >= 27 - 1
    assert {"파주", "양평", "수원"} <= {shape.short for shape in shown}
    assert not {"안양", "의왕", "군포", "과천"} <= {shape.short for shape in shown}


def test_shapes_lie_inside_the_drawing(site: SiteContext) -> None:
    drawn = province_map(site)
    for shape in drawn.shapes:
        numbers = [float(number) for number in re.findall(r"-?\d+", shape.d)]
        assert all(0 <= x <= drawn.width for x in numbers[0::2])
        assert all(0 <= y <= drawn.height for y in numbers[1::2])


@pytest.mark.parametrize("key", ["suwon", "ansan", "yeoncheon"])
def test_every_office_with_a_position_is_a_dot_inside_its_citys_drawing(site: SiteContext, key: str) -> None:
    city = site.directory.city[key]
    offices = site.directory.offices_in[key]
    drawn = city_map(city, offices, 1, site)
    placed = [office for office in offices if office.location]
    assert [dot.name for dot in drawn.dots] == [office.name for office in placed]
    assert all(0 <= dot.x <= drawn.width and 0 <= dot.y <= drawn.height for dot in drawn.dots)
