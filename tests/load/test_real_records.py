"""The project's own records keep what the project promises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from maeul.directory import Directory
from maeul.editors.check import check_project
from maeul.load.document import read_document
from maeul.load.models import SOURCED_FIELDS, FieldSource, Source
from maeul.load.values import PartialDate
from maeul.reader import read_directory
from small_project import ROOT, TODAY

TEXTS = sorted(
    path
    for folder in ("data", "content")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yaml", ".md", ".csv")
)
MOBILE = re.compile(r"(?<![0-9A-Za-z=_/-])(?:\+82[- .]?)?\(?0?1[016789]\)?[- .]?[0-9]{3,4}[- .]?[0-9]{4}(?![0-9])")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Copies of other pages, encyclopedias that anybody writes, and pages that were put up to try something.
NO_SOURCES = re.compile(
    r"(?:^|\.)namu\.|namu\.wiki|wiki(?!leaks-kr)|mycafe24|demo|localhost|example\.|web\.archive|translate\.goog"
)


def _sources(directory: Directory) -> Iterator[Source]:
    for office in directory.offices:
        yield from office.sources
    for city in directory.cities:
        for part in (city.contact, city.website, city.desk):
            yield from part.sources if part is not None else ()
    for service in directory.services:
        yield from service.sources
    for story in directory.stories:
        yield from story.front.sources
    yield from directory.programme.sources.values()


def test_records_have_no_findings() -> None:
    assert read_directory(ROOT, TODAY)[1] == ()


def test_all_that_can_be_told_of_the_records_is_how_old_they_are() -> None:
    found = check_project(ROOT, TODAY)
    assert {finding.code for finding in found} == {"confirmed-old", "confirmed-long-ago", "confirmed-never"}
    assert max(Counter(finding.path[0] for finding in found).values()) == 1


def test_there_are_as_many_records_as_were_gathered(real: Directory) -> None:
    assert len(real.offices) == 107
    assert len(real.cities) == 31
    assert len(real.services) == 16
    assert len(real.stories) >= 25


def test_every_record_of_a_file_is_in_the_directory(real: Directory) -> None:
    for file, records in (("offices", real.offices), ("cities", real.cities), ("services", real.services)):
        document, _ = read_document(file, (ROOT / "data" / f"{file}.yaml").read_bytes())
        assert document is not None
        assert len(document.data) == len(records)


def test_every_office_has_sources_of_its_own(real: Directory) -> None:
    assert all(office.sources for office in real.offices)


@pytest.mark.parametrize("field", SOURCED_FIELDS)
def test_every_statement_of_every_office_is_backed(field: str, real: Directory) -> None:
    unbacked = [
        office.id
        for office in real.offices
        if getattr(office, field) and not any(field in source.fields for source in office.sources)
    ]
    assert unbacked == []


def _may_have_seen(source: FieldSource, day: PartialDate) -> bool:
    """A page without a date of its own may tell of any day."""
    return "status" in source.fields and (source.date is None or source.date.last_day >= day.first_day)


def test_state_of_an_office_is_not_newer_than_the_sources_that_saw_it(real: Directory) -> None:
    newer = [
        office.id
        for office in real.offices
        if (day := office.status.as_of) is not None
        and not any(_may_have_seen(source, day) for source in office.sources)
    ]
    assert newer == []


def test_ids_names_and_numbers_are_each_used_once(real: Directory) -> None:
    assert len(real.office) == len(real.offices)
    names = Counter((office.city, office.name) for office in real.offices)
    assert [name for name, count in names.items() if count > 1] == []


def test_stories_tell_of_what_they_link_to(real: Directory) -> None:
    for story in real.stories:
        assert set(story.front.offices) <= set(real.office)
        assert set(story.front.services) <= set(real.service)
        assert {figure.url for figure in story.front.figures} <= {source.url for source in story.front.sources}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_text_names_no_mobile_number_and_no_mail_address(path: Path) -> None:
    text = path.read_text("utf-8")
    assert MOBILE.findall(re.sub(r"https?://\S+", "", text)) == []
    assert EMAIL.findall(text) == []


def test_guards_see_what_they_guard_against() -> None:
    for number in ("010-0000-0000", "01000000000", "+82-10-0000-0000", "010.0000.0000", "전화 010 0000 0000,"):
        assert MOBILE.search(number)
    assert not MOBILE.search("031-729-2313")
    assert EMAIL.search("a.b@example.co.kr")
    assert NO_SOURCES.search("ko.wikipedia.org")
    assert NO_SOURCES.search("namu.wiki")


def test_sources_are_no_mirrors(real: Directory) -> None:
    hosts = {urlsplit(source.url).hostname or "" for source in _sources(real)}
    assert sorted(host for host in hosts if NO_SOURCES.search(host)) == []


def test_sources_are_not_of_the_future(real: Directory) -> None:
    assert all(source.date is None or source.date.first_day <= TODAY for source in _sources(real))


def test_positions_lie_in_their_city(real: Directory) -> None:
    """Outlines are those of 2013 and lack newer reclaimed land; no office stands there."""
    outside = [
        office.id
        for office in real.offices
        if office.location is not None
        and real.outlines[real.city[office.city].code].metres_outside(office.location.lon, office.location.lat) > 0
    ]
    assert outside == []


def test_every_city_has_a_number_to_call(real: Directory) -> None:
    assert all(city.contact.phone for city in real.cities)


def test_addresses_are_in_their_city(real: Directory) -> None:
    elsewhere = [
        office.id
        for office in real.offices
        if office.address is not None and real.city[office.city].name not in office.address
    ]
    assert elsewhere == []
