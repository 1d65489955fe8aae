"""One immutable value that holds everything the site shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from maeul.clock import is_fresh
from maeul.hours.holidays import Holiday
from maeul.kept.digests import digest
from maeul.load.models import City, Office, Project, Service
from maeul.load.programme import Programme
from maeul.load.stories import Story
from maeul.places.gazetteer import Gazetteer, Outline

Item = TypeVar("Item")

OFFICES = "data/offices.yaml"
CITIES = "data/cities.yaml"
SERVICES = "data/services.yaml"
PROGRAMME = "data/programme.yaml"
HOLIDAYS = "data/holidays.yaml"
STORIES = "content/stories"
STORIES_PAGES = ("index.md", "casebook.md")  # stand among the stories and show them all
GEO = "data/geo"


@dataclass(frozen=True)
class Directory:
    """All records, checked.

    `lines` gives the line of each office in `data/offices.yaml` on the code host; `digests` what `digest` tells of
    each office, but for those that were not read one by one.
    """

    offices: tuple[Office, ...]
    cities: tuple[City, ...]
    services: tuple[Service, ...]
    stories: tuple[Story, ...]
    programme: Programme
    holidays: tuple[Holiday, ...]
    gazetteer: Gazetteer
    outlines: Mapping[str, Outline]
    lines: Mapping[str, int]
    digests: Mapping[str, bytes]
    today: date

    @cached_property
    def office(self) -> Mapping[str, Office]:
        """Offices by id."""
        return {office.id: office for office in self.offices}

    def digest(self, office: Office) -> bytes:
        """What tells an office that is to be shown differently from one that is not.

        It changes with the record, and when a date in it becomes a year old; on all other days it stays the same.
        """
        found = self.digests.get(office.id) or self._digests.get(office.id)
        if found is None:
            found = self._digests[office.id] = digest_of_office(digest(repr(office)), office, self.today)
        return found

    @cached_property
    def keys(self) -> tuple[bytes, ...]:
        """The digests of all offices, in order."""
        return tuple([self.digest(office) for office in self.offices])

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        """Those of offices that were not read one by one, as far as they were asked for."""
        return {}

    @cached_property
    def city(self) -> Mapping[str, City]:
        """Cities by key."""
        return {city.key: city for city in self.cities}

    @cached_property
    def service(self) -> Mapping[str, Service]:
        """Services by key."""
        return {service.key: service for service in self.services}

    @cached_property
    def offices_in(self) -> Mapping[str, tuple[Office, ...]]:
        """Offices by city key; every city has an entry."""
        return _grouped(self.offices, lambda office: (office.city,), (city.key for city in self.cities))

    @cached_property
    def offices_offering(self) -> Mapping[str, tuple[Office, ...]]:
        """Offices by the services they give; every service has an entry."""
        given: dict[str, list[Office]] = {service.key: [] for service in self.services}
        for office in self.offices:
            for entry in office.services:
                given[entry.key].append(office)
        return {key: tuple(offices) for key, offices in given.items()}

    def services_in(self, city: str) -> tuple[Service, ...]:
        """The services that an office of a city gives."""
        if city not in self._services_in:
            given = {entry.key for office in self.offices_in[city] for entry in office.services}
            self._services_in[city] = tuple(item for item in self.services if item.key in given)
        return self._services_in[city]

    @cached_property
    def _services_in(self) -> dict[str, tuple[Service, ...]]:
        return {}

    @cached_property
    def stories_in(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by the cities whose offices they tell of, in the order of these; every city has an entry."""
        told: dict[str, dict[str, Story]] = {city.key: {} for city in self.cities}
        for office in self.offices:
            for story in self.stories_of[office.id]:
                told[office.city][story.slug] = story
        return {key: tuple(stories.values()) for key, stories in told.items()}

    @cached_property
    def projects_of(self) -> Mapping[str, tuple[tuple[Office, Project], ...]]:
        """Projects by the service that they were, at offices not known to give it now; every service has an entry.

        An office that gives a service is among those of `offices_offering`, whatever projects it had.
        """
        once = [
            (office, project)
            for office in self.offices
            for project in office.projects
            if project.service and all(project.service != entry.key for entry in office.services)
        ]
        keys = (service.key for service in self.services)
        return _grouped(once, lambda item: (item[1].service or "",), keys)

    @cached_property
    def stories_of(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by the offices that they tell of."""
        return _grouped(self.stories, lambda story: story.front.offices, self.office)

    @cached_property
    def stories_about(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by the services that they tell of."""
        return _grouped(self.stories, lambda story: story.front.services, self.service)


def digest_of_office(record: bytes, office: Office, today: date) -> bytes:
    """What `Directory.digest` tells, from the digest of an office's record."""
    dates = (office.status.as_of, *(source.date for source in office.sources))
    fresh = bytes(is_fresh(day, today) for day in dates)
    return digest(record, fresh) if any(fresh) else record


def _grouped(
    items: Iterable[Item], keys_of: Callable[[Item], Iterable[str]], keys: Iterable[str]
) -> dict[str, tuple[Item, ...]]:
    groups: dict[str, list[Item]] = {key: [] for key in keys}
    for item in items:
        for key in keys_of(item):
            groups[key].append(item)
    return {key: tuple(group) for key, group in groups.items()}
