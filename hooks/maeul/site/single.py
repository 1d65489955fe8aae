"""The pages there is one of: home, finder, map, lists, programme, data, and those that are only written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from maeul.site.card import OfficeCard
from maeul.site.casebook import casebook_view
from maeul.site.city_page import CityTile, city_tiles
from maeul.site.context import SiteContext, Trail
from maeul.site.coverage import coverage_view
from maeul.site.editing import editing_view
from maeul.site.maps import province_map
from maeul.site.page import Page
from maeul.site.programme_page import programme_view
from maeul.site.service_page import service_tile
from maeul.site.state import freshness, states
from maeul.site.story_card import StoryCard, newest_first, story_card

View = dict[str, Any]

_Options = tuple[tuple[str, str], ...]  # key and name of each

HOME_STORIES = 3
# Distances that the finder can be narrowed by.
WITHIN_KM = (1, 3, 5, 10)


@dataclass(frozen=True)
class CityCards(CityTile):
    """A city in a list with the cards of its offices."""

    cards: tuple[OfficeCard, ...]


class Numbers(NamedTuple):
    """How many offices are known, how many were confirmed within a year, cities with a known office, stories."""

    offices: int
    fresh: int
    cities: int
    stories: int


class Choices(NamedTuple):
    """What the finder can be narrowed by."""

    cities: _Options
    services: _Options
    states: _Options
    open: _Options
    within: _Options


def home_view(site: SiteContext) -> View:
    """The question, the way to an answer, what offices do, the cities, honest numbers, three stories."""
    directory = site.directory
    latest = max(
        (count for count in directory.programme.counts if count.kind == "running"), key=lambda count: count.as_of
    )
    return {
        "services": tuple(service_tile(service, site) for service in directory.services),
        "cities": city_tiles(site),
        "map": province_map(site),
        "stories": story_cards(site)[:HOME_STORIES],
        "numbers": numbers(site),
        "as_of": site.words("home.as_of", date=site.day),
        "can_edit": bool(site.repo_url),
        "latest": site.words("home.numbers_note", count=latest.offices, date=site.words.date(latest.as_of)),
    }


def find_view(site: SiteContext) -> View:
    """Every office, by city, complete without scripts."""
    cities = by_city(site)
    return {
        "cities": cities,
        "count": len(site.directory.offices),
        "many": site.many,
        "choices": _choices(cities, site),
        "states": states(site.words),
    }


def map_view(site: SiteContext) -> View:
    """The map, and the same offices as a list beside it."""
    return {"cities": by_city(site), "map": province_map(site), "many": site.many, "tiles": site.tiles}


def cities_view(site: SiteContext) -> View:
    """All 31 cities: as a map to tap, and as a list."""
    return {"cities": city_tiles(site), "map": province_map(site)}


def services_view(site: SiteContext) -> View:
    """All services, as pictograms with words."""
    return {"services": tuple(service_tile(service, site) for service in site.directory.services)}


def stories_view(site: SiteContext) -> View:
    """All stories, newest first, with what they can be filtered by."""
    directory, cards = site.directory, story_cards(site)
    fields = directory.programme.policy_fields
    return {
        "stories": cards,
        "cities": _options(((city.key, city.name) for city in directory.cities), (card.cities for card in cards)),
        "services": _options(((item.key, item.name) for item in directory.services), (card.services for card in cards)),
        "fields": _options(((field.key, field.name) for field in fields), (card.fields for card in cards)),
    }


def data_view(site: SiteContext) -> View:
    """Downloads, fields, licence, and how fresh the records are."""
    words, files = site.words, site.downloads
    return {
        "downloads": tuple(file for file in files if not file.part),
        "by_city": tuple(file for file in files if file.part),
        "built": site.day,
        "freshness": freshness(((known.state, known.seen) for known in site.known.values()), words),
        "fields": tuple(
            (key, words(title), tuple(words.tree["data"][key].items()))
            for key, title in (("fields", "data.fields_office"), ("story_fields", "data.fields_story"))
        ),
    }


def written_view(site: SiteContext) -> View:
    """What people wrote, and how to tell us what is wrong with it or with the site."""
    return {"contact": site.contact_link}


# The page above a page that is not right below the home page.
_ABOVE = {"casebook": "stories", "coverage": "data", "editing": "data"}
VIEWS: Mapping[str, Callable[[SiteContext], View]] = {
    "home": home_view,
    "find": find_view,
    "map": map_view,
    "cities": cities_view,
    "services": services_view,
    "stories": stories_view,
    "casebook": casebook_view,
    "programme": programme_view,
    "data": data_view,
    "coverage": coverage_view,
    "editing": editing_view,
    "written": written_view,
}


def written_page(kind: str, path: str, title: str, description: str, prose: str, site: SiteContext) -> Page:
    """A page that stands in `content/`: its words from there as HTML in `prose`, its lists from the records.

    A page without a title is the home page, which is called after the site.
    """
    title = title or site.words("site.name")
    view = {**VIEWS[kind](site), "prose": prose, "trail": _trail(kind, path, title, site)}
    return Page(kind, path, title, description, view)


def _trail(kind: str, path: str, title: str, site: SiteContext) -> Trail:
    if kind == "home":
        return ()
    above = _ABOVE.get(kind)
    steps = ((site.words(f"nav.{above}"), site.addresses.page(f"{above}/")),) if above else ()
    return site.trail(*steps, (title, path))


def missing_page(site: SiteContext) -> Page:
    """What is shown for an address that does not exist."""
    return Page("missing", site.addresses.page(""), site.words("missing.title"), site.words("missing.lead"), {})


def story_cards(site: SiteContext) -> tuple[StoryCard, ...]:
    """The cards of all stories, newest first; those without a year come last."""
    return tuple(story_card(story, site) for story in newest_first(site.directory.stories))


def by_city(site: SiteContext) -> tuple[CityCards, ...]:
    """Cities with offices, in the order of the Korean alphabet, with their cards unless there are too many."""
    return tuple(
        CityCards(
            **vars(tile), cards=() if site.many else tuple(map(site.cards.of, site.directory.offices_in[tile.key]))
        )
        for tile in city_tiles(site)
        if tile.known
    )


def numbers(site: SiteContext) -> Numbers:
    """The honest line of numbers: offices known, confirmed within a year, cities with a known office, stories."""
    directory = site.directory
    return Numbers(
        offices=len(directory.offices),
        fresh=sum(known.state == "open" for known in site.known.values()),
        cities=sum(bool(offices) for offices in directory.offices_in.values()),
        stories=len(directory.stories),
    )


def _choices(cities: tuple[CityCards, ...], site: SiteContext) -> Choices:
    """What the finder can be narrowed by: key and name of each choice that some office has."""
    directory, words = site.directory, site.words
    found = {known.state for known in site.known.values()}
    return Choices(
        cities=tuple((city.key, city.name) for city in cities),
        services=tuple((item.key, item.name) for item in directory.services if directory.offices_offering[item.key]),
        states=tuple((state.key, state.label) for state in states(words) if state.key in found),
        open=(("now", words("finder.open_now")),),
        within=tuple((str(km), words("finder.km", km=km)) for km in WITHIN_KM),
    )


def _options(known: Iterable[tuple[str, str]], used: Iterable[Iterable[str]]) -> tuple[tuple[str, str, int], ...]:
    """Key, name and number of uses of each choice that is used at all."""
    counts = Counter(key for keys in used for key in keys)
    return tuple((key, name, counts[key]) for key, name in known if counts[key])
