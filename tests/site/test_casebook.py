from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from maeul.load.stories import Story
from maeul.site.casebook import Case, Chapter, casebook_view
from maeul.site.context import SiteContext
from maeul.site.story_page import story_html


def _chapters(site: SiteContext, *stories: Story) -> tuple[Chapter, ...]:
    directory = replace(site.directory, stories=stories or site.directory.stories)
    chapters: tuple[Chapter, ...] = casebook_view(replace(site, directory=directory))["chapters"]
    return chapters


def _cases(site: SiteContext, *stories: Story) -> list[Case]:
    return [case for chapter in _chapters(site, *stories) for case in chapter.cases]


@pytest.fixture
def story(site: SiteContext) -> Story:
    return site.directory.stories[0]


def _changed(story: Story, slug: str, **front: Any) -> Story:
    return replace(story, slug=slug, front=story.front.model_copy(update=front))


def test_every_story_stands_in_the_book_once(site: SiteContext) -> None:
    slugs = [case.slug for case in _cases(site)]
    assert sorted(slugs) == [story.slug for story in site.directory.stories]


def test_stories_are_numbered_through_all_chapters(site: SiteContext) -> None:
    assert [case.number for case in _cases(site)] == list(range(1, len(site.directory.stories) + 1))


def test_chapters_are_the_policy_fields_in_the_order_of_the_programme(site: SiteContext) -> None:
    fields = [field.key for field in site.directory.programme.policy_fields]
    keys = [chapter.key for chapter in _chapters(site)]
    assert keys == [key for key in fields if key in keys]
    assert all(chapter.cases for chapter in _chapters(site))


def test_a_story_of_several_fields_stands_under_the_first_and_names_all(site: SiteContext, story: Story) -> None:
    (chapter,) = _chapters(site, _changed(story, "a", policy_fields=("welfare", "culture")))
    assert chapter.key == "welfare"
    assert len(chapter.cases[0].story.fields) == 2


def test_a_story_of_no_field_stands_in_a_last_chapter(site: SiteContext, story: Story) -> None:
    bare, told = _changed(story, "a", policy_fields=()), _changed(story, "b", policy_fields=("social-economy",))
    chapters = _chapters(site, bare, told)
    assert [[case.slug for case in chapter.cases] for chapter in chapters] == [["b"], ["a"]]
    assert chapters[-1].name == site.words("casebook.other")


def test_a_chapter_begins_with_the_newest_and_ends_with_the_undated(site: SiteContext, story: Story) -> None:
    stories = [_changed(story, slug, year=year) for slug, year in (("a", None), ("b", 2019), ("c", 2024))]
    assert [case.slug for case in _cases(site, *stories)] == ["c", "b", "a"]


def test_a_case_has_the_full_address_of_its_page(site: SiteContext) -> None:
    for case in _cases(site):
        assert case.address == f"https://example.test/p/stories/{case.slug}/"


def test_headings_in_a_story_lie_below_its_title(site: SiteContext, story: Story) -> None:
    text = "## 하나\n\n글 `<h2>`\n\n###### 여섯\n"
    assert story_html(text, 2) == "<h4>하나</h4>\n<p>글 <code>&lt;h2&gt;</code></p>\n<h6>여섯</h6>"
    (case,) = _cases(site, replace(story, body=text))
    assert case.story.body == story_html(text, 2)
