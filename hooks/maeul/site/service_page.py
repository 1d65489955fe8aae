"""The page of one service, with the offices that give it."""

from __future__ import annotations

from dataclasses import dataclass

from maeul.load.models import Office, Project, Service
from maeul.site.card import OfficeCard
from maeul.site.context import SiteContext
from maeul.site.page import Page
from maeul.site.sources import source_views
from maeul.site.story_card import story_card


@dataclass(frozen=True)
class ServiceTile:
    """A service in a list; `count` tells in words how many offices are known to give it."""

    key: str
    name: str
    summary: str
    path: str
    count: str


@dataclass(frozen=True)
class CityOffers:
    """The offices of a city that give a service, with their own words for it; none where they are too many to list."""

    key: str
    name: str
    path: str
    count: str
    offices: tuple[tuple[OfficeCard, str], ...]


def service_tile(service: Service, site: SiteContext) -> ServiceTile:
    """A service in a list."""
    count = site.words("services.count", count=len(site.directory.offices_offering[service.key]))
    return ServiceTile(service.key, service.name, service.summary, site.addresses.service(service.key), count)


def service_page(service: Service, site: SiteContext) -> Page:
    """One service: what a resident gets, how to ask, what to bring, limits, where."""
    words, directory = site.words, site.directory
    path = site.addresses.service(service.key)
    offices = directory.offices_offering[service.key]
    by_city: dict[str, list[Office]] = {}
    for office in offices:
        by_city.setdefault(office.city, []).append(office)
    cities = tuple(
        CityOffers(
            key=city.key,
            name=city.name,
            path=site.addresses.city(city.key),
            count=words("cities.count", count=len(by_city[city.key])),
            offices=() if site.many else tuple(_offer(office, service, site) for office in by_city[city.key]),
        )
        for city in directory.cities
        if city.key in by_city
    )
    view = {
        "service": service,
        "tile": service_tile(service, site),
        "cities": cities,
        "once": () if site.many else _once(service, site),
        "stories": tuple(story_card(story, site) for story in directory.stories_about[service.key]),
        "sources": source_views(service.sources, words),
        "trail": site.trail((words("nav.services"), site.addresses.page("services/")), (service.name, path)),
    }
    return Page("service", path, service.name, service.summary, view)


def _once(service: Service, site: SiteContext) -> tuple[tuple[OfficeCard, list[Project]], ...]:
    """Offices that gave the service as a project, and these projects; whether they give it now is not known."""
    projects: dict[str, list[Project]] = {}
    for office, project in site.directory.projects_of[service.key]:
        projects.setdefault(office.id, []).append(project)
    return tuple((site.cards.of(site.directory.office[key]), told) for key, told in projects.items())


def _offer(office: Office, service: Service, site: SiteContext) -> tuple[OfficeCard, str]:
    """An office and its own words for the service."""
    return site.cards.of(office), next(entry.note or "" for entry in office.services if entry.key == service.key)
