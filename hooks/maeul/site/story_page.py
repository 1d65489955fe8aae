"""The page of one story: what happened, its figures, the offices it tells of, where it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import markdown

from maeul.load.models import Figure
from maeul.load.stories import Story
from maeul.site.card import OfficeCard, ServiceView
from maeul.site.context import SiteContext
from maeul.site.page import Page
from maeul.site.sources import SourceView, source_views
from maeul.site.story_card import StoryCard, story_card

MORE_STORIES = 3
_LINKS = ("link", "reference", "short_reference", "autolink", "automail")
_PICTURES = ("image_link", "image_reference", "short_image_ref")
_HEADING = re.compile(r"(</?h)([1-6])>")


@dataclass(frozen=True)
class StoryView:
    """All that a story says: on its own page, and in the casebook. A figure has the number of its source."""

    card: StoryCard
    body: str
    figures: tuple[tuple[Figure, int], ...]
    offices: tuple[OfficeCard, ...]
    services: tuple[ServiceView, ...]
    fields: tuple[str, ...]
    sources: tuple[SourceView, ...]


def story_page(story: Story, site: SiteContext) -> Page:
    """The page of a story."""
    front, path = story.front, site.addresses.story(story.slug)
    view = {
        "story": story_view(story, site),
        "more": tuple(story_card(other, site) for other in _like(story, site)),
        "edit": site.file_link(story.file),
        "trail": site.trail((site.words("nav.stories"), site.addresses.page("stories/")), (front.title, path)),
    }
    return Page("story", path, front.title, front.summary, view)


def story_view(story: Story, site: SiteContext, deeper: int = 0) -> StoryView:
    """What a story says, with the headings of its text as many levels deeper."""
    front, directory = story.front, site.directory
    numbers = {source.url: number for number, source in enumerate(front.sources, start=1)}
    fields = {field.key: field.name for field in directory.programme.policy_fields}
    return StoryView(
        card=story_card(story, site),
        body=story_html(story.body, deeper),
        figures=tuple((figure, numbers[figure.url]) for figure in front.figures),
        offices=tuple(site.cards.of(directory.office[key]) for key in front.offices),
        services=tuple(
            ServiceView(key, directory.service[key].name, site.addresses.service(key)) for key in front.services
        ),
        fields=tuple(fields[key] for key in front.policy_fields),
        sources=source_views(front.sources, site.words),
    )


@lru_cache(maxsize=1_000)
def story_html(body: str, deeper: int = 0) -> str:
    """The text of a story as HTML. Raw HTML, links and pictures in it stay text: what it leads to are its sources."""
    html = str(_converter().reset().convert(body))
    return _HEADING.sub(lambda tag: f"{tag[1]}{min(6, int(tag[2]) + deeper)}>", html)


@cache
def _converter() -> markdown.Markdown:
    converter = markdown.Markdown(output_format="html")
    converter.preprocessors.deregister("html_block")
    for name in ("html", *_LINKS, *_PICTURES):
        converter.inlinePatterns.deregister(name)
    return converter


def _like(story: Story, site: SiteContext) -> list[Story]:
    """Other stories that share most services with this one, the newest first."""
    own = set(story.front.services)
    others = [other for other in site.directory.stories if other.slug != story.slug]
    others.sort(key=lambda other: (-len(own & set(other.front.services)), -(other.front.year or 0), other.slug))
    return others[:MORE_STORIES]
