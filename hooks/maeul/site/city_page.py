"""The page of one city: its offices, or the nearest ones of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maeul.load.models import City, Office
from maeul.site.card import ServiceView, contact_view
from maeul.site.context import SiteContext
from maeul.site.maps import city_map, neighbours
from maeul.site.near import Near
from maeul.site.page import Page
from maeul.site.sources import source_views
from maeul.site.story_card import story_card

NEAREST = 4
PER_PAGE = 60  # offices; a page of more is slow on cheap phones


@dataclass(frozen=True)
class CityTile:
    """A city in a list; `known` is whether an office is, and `count` tells in words how many are."""

    key: str
    name: str
    path: str
    known: bool
    count: str


def city_tiles(site: SiteContext) -> tuple[CityTile, ...]:
    """Every city with the number of its offices known here, in the order of the Korean alphabet."""
    cities = sorted(site.directory.cities, key=lambda city: city.name)
    return tuple(city_tile(city, site) for city in cities)


def city_tile(city: City, site: SiteContext) -> CityTile:
    """A city in a list."""
    count = len(site.directory.offices_in[city.key])
    told = site.words("cities.count", count=count) if count else site.words("cities.none")
    return CityTile(city.key, city.name, site.addresses.city(city.key), count > 0, told)


def shown_on(offices: Sequence[Office]) -> int:
    """How many pages the offices of a city take; a city without any has one too."""
    return max(1, -(-len(offices) // PER_PAGE))


def shown_on_page(offices: Sequence[Office], number: int) -> Sequence[Office]:
    """The offices of a city on one of its pages."""
    return offices[(number - 1) * PER_PAGE : number * PER_PAGE]


def near_city(city: City, site: SiteContext) -> Near:
    """For a city without an office, the nearest ones of others, with their distances in metres."""
    if site.directory.offices_in[city.key]:
        return ()
    return tuple(site.grid.nearest(*_middle(city, site), NEAREST))


def city_page(city: City, site: SiteContext, near: Near, number: int = 1) -> Page:
    """A page of a city, numbered from 1: outline, offices, services found there, whom to call, neighbours."""
    words, directory = site.words, site.directory
    path = site.addresses.city(city.key, number)
    offices = directory.offices_in[city.key]
    shown = shown_on_page(offices, number)
    view = {
        "city": city,
        "count": len(offices),
        "cards": tuple(site.cards.of(office) for office in shown),
        "pages": _pages(city, offices, number, site),
        "near": tuple(site.cards.at(office, metres) for metres, office in near),
        "map": city_map(city, shown, (number - 1) * PER_PAGE + 1, site),
        "services": tuple(
            ServiceView(service.key, service.name, site.addresses.service(service.key))
            for service in directory.services_in(city.key)
        ),
        "stories": tuple(story_card(story, site) for story in directory.stories_in[city.key]),
        "contact": contact_view(city),
        "contact_sources": source_views(city.contact.sources, words),
        "neighbours": tuple(city_tile(other, site) for other in neighbours(city, site)),
        "trail": site.trail((words("nav.cities"), site.addresses.page("cities/")), (city.name, path)),
    }
    title = words("city.title" if number == 1 else "city.title_numbered", city=city.name, number=number)
    kind = "some" if offices else "none"
    return Page("city", path, title, words(f"city.description_{kind}", city=city.name, count=len(offices)), view)


def _pages(city: City, offices: Sequence[Office], number: int, site: SiteContext) -> tuple[tuple[int, str, bool], ...]:
    """Number, path and whether it is this one, of all pages of a city that has more than one."""
    last = shown_on(offices)
    return tuple(
        (other, site.addresses.city(city.key, other), other == number) for other in range(1, last + 1) if last > 1
    )


def _middle(city: City, site: SiteContext) -> tuple[float, float]:
    """Where the people of a city are on the whole: the mean of the points of its 읍·면·동."""
    dongs = [dong for dong in site.directory.gazetteer.dongs if dong.city == city.key]
    return (sum(dong.lat for dong in dongs) / len(dongs), sum(dong.lon for dong in dongs) / len(dongs))
