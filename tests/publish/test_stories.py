"""Stories as open data: everything that their files hold, in a stable order."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from maeul.directory import Directory
from maeul.load.values import parse_date
from maeul.publish.rows import Rows

STORIES = "data/v1/stories.json"


@pytest.fixture(scope="module")
def records(files: dict[str, bytes]) -> list[dict[str, Any]]:
    stories: list[dict[str, Any]] = json.loads(files[STORIES])["stories"]
    return stories


def test_every_story_is_there_once_in_the_order_of_their_names(records: list[dict[str, Any]], real: Directory) -> None:
    slugs = [record["slug"] for record in records]
    assert slugs == sorted({story.slug for story in real.stories})


def test_a_story_says_all_that_its_file_does(records: list[dict[str, Any]], real: Directory) -> None:
    for record, story in zip(records, real.stories, strict=True):
        front = story.front
        assert (record["title"], record["summary"], record["year"]) == (front.title, front.summary, front.year)
        assert record["text"] == story.body.strip() != ""
        assert record["offices"] == list(front.offices)
        assert record["services"] == list(front.services)
        assert record["policy_fields"] == list(front.policy_fields)
        assert record["url"] == f"https://example.test/p/stories/{story.slug}/"


def test_every_figure_names_one_of_the_storys_sources(records: list[dict[str, Any]], real: Directory) -> None:
    figures = [(record, figure) for record in records for figure in record["figures"]]
    assert len(figures) == sum(len(story.front.figures) for story in real.stories) > 0
    for record, figure in figures:
        assert figure["value"]
        assert figure["what"]
        assert figure["source"] in [source["url"] for source in record["sources"]]


def test_sources_have_dates_as_exact_as_they_are_known(records: list[dict[str, Any]]) -> None:
    dates = [source["date"] for record in records for source in record["sources"]]
    assert {len(day) for day in dates if day} == {len("2021"), len("2021-04"), len("2021-04-06")}
    assert all(str(parse_date(day)) == day for day in dates if day)
    assert None in dates


def test_keys_are_those_of_the_other_files(records: list[dict[str, Any]], real: Directory) -> None:
    fields = {field.key for field in real.programme.policy_fields}
    for record in records:
        assert set(record["offices"]) <= set(real.office)
        assert set(record["cities"]) == {real.office[key].city for key in record["offices"]}
        assert set(record["services"]) <= set(real.service)
        assert set(record["policy_fields"]) <= fields


def test_what_a_story_does_not_say_is_null(rows: Rows, real: Directory) -> None:
    told = real.stories[0]
    bare = told.front.model_copy(update={"year": None, "figures": (), "services": ()})
    record = rows.story(replace(told, front=bare))
    assert (record["year"], record["figures"], record["services"]) == (None, [], [])
