"""What an office does besides the services of the vocabulary, in the words of its sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from maeul.load.models import Office
from maeul.publish.rows import Rows
from maeul.site.context import SiteContext
from maeul.site.office_page import office_page

SOURCES = [
    {"url": "https://example.com/1", "publisher": "수원시", "fields": ["status"]},
    {"url": "https://example.com/2", "publisher": "수원시", "fields": ["other_services", "conflicts"]},
]


def _office(an_office: Callable[..., Office]) -> Office:
    conflicts = [{"field": "hours", "says": "24시까지라는 기사가 있어요.", "url": "https://example.com/2"}]
    return an_office(other_services=["생활불편 처리", "주민 교류 프로그램"], sources=SOURCES, conflicts=conflicts)


def _view(office: Office, site: SiteContext) -> Any:
    return office_page(office, site, ()).view


def test_other_services_are_shown_as_written_with_their_source(
    site: SiteContext, an_office: Callable[..., Office]
) -> None:
    view = _view(_office(an_office), site)
    assert view["others"] == ("생활불편 처리", "주민 교류 프로그램")
    assert [ref.number for ref in view["other_refs"]] == [2]


def test_a_source_of_a_doubt_alone_backs_no_field(site: SiteContext, an_office: Callable[..., Office]) -> None:
    view = _view(_office(an_office), site)
    assert not view["hours_refs"]
    assert view["sources"][1].backs == "그 밖에 하는 일, 알아 둘 점"
    assert [conflict.ref for conflict in view["conflicts"]] == [2]


def test_other_services_are_open_data_as_a_list(site: SiteContext, an_office: Callable[..., Office]) -> None:
    rows = Rows(site.directory, site.words, site.addresses, site.site_url)
    assert rows.office(_office(an_office))["other_services"] == ["생활불편 처리", "주민 교류 프로그램"]
    assert rows.office(an_office())["other_services"] == []


def test_a_phrase_that_is_a_service_of_the_vocabulary_is_kept_as_such(site: SiteContext) -> None:
    names = {service.name for service in site.directory.services}
    assert [office.id for office in site.directory.offices if names & set(office.other_services)] == []
