"""The pages of records before they are made: where each goes, what it will be made from, and how to make it.

What a page is made from is told by digests, so that a page whose records did not change need not be made again. What
all pages share (templates, words, vocabularies, the day) is not in these digests: it is told once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from maeul.kept.digests import digest
from maeul.load.models import City, Office, Service
from maeul.load.stories import Story
from maeul.site.city_page import city_page, near_city, shown_on
from maeul.site.context import SiteContext
from maeul.site.maps import neighbours
from maeul.site.office_page import near_office, office_page
from maeul.site.page import Page
from maeul.site.service_page import service_page
from maeul.site.story_page import story_page

# The kinds of record pages, and the folder that holds the pages of each.
RECORD_KINDS = {"city": "cities", "office": "offices", "service": "services", "story": "stories"}


@dataclass(frozen=True)
class Plan:
    """A page to be made: `made_from` changes whenever `make` would give another page."""

    path: str
    made_from: bytes
    make: Callable[[], Page]


class Plans:
    """Plans for all record pages of a site."""

    def __init__(self, site: SiteContext) -> None:
        self.site = site
        self._stories = {story.slug: self._story_digest(story) for story in site.directory.stories}

    def __iter__(self) -> Iterator[Plan]:
        """A plan for each page of a city, office, service and story, in a stable order."""
        directory = self.site.directory
        for city in directory.cities:
            yield from self._city(city)
        yield from map(self._office, directory.offices)
        yield from map(self._service, directory.services)
        yield from map(self._story, directory.stories)

    def _office(self, office: Office) -> Plan:
        near = near_office(office, self.site)
        made_from = digest(
            self.site.directory.digest(office),
            str(self.site.directory.lines[office.id]),
            *self._near(near),
            *self._of(self.site.directory.stories_of[office.id]),
        )
        return Plan(self.site.addresses.office(office.id), made_from, partial(office_page, office, self.site, near))

    def _city(self, city: City) -> Iterator[Plan]:
        directory = self.site.directory
        offices = directory.offices_in[city.key]
        near = near_city(city, self.site)
        around = [f"{other.key} {len(directory.offices_in[other.key])}" for other in neighbours(city, self.site)]
        made_from = digest(
            *map(directory.digest, offices),
            *self._near(near),
            *around,
            *(told for office in offices for told in self._of(directory.stories_of[office.id])),
        )
        for number in range(1, shown_on(offices) + 1):
            path = self.site.addresses.city(city.key, number)
            yield Plan(path, digest(made_from, str(number)), partial(city_page, city, self.site, near, number))

    def _service(self, service: Service) -> Plan:
        directory = self.site.directory
        offices = directory.offices_offering[service.key]
        made_from = digest(*map(directory.digest, offices), *self._of(directory.stories_about[service.key]))
        return Plan(self.site.addresses.service(service.key), made_from, partial(service_page, service, self.site))

    def _story(self, story: Story) -> Plan:
        made_from = digest(self._stories[story.slug], *self._of(self.site.directory.stories))
        return Plan(self.site.addresses.story(story.slug), made_from, partial(story_page, story, self.site))

    def _story_digest(self, story: Story) -> bytes:
        """A story with the offices that its card names."""
        offices = (self.site.directory.office[key] for key in story.front.offices)
        return digest(repr(story), *map(self.site.directory.digest, offices))

    def _of(self, stories: Iterable[Story]) -> Iterator[bytes]:
        return (self._stories[story.slug] for story in stories)

    def _near(self, near: Iterable[tuple[float, Office]]) -> Iterator[bytes]:
        return (digest(self.site.directory.digest(office), repr(metres)) for metres, office in near)
