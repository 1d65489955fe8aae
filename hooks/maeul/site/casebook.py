"""All stories on one page, to print: by policy field, numbered, so that they are found on paper too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from maeul.load.stories import Story
from maeul.site.context import SiteContext
from maeul.site.story_card import newest_first
from maeul.site.story_page import StoryView, story_view

_DEEPER = 2  # a story's title is an h3 here, and an h1 on its page
_OTHER = "other"  # stories of no policy field


@dataclass(frozen=True)
class Case:
    """A story in the book: its number there, and the full address of its page, which is printed."""

    number: int
    slug: str
    address: str
    story: StoryView


@dataclass(frozen=True)
class Chapter:
    """The stories of a policy field; `cases` are numbered through all chapters."""

    key: str
    name: str
    count: str
    cases: tuple[Case, ...]


def casebook_view(site: SiteContext) -> dict[str, Any]:
    """The chapters, and what a printed book must say of itself."""
    words, directory = site.words, site.directory
    return {
        "chapters": tuple(_chapters(site)),
        "count": words("stories.count", count=len(directory.stories)),
        "official": directory.programme.official,
        "built": site.day,
        "address": f"{site.site_url}{site.addresses.casebook()}",
    }


def _chapters(site: SiteContext) -> Iterator[Chapter]:
    """A chapter for each policy field that has stories, in the order of the programme.

    A story of several fields stands once, in the chapter of the one that its file names first.
    """
    fields = [(field.key, field.name) for field in site.directory.programme.policy_fields]
    numbers = count(1)
    for key, name in (*fields, (_OTHER, site.words("casebook.other"))):
        stories = [story for story in newest_first(site.directory.stories) if _chapter_of(story) == key]
        if stories:
            cases = tuple(_case(next(numbers), story, site) for story in stories)
            yield Chapter(key, name, site.words("casebook.count", count=len(cases)), cases)


def _chapter_of(story: Story) -> str:
    return next(iter(story.front.policy_fields), _OTHER)


def _case(number: int, story: Story, site: SiteContext) -> Case:
    view = story_view(story, site, _DEEPER)
    return Case(number, story.slug, f"{site.site_url}{view.card.path}", view)
