"""The page of one service, with the offices that give it."""

from __future__ import annotations

from typing import Any

from maeul.load.models import Service
from maeul.site.context import SiteContext
from maeul.site.page import Page
from maeul.site.sources import source_views
from maeul.site.story_card import story_card


def service_tile(service: Service, site: SiteContext) -> dict[str, Any]:
    """A service with the number of offices known to give it."""
    count = len(site.directory.offices_offering[service.key])
    return {
        "key": service.key,
        "name": service.name,
        "summary": service.summary,
        "path": site.addresses.service(service.key),
        "count": site.words("services.count", count=count),
    }


def service_page(service: Service, site: SiteContext) -> Page:
    """One service: what a resident gets, how to ask, what to bring, limits, where."""
    words, directory = site.words, site.directory
    path = site.addresses.service(service.key)
    offices = directory.offices_offering[service.key]
    notes = {
        office.id: next(entry.note or "" for entry in office.services if entry.key == service.key) for office in offices
    }
    cities = [
        (
            city.name,
            city.key,
            tuple((site.cards.of(office), notes[office.id]) for office in offices if office.city == city.key),
        )
        for city in directory.cities
    ]
    view = {
        "service": service,
        "tile": service_tile(service, site),
        "cities": tuple(city for city in cities if city[2]),
        "stories": tuple(story_card(story, site) for story in directory.stories_about[service.key]),
        "sources": source_views(service.sources, words),
        "trail": site.trail((words("nav.services"), site.addresses.page("services/")), (service.name, path)),
    }
    return Page("service", path, service.name, service.summary, view)
