"""The feed as RFC 4287 wants it, whatever the records say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.load.models import Office, Source, Status
from maeul.load.stories import Story
from maeul.publish.feed import ATOM, MOST, Entry, atom_feed, newest_entries
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from small_project import TODAY

A = f"{{{ATOM}}}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00")


@pytest.fixture(scope="module")
def feed(site: SiteContext) -> ElementTree.Element:
    return ElementTree.fromstring(atom_feed(site))


def _of(site: SiteContext, offices: Iterable[Office] = (), stories: Iterable[Story] = ()) -> SiteContext:
    return replace(site, directory=replace(site.directory, offices=tuple(offices), stories=tuple(stories)))


def _seen(office: Office, as_of: str, state: str = "open") -> Office:
    return office.model_copy(update={"status": Status.model_validate({"state": state, "as_of": as_of})})


def _one_story(site: SiteContext, **front: Any) -> SiteContext:
    """A site with one story, whose offices are undated and so have no entries of their own."""
    story = site.directory.stories[0]
    story = replace(story, front=story.front.model_copy(update=front))
    return _of(site, [_seen(site.directory.office[key], "모름") for key in story.front.offices], [story])


def _story_entries(site: SiteContext, year: int | None, *dates: str) -> list[Entry]:
    sources = [
        Source.model_validate({"url": f"https://example.com/{number}", "publisher": "신문", "date": day})
        for number, day in enumerate(dates)
    ]
    return newest_entries(_one_story(site, year=year, sources=tuple(sources)))


def _text(element: ElementTree.Element, name: str) -> str:
    """The text of the one child of this name; there must be just one."""
    (found,) = element.findall(f"{A}{name}")
    assert found.text, name
    return found.text


def _links(element: ElementTree.Element) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in element.findall(f"{A}link")}


def test_the_feed_has_what_an_atom_feed_must_have(feed: ElementTree.Element, site: SiteContext) -> None:
    assert feed.tag == f"{A}feed"
    own = f"{site.site_url}feed.xml"
    assert _text(feed, "id") == own
    assert _links(feed) == {"self": own, "alternate": site.site_url}
    assert _text(feed, "title")
    assert _text(feed, "rights") == site.words("site.licence")
    assert [_text(author, "name") for author in feed.findall(f"{A}author")] == [site.words("site.name")]
    assert _text(feed, "updated") == max(_text(entry, "updated") for entry in feed.findall(f"{A}entry"))


def test_every_entry_has_what_an_atom_entry_must_have(feed: ElementTree.Element, site: SiteContext) -> None:
    for entry in feed.findall(f"{A}entry"):
        assert urlsplit(_text(entry, "id")).scheme == "https"
        assert _links(entry) == {"alternate": _text(entry, "id")}
        assert _text(entry, "id").startswith((f"{site.site_url}stories/", f"{site.site_url}offices/"))
        assert RFC_3339.fullmatch(_text(entry, "updated"))
        assert datetime.fromisoformat(_text(entry, "updated")).date() <= TODAY
        assert "{" not in _text(entry, "title") + _text(entry, "summary")


def test_entries_are_unique_and_the_newest_first(site: SiteContext) -> None:
    entries = newest_entries(site)
    assert len(entries) == MOST
    assert len({entry.url for entry in entries}) == MOST
    for before, after in pairwise(entries):
        assert (-before.updated.toordinal(), before.url) < (-after.updated.toordinal(), after.url)


def test_nothing_newer_is_left_out(site: SiteContext) -> None:
    oldest = newest_entries(site)[-1].updated
    shown = {entry.url for entry in newest_entries(site)}
    dates = {
        f"{site.site_url}{site.addresses.office(office.id)}": office.status.as_of for office in site.directory.offices
    }
    for story in site.directory.stories:
        known = [source.date for source in story.front.sources if source.date and source.date.year == story.front.year]
        dates[f"{site.site_url}{site.addresses.story(story.slug)}"] = max(known, default=None)
    assert {url for url, day in dates.items() if day and day.first_day > oldest} <= shown


@pytest.mark.parametrize(
    ("as_of", "day"), [("2023-10-05", "2023-10-05"), ("2023-10", "2023-10-01"), ("2023", "2023-01-01")]
)
def test_a_month_and_a_year_are_their_first_day(site: SiteContext, as_of: str, day: str) -> None:
    (entry,) = newest_entries(_of(site, [_seen(site.directory.offices[0], as_of)]))
    assert entry.updated.isoformat() == day
    (entry,) = _story_entries(site, 2023, as_of)
    assert entry.updated.isoformat() == day


@pytest.mark.parametrize(
    ("year", "dates", "day"),
    [
        (2021, ["2021-05-02", "모름", "2021-12", "2022-03"], "2021-12-01"),
        (2021, ["2018", "2022-01-19", "2025-03-29"], "2022-01-19"),
    ],
)
def test_a_story_is_of_the_date_of_the_newest_source_from_its_time(
    site: SiteContext, year: int, dates: list[str], day: str
) -> None:
    (entry,) = _story_entries(site, year, *dates)
    assert entry.updated.isoformat() == day


@pytest.mark.parametrize("year", [None, 2020])
def test_a_later_source_of_other_things_does_not_make_a_story_new(site: SiteContext, year: int | None) -> None:
    """That an office was seen, or no longer listed, in 2025 says nothing of when its story was."""
    assert _story_entries(site, year, "2019-11-01", "2025-03-29") == []


def test_what_nobody_dated_is_not_given_a_date(site: SiteContext) -> None:
    assert _story_entries(site, 2021, "모름", "모름") == []
    assert newest_entries(_of(site, [_seen(site.directory.offices[0], "모름")])) == []


def test_an_entry_keeps_its_id_when_an_office_is_seen_again(site: SiteContext) -> None:
    office = site.directory.offices[0]
    (before,) = newest_entries(_of(site, [_seen(office, "2025-01")]))
    (after,) = newest_entries(_of(site, [_seen(office, "2026-11-02", "closed")]))
    assert before.url == after.url
    assert before.updated < after.updated
    assert site.words("state.closed.label") in after.title


def test_an_old_record_does_not_look_current(site: SiteContext) -> None:
    (entry,) = newest_entries(_of(site, [_seen(site.directory.offices[0], "2023-10")]))
    assert site.words("state.old.label") in entry.title
    assert "2023년 10월" in entry.summary


def test_a_feed_without_entries_is_of_the_day_of_the_build(site: SiteContext) -> None:
    empty = ElementTree.fromstring(atom_feed(_of(site)))
    assert empty.findall(f"{A}entry") == []
    assert _text(empty, "updated") == f"{TODAY.isoformat()}T00:00:00+09:00"


def test_each_language_has_a_feed_of_its_own(site: SiteContext) -> None:
    feed = ElementTree.fromstring(atom_feed(replace(site, addresses=Addresses("en"))))
    assert _text(feed, "id") == f"{site.site_url}en/feed.xml"
    assert _links(feed)["alternate"] == f"{site.site_url}en/"
    assert all("/p/en/" in _text(entry, "id") for entry in feed.findall(f"{A}entry"))


def test_the_same_records_give_the_same_bytes(site: SiteContext) -> None:
    turned = _of(site, reversed(site.directory.offices), reversed(site.directory.stories))
    assert atom_feed(turned) == atom_feed(site)


@given(title=st.text(st.characters()), summary=st.text(st.characters()))
def test_any_text_gives_well_formed_xml(site: SiteContext, title: str, summary: str) -> None:
    """Control characters and halves of surrogate pairs, which no XML can hold, are left out; all else stays."""
    sources = (Source.model_validate({"url": "https://example.com/1", "publisher": "신문", "date": "2024-01"}),)
    made = ElementTree.fromstring(atom_feed(_one_story(site, title=title, summary=summary, year=2024, sources=sources)))
    (entry,) = made.findall(f"{A}entry")
    kept = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", title)
    assert (entry.findtext(f"{A}title") or "") == kept.replace("\r\n", "\n").replace("\r", "\n")
    assert len(entry.findall(f"{A}*")) == 5
