"""What was seen last, as an Atom feed (RFC 4287): stories and the states of offices, by the dates of their sources.

An entry is the page of a story or an office, for ever under the address of that page. It is updated when a newer source
is recorded: a story on the date of the newest source from its own time, an office on that of the newest source that saw
its state. A date
known only by month or year is its first day, as everywhere here, so that nothing looks newer than it is. What has no
dated source has no place in an order of dates; it is in the other files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from heapq import nsmallest
from operator import itemgetter
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from maeul.clock import SEOUL
from maeul.load.models import Office
from maeul.load.stories import Story
from maeul.site.context import SiteContext
from maeul.site.story_card import story_card

MOST = 50  # entries: the file is fetched again and again, and there may be thousands of offices
ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2

_Found = tuple[date, str, Callable[[], tuple[str, str]]]  # day and path, and how to get title and summary


@dataclass(frozen=True)
class Entry:
    """A page that changed: its full address, which is its id too, and the day of what it is updated by."""

    url: str
    updated: date
    title: str
    summary: str


def atom_feed(site: SiteContext) -> bytes:
    """The feed of a language. Without any entry it is of the day of the build."""
    words = site.words
    entries = newest_entries(site)
    own, home = (f"{site.site_url}{path}" for path in (site.addresses.feed(), site.addresses.page("")))
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": words.language})
    _add(feed, "id", own)
    _add(feed, "title", words("news.title"))
    _add(feed, "subtitle", words("news.about"))
    _add(feed, "updated", _instant(entries[0].updated if entries else site.directory.today))
    SubElement(feed, "link", {"rel": "self", "type": MEDIA_TYPE, "href": own})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    _add(SubElement(feed, "author"), "name", words("site.name"))
    _add(feed, "rights", words("site.licence"))
    for entry in entries:
        _add_entry(feed, entry)
    indent(feed, "")
    return bytes(tostring(feed, "utf-8", xml_declaration=True)) + b"\n"


def newest_entries(site: SiteContext) -> list[Entry]:
    """What the feed shows, newest first; those of one day by their addresses."""
    found = [*_stories(site), *_offices(site)]
    found.sort(key=itemgetter(1))
    found.sort(key=itemgetter(0), reverse=True)
    return [Entry(f"{site.site_url}{path}", day, *told()) for day, path, told in found[:MOST]]


def _stories(site: SiteContext) -> Iterator[_Found]:
    for story in site.directory.stories:
        day = _told(story)
        if day is not None:
            yield day, site.addresses.story(story.slug), partial(_story, story, site)


def _offices(site: SiteContext) -> Iterator[_Found]:
    """Those seen last, no more than the feed shows."""
    for day, path, key in site.memory.recall("seen last", (site.known, site.addresses), lambda: _seen_last(site)):
        yield day, path, partial(_office, site.directory.office[key], site)


def _seen_last(site: SiteContext) -> list[tuple[date, str, str]]:
    """Day, path and id."""
    seen = ((known.seen, site.addresses.office(key), key) for key, known in site.known.items() if known.seen)
    return nsmallest(MOST, seen, key=lambda found: (-found[0].toordinal(), found[1]))


def _story(story: Story, site: SiteContext) -> tuple[str, str]:
    card = story_card(story, site)
    return card.title, site.words("news.story", summary=card.summary, place=card.place, year=card.year)


def _office(office: Office, site: SiteContext) -> tuple[str, str]:
    card = site.cards.of(office)
    title = site.words("news.office_title", city=card.city, name=card.name, state=card.state.label)
    return title, site.words("news.office", place=card.place, sentence=card.state.sentence, advice=card.state.advice)


def _told(story: Story) -> date | None:
    """The day of the newest source of the story's own year, or else of the year after.

    A later source tells of something else, as whether the office is still open; a story without a year has no day.
    """
    dates = [source.date for source in story.front.sources if source.date]
    for year in (story.front.year, story.front.year + 1) if story.front.year else ():
        if days := [day.first_day for day in dates if day.year == year]:
            return max(days)
    return None


def _add_entry(feed: Element, entry: Entry) -> None:
    element = SubElement(feed, "entry")
    _add(element, "id", entry.url)
    _add(element, "title", entry.title)
    _add(element, "updated", _instant(entry.updated))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    _add(element, "summary", entry.summary)


def _add(parent: Element, name: str, text: str) -> None:
    """An element with a text, without the characters that no XML can hold."""
    SubElement(parent, name).text = _NO_XML.sub("", text)


def _instant(day: date) -> str:
    """The beginning of a day in Seoul, by RFC 3339."""
    return datetime.combine(day, time.min, SEOUL).isoformat()
