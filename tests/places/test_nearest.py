"""The grid finds what a look at every point finds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.places.geometry import distance
from maeul.places.nearest import Grid

# The province, with some room around it.
POINTS = st.tuples(st.floats(36.8, 38.4), st.floats(126.3, 127.9))


@given(st.lists(POINTS, max_size=60), POINTS, st.integers(1, 12))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_nearest_are_those_of_a_look_at_every_point(
    points: list[tuple[float, float]], here: tuple[float, float], count: int
) -> None:
    grid = Grid((lat, lon, number) for number, (lat, lon) in enumerate(points))
    every = sorted(distance(*here, *point) for point in points)
    assert [metres for metres, _ in grid.nearest(*here, count)] == pytest.approx(every[:count])


@given(st.integers(0), st.sampled_from((1e-7, 1e-6, 0.0005, 0.004, 0.02, 0.05)), st.integers(1, 6))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_things_equally_far_keep_the_order_given_wherever_they_are(seed: int, step: float, count: int) -> None:
    """On a lattice: many are at one place, many equally far in cells of their own, some nearer than a cosine tells."""
    draw = random.Random(seed)
    width = draw.choice((2, 3, 6, 12))
    crossings = [(37.5 + row * step, 127.0 + column * step) for row in range(width) for column in range(width)]
    points = draw.choices(crossings, k=draw.choice((5, 20, 60, 200)))
    here = draw.choice(points)
    grid = Grid((*point, number) for number, point in enumerate(points))
    every = sorted((distance(*here, *point), number) for number, point in enumerate(points))
    assert grid.nearest(*here, count) == every[:count]


@given(st.lists(POINTS, min_size=1, max_size=40), st.integers(1, 6))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_thing_is_nearest_to_its_own_place(points: list[tuple[float, float]], count: int) -> None:
    grid = Grid((*point, point) for point in points)
    for point in points:
        found = grid.nearest(*point, count)
        assert found[0][0] == pytest.approx(0, abs=1e-3)
        assert len(found) == min(count, len(points))


def test_equal_distances_keep_the_order_given() -> None:
    grid = Grid([(37.5, 127.0, "b"), (37.5, 127.0, "a"), (37.5, 127.0, "c")])
    assert [item for _, item in grid.nearest(37.4, 127.1, 3)] == ["b", "a", "c"]


def test_nothing_is_nearest_in_an_empty_grid() -> None:
    assert Grid[str]([]).nearest(37.5, 127.0, 3) == []


def test_visitor_at_the_other_end_of_the_country_still_finds_an_office() -> None:
    assert [item for _, item in Grid([(37.5, 127.0, "office")]).nearest(35.1, 129.0, 1)] == ["office"]
