"""A story in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maeul.load.stories import Story
from maeul.site.context import SiteContext


@dataclass(frozen=True)
class StoryCard:
    """`cities`, `services` and `fields` are keys, for filters."""

    path: str
    title: str
    summary: str
    year: str
    place: str
    icon: str
    cities: tuple[str, ...]
    services: tuple[str, ...]
    fields: tuple[str, ...]


def story_card(story: Story, site: SiteContext) -> StoryCard:
    """The card of a story."""
    front = story.front
    offices = [site.directory.office[key] for key in front.offices]
    cities = tuple(dict.fromkeys(office.city for office in offices))
    dongs = ", ".join(f"{site.directory.city[office.city].name} {office.dong}" for office in offices[:2])
    more = len(offices) - 2
    return StoryCard(
        path=site.addresses.story(story.slug),
        title=front.title,
        summary=front.summary,
        year=site.words("date.year", year=front.year) if front.year else site.words("story.no_year"),
        place=site.words("story.and_more", places=dongs, count=more) if more > 0 else dongs,
        icon=front.services[0] if front.services else "story",
        cities=cities,
        services=front.services,
        fields=front.policy_fields,
    )


def newest_first(stories: Iterable[Story]) -> list[Story]:
    """Stories by year, the newest first; those without a year come last."""
    return sorted(stories, key=lambda story: (-(story.front.year or 0), story.slug))
