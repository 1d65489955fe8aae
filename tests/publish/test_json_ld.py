"""Offices as linked data: only what is certain enough for a machine that shows no doubts."""

from __future__ import annotations

from typing import Any

import pytest
from maeul.hours.model import Hours
from maeul.load.models import FieldSource, Location, Office, Status
from maeul.publish.json_ld import office_json_ld
from maeul.site.card import Cards
from maeul.site.context import SiteContext
from publish.conftest import Sourced
from pydantic import TypeAdapter


def _linked(office: Office, site: SiteContext) -> dict[str, Any]:
    return office_json_ld(office, Cards(site.directory, site.words, site.addresses).of(office), site)


def _with(site: SiteContext, **values: Any) -> dict[str, Any]:
    """The first office, which was seen open on 2025-12-29, with other values; its hours and phone are of 2026."""
    page = {"url": "https://example.com/1", "publisher": "수원시", "date": "2026-01-05", "fields": ["hours", "phone"]}
    values = {"sources": (FieldSource.model_validate(page),), **values}
    return _linked(site.directory.offices[0].model_copy(update=values), site)


def _hours(**span: Any) -> Hours:
    return TypeAdapter[Hours](Hours).validate_python([span])


def _spot(precision: str) -> Location:
    return Location.model_validate({"lat": 37.3, "lon": 127.0, "precision": precision})


def test_every_office_has_a_name_an_address_of_its_page_and_a_place(site: SiteContext) -> None:
    for office in site.directory.offices:
        data = _linked(office, site)
        assert data["@type"] == "GovernmentOffice"
        assert data["@id"] == data["url"] == f"https://example.test/p/offices/{office.id}/"
        assert data["name"] == office.name
        assert data["areaServed"]


@pytest.mark.parametrize(("precision", "known"), [("building", True), ("road", True), ("dong", False)])
def test_the_middle_of_a_dong_is_not_given_as_the_offices_position(
    site: SiteContext, precision: str, known: bool
) -> None:
    assert ("geo" in _with(site, location=_spot(precision))) is known


def test_an_office_without_a_position_has_no_geo(site: SiteContext) -> None:
    assert "geo" not in _with(site, location=None)


def test_midnight_at_the_end_of_a_day_is_0000(site: SiteContext) -> None:
    spans = _with(site, hours=_hours(days="평일", open="08:00", close="24:00"))["openingHoursSpecification"]
    assert (spans[0]["opens"], spans[0]["closes"]) == ("08:00", "00:00")


def test_a_closing_time_on_the_next_day_stays_as_written(site: SiteContext) -> None:
    spans = _with(site, hours=_hours(days="토, 일", open="18:00", close="02:00"))["openingHoursSpecification"]
    assert spans[0]["closes"] == "02:00"
    assert spans[0]["dayOfWeek"] == ["Saturday", "Sunday"]


def test_hours_that_are_not_known_are_left_out(site: SiteContext) -> None:
    assert "openingHoursSpecification" not in _with(site, hours=None)
    assert "openingHoursSpecification" not in _with(site, hours=_hours(days="모름", open="08:00", close="24:00"))


def test_hours_of_one_season_are_not_given_as_those_of_the_year(site: SiteContext) -> None:
    winter = _hours(days="평일", open="09:00", close="17:00", season={"start": "11-01", "end": "02-28"})
    assert "openingHoursSpecification" not in _with(site, hours=winter)


def test_anothers_phone_is_not_the_offices(site: SiteContext) -> None:
    assert "telephone" not in _with(site, phone=None, phone_of=None)
    assert "telephone" not in _with(site, phone="031-228-1234", phone_of="행궁동 행정복지센터")
    assert _with(site, phone="031-228-1234", phone_of=None)["telephone"] == "031-228-1234"


@pytest.mark.parametrize(
    ("state", "as_of", "dates", "known"),
    [
        ("open", "2025-12-29", ["2026-01-05"], True),
        ("open", "2025-12-29", ["모름", "2018", "2025-11-22"], True),
        ("open", "2025-12-29", ["2025-11-21"], False),
        ("open", "2025-12-29", ["모름"], False),
        ("open", "2025-11-21", ["2026-01-05"], False),
        ("open", "모름", ["2026-01-05"], False),
        ("unconfirmed", "2026-01-05", ["2026-01-05"], False),
        ("planned", "2026-01-05", ["2026-01-05"], False),
        ("moved", "2026-01-05", ["2026-01-05"], False),
        ("closed", "2026-01-05", ["2026-01-05"], False),
    ],
)
def test_hours_and_phone_are_told_only_when_office_and_source_are_of_the_last_year(
    site: SiteContext, published: Sourced, state: str, as_of: str, dates: list[str], known: bool
) -> None:
    data = _with(
        site,
        phone="031-228-1234",
        phone_of=None,
        hours=_hours(days="평일", open="09:00", close="18:00"),
        status=Status.model_validate({"state": state, "as_of": as_of}),
        sources=published(*dates),
    )
    assert ("openingHoursSpecification" in data) is ("telephone" in data) is known
