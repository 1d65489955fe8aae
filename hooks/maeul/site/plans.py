"""The pages of records before they are made: where each goes, what it will be made from, and how to make it.

What a page is made from is told by digests, so that a page whose records did not change need not be made again. What
all pages share (templates, words, vocabularies, the day) is not in these digests: it is told once for all of them.
Working a digest out takes about as long as making a page (the nearest offices have to be found), so it is left to
whoever looks at the plan, which may be another process.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from maeul.kept.digests import digest
from maeul.load.models import City, Office, Service
from maeul.load.stories import Story
from maeul.site.city_page import city_page, near_city, shown_on, shown_on_page
from maeul.site.context import SiteContext
from maeul.site.former_page import former_page
from maeul.site.maps import neighbours
from maeul.site.near import Near, NearIds
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


_Shown = tuple[Mapping[str, Office], NearIds, Mapping[str, int]]  # offices, those near them, and their lines


class Outline(NamedTuple):
    """What a page would be: `made_from` changes whenever `make` would give another page."""

    made_from: bytes
    make: Callable[[], Page]


class Plan(NamedTuple):
    """A page to be: its path, how to look at what it would be, and whether it is `listed` for search engines.

    `same` ones would be what they were in the last build of this process.
    """

    path: str
    outline: Callable[[], Outline]
    listed: bool = True
    same: bool = False


class Plans:
    """Plans for all record pages of a site."""

    def __init__(self, site: SiteContext) -> None:
        self.site = site
        self._stories = {story.slug: self._story_digest(story) for story in site.directory.stories}

    def __iter__(self) -> Iterator[Plan]:
        """A plan for each page of a city, office, service and story, in a stable order, former addresses too."""
        directory, addresses = self.site.directory, self.site.addresses
        for city in directory.cities:
            for number in range(1, shown_on(directory.offices_in[city.key]) + 1):
                yield Plan(addresses.city(city.key, number), partial(self._city, city, number))
        changed = self._changed()
        for office in directory.offices:
            yield Plan(addresses.office(office.id), partial(self._office, office), same=office.id not in changed)
            for former in office.former_ids:
                yield Plan(addresses.office(former), partial(self._former, former, office), listed=False)
        for service in directory.services:
            yield Plan(addresses.service(service.key), partial(self._service, service))
        for story in directory.stories:
            yield Plan(addresses.story(story.slug), partial(self._story, story))

    def _changed(self) -> Collection[str]:
        """The offices whose pages may not be what they were: their records, those beside them or stories changed."""
        directory, memory = self.site.directory, self.site.memory
        if not memory.lasting:
            return directory.office
        near, around = self.site.near_ids, (directory.today, directory.stories)
        last: _Shown = memory.recall("shown", around, lambda: ({}, {}, {}))
        memory.remember("shown", around, (directory.office, near, directory.lines))
        offices, others, lines = last
        changed = {key for key, office in directory.office.items() if offices.get(key) is not office}
        changed |= {key for key, line in directory.lines.items() if lines.get(key) != line}
        beside = {
            key
            for key, found in near.items()
            if found != others.get(key) or any(other in changed for _, other in found)
        }
        told_of = {key for story in directory.stories for key in story.front.offices}
        return changed | beside | told_of

    def _office(self, office: Office) -> Outline:
        directory, near = self.site.directory, self.site.near(office)
        stories = b"".join(self._of(directory.stories_of[office.id]))
        made_from = digest(directory.digest(office), self._near(near), stories, str(directory.lines[office.id]))
        return Outline(made_from, partial(office_page, office, self.site, near))

    def _former(self, former: str, office: Office) -> Outline:
        return Outline(digest(former, office.id, office.name), partial(former_page, former, office, self.site))

    def _city(self, city: City, number: int) -> Outline:
        directory, memory = self.site.directory, self.site.memory
        offices, near = directory.offices_in[city.key], near_city(city, self.site)
        counted = (city, *neighbours(city, self.site))
        counts = (f"{other.key} {len(directory.offices_in[other.key])}" for other in counted)
        shown = self._digests(shown_on_page(offices, number)) + self._near(near)
        decide = (offices, directory.services)
        services = memory.recall(f"services in {city.key}", decide, lambda: directory.services_in(city.key))
        stories = self._of(directory.stories_in[city.key])
        given = " ".join(service.key for service in services)
        made_from = digest(str(number), given, *counts, shown, *stories)
        return Outline(made_from, partial(city_page, city, self.site, near, number))

    def _service(self, service: Service) -> Outline:
        """Where there are very many offices, its page only counts them by city."""
        directory = self.site.directory
        offices = directory.offices_offering[service.key]
        if self.site.many:
            shown: str | bytes = " ".join(map(attrgetter("city"), offices))
        else:
            once = [office for office, _ in directory.projects_of[service.key]]
            shown = self._digests(offices) + digest(self._digests(once))
        made_from = digest(str(self.site.many), shown, *self._of(directory.stories_about[service.key]))
        return Outline(made_from, partial(service_page, service, self.site))

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
