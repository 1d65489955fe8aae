"""The pages of records before they are made: where each goes, what it will be made from, and how to make it.

What a page is made from is told by digests, so that a page whose records did not change need not be made again. What
all pages share (templates, words, vocabularies, the day) is not in these digests: it is told once for all of them.
Working a digest out takes about as long as making a page (the nearest offices have to be found), so it is left to
whoever looks at the plan, which may be another process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from maeul.kept.digests import digest
from maeul.load.models import City, Office, Service
from maeul.load.stories import Story
from maeul.site.city_page import city_page, near_city, shown_on
from maeul.site.context import SiteContext
from maeul.site.former_page import former_page
from maeul.site.maps import neighbours
from maeul.site.near import Near
from maeul.site.office_page import office_page
from maeul.site.page import Page
from maeul.site.service_page import service_page
from maeul.site.story_page import story_page

# The kinds of record pages, and the folder that holds the pages of each.
RECORD_KINDS = {
    "city": "cities",
    "office": "offices",
    "former": "offices",
    "service": "services",
    "story": "stories",
}


@dataclass(frozen=True)
class Outline:
    """What a page would be: `made_from` changes whenever `make` would give another page."""

    made_from: bytes
    make: Callable[[], Page]


@dataclass(frozen=True)
class Plan:
    """A page to be: its path, how to look at what it would be, and whether it is `listed` for search engines."""

    path: str
    outline: Callable[[], Outline]
    listed: bool = True


class Plans:
    """Plans for all record pages of a site."""

    def __init__(self, site: SiteContext) -> None:
        self.site = site
        self._cities: dict[str, bytes] = {}
        self._told = site.memory.part("outlines", site.directory.today)
        self._stories = {story.slug: self._story_digest(story) for story in site.directory.stories}

    def __iter__(self) -> Iterator[Plan]:
        """A plan for each page of a city, office, service and story, in a stable order, former addresses too."""
        directory, addresses = self.site.directory, self.site.addresses
        for city in directory.cities:
            for number in range(1, shown_on(directory.offices_in[city.key]) + 1):
                yield Plan(addresses.city(city.key, number), partial(self._city, city, number))
        for office in directory.offices:
            yield Plan(addresses.office(office.id), partial(self._office, office))
            for former in office.former_ids:
                yield Plan(addresses.office(former), partial(self._former, former, office), listed=False)
        for service in directory.services:
            yield Plan(addresses.service(service.key), partial(self._service, service))
        for story in directory.stories:
            yield Plan(addresses.story(story.slug), partial(self._story, story))

    def _office(self, office: Office) -> Outline:
        near = self.site.near.get(office.id, ())
        parts = (office, near, self.site.directory.stories_of[office.id], self.site.directory.lines[office.id])
        made_from = self._told.recall(office.id, parts, lambda: self._digest_of_office(*parts))
        return Outline(made_from, partial(office_page, office, self.site, near))

    def _digest_of_office(self, office: Office, near: Near, stories: Sequence[Story], line: int) -> bytes:
        return digest(self.site.directory.digest(office), self._near(near), b"".join(self._of(stories)), str(line))

    def _former(self, former: str, office: Office) -> Outline:
        return Outline(digest(former, office.id, office.name), partial(former_page, former, office, self.site))

    def _city(self, city: City, number: int) -> Outline:
        directory = self.site.directory
        near = near_city(city, self.site)
        around = [f"{other.key} {len(directory.offices_in[other.key])}" for other in neighbours(city, self.site)]
        made_from = digest(str(number), self._digest_of(city.key), self._near(near), *around)
        return Outline(made_from, partial(city_page, city, self.site, near, number))

    def _digest_of(self, city: str) -> bytes:
        """All offices of a city and the stories about them, of which each of its pages shows something."""
        if city not in self._cities:
            directory = self.site.directory
            parts = (directory.offices_in[city], (), directory.stories_in[city])
            self._cities[city] = self._told.recall(f"city {city}", parts, lambda: self._digest_of_records(*parts))
        return self._cities[city]

    def _service(self, service: Service) -> Outline:
        directory = self.site.directory
        once = [office for office, _ in directory.projects_of[service.key]]
        parts = (directory.offices_offering[service.key], once, directory.stories_about[service.key])
        made_from = self._told.recall(f"service {service.key}", parts, lambda: self._digest_of_records(*parts))
        return Outline(made_from, partial(service_page, service, self.site))

    def _digest_of_records(self, offices: Sequence[Office], once: Sequence[Office], stories: Iterable[Story]) -> bytes:
        return digest(self._digests(offices), self._digests(once), *self._of(stories))

    def _story(self, story: Story) -> Outline:
        made_from = digest(self._stories[story.slug], *self._of(self.site.directory.stories))
        return Outline(made_from, partial(story_page, story, self.site))

    def _story_digest(self, story: Story) -> bytes:
        """A story with the offices that its card names."""
        return digest(repr(story), self._digests([self.site.directory.office[key] for key in story.front.offices]))

    def _of(self, stories: Iterable[Story]) -> Iterator[bytes]:
        return (self._stories[story.slug] for story in stories)

    def _near(self, near: Near) -> bytes:
        return self._digests([office for _, office in near]) + repr([metres for metres, _ in near]).encode()

    def _digests(self, offices: Sequence[Office]) -> bytes:
        known, digest_of = self.site.directory.digests, self.site.directory.digest
        return b"".join([known.get(office.id) or digest_of(office) for office in offices])
