"""The files of HSDS 3.1: what its schemas demand, links that lead somewhere, and nothing that is not known."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator
from maeul.directory import Directory
from maeul.hours.model import Hours
from maeul.load.models import FieldSource, Location, Status
from maeul.publish.hsds import Hsds, one_page
from maeul.site.context import SiteContext
from publish.conftest import Sourced
from pydantic import TypeAdapter

Item = dict[str, Any]

TEXT = {"type": "string", "minLength": 1}
UUID_TEXT = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}


def _object(required: str, **properties: Any) -> Item:
    """The schema of an object that has no other properties."""
    names = {name: TEXT for name in required.split()} | properties
    return {
        "type": "object",
        "properties": {"id": UUID_TEXT, **names},
        "required": ["id", *required.split()],
        "additionalProperties": False,
    }


def _list(schema: Item) -> Item:
    return {"type": "array", "items": schema, "minItems": 1}


# What HSDS 3.1 demands of each object (schema/*.json there), with the properties of ours.
ATTRIBUTE = _object("link_type value", label=TEXT)
PHONE = _object("number", type={"const": "voice"}, description=TEXT)
ADDRESS = _object(
    "address_1 city state_province postal_code country address_type",
    address_2=TEXT,
    postal_code={"type": "string"},
    country={"const": "KR"},
    address_type={"enum": ["physical", "postal", "virtual"]},
)
TIME = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d\+09:00$"}
SCHEDULE = _object(
    "description",
    freq={"const": "WEEKLY"},
    byday={"type": "string", "pattern": "^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$"},
    opens_at=TIME,
    closes_at=TIME,
)
SCHEMAS = {
    "organizations": _object(
        "name description", alternate_name=TEXT, website=TEXT, phones=_list(PHONE), attributes=_list(ATTRIBUTE)
    ),
    "services": _object(
        "name status organization_id",
        organization_id=UUID_TEXT,
        status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        description=TEXT,
        application_process=TEXT,
        url=TEXT,
        attributes=_list(ATTRIBUTE),
    ),
    "locations": _object(
        "location_type name",
        location_type={"enum": ["physical", "postal", "virtual"]},
        organization_id=UUID_TEXT,
        alternate_name=TEXT,
        description=TEXT,
        latitude={"type": "number"},
        longitude={"type": "number"},
        external_identifier=TEXT,
        external_identifier_type=TEXT,
        addresses=_list(ADDRESS),
        phones=_list(PHONE),
        schedules=_list(SCHEDULE),
        attributes=_list(ATTRIBUTE),
    ),
    "service_at_locations": _object(
        "service_id location_id", service_id=UUID_TEXT, location_id=UUID_TEXT, description=TEXT
    ),
}


@pytest.fixture(scope="module")
def lists(files: dict[str, bytes]) -> dict[str, list[Item]]:
    return {name: json.loads(files[f"data/v1/hsds/{name}.json"])["contents"] for name in SCHEMAS}


def _located(site: SiteContext, **values: Any) -> Item:
    """The location of the first office, seen open on 2025-12-29, with other values; its hours are of 2026."""
    page = {"url": "https://example.com/1", "publisher": "수원시", "date": "2026-01-05", "fields": ["hours"]}
    values = {"sources": (FieldSource.model_validate(page),), **values}
    office = site.directory.offices[0].model_copy(update=values)
    return _hsds(site.directory, site).location(office)


def _hsds(directory: Directory, site: SiteContext) -> Hsds:
    return Hsds(directory, site.words, site.addresses, site.site_url)


def _hours(*spans: Item) -> Hours:
    return TypeAdapter[Hours](Hours).validate_python(list(spans))


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (item for key, item in value.items() if key == "id")
        yield from (found for item in value.values() for found in _ids(item))
    elif isinstance(value, list):
        yield from (found for item in value for found in _ids(item))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_is_as_the_specification_demands(lists: dict[str, list[Item]], name: str) -> None:
    validator = Draft202012Validator(_list(SCHEMAS[name]))
    assert [error.message for error in validator.iter_errors(lists[name])] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_file_is_the_only_page_of_its_list(files: dict[str, bytes], name: str) -> None:
    page = json.loads(files[f"data/v1/hsds/{name}.json"])
    assert page["total_items"] == page["size"] == len(page["contents"])
    assert (page["page_number"], page["total_pages"]) == (1, 1)
    assert page["first_page"]
    assert page["last_page"]
    assert not page["empty"]
    assert one_page(0)["empty"]


def test_there_are_as_many_objects_as_records(lists: dict[str, list[Item]], real: Directory) -> None:
    assert len(lists["organizations"]) == 1 + len(real.cities)
    assert len(lists["services"]) == len(real.services)
    assert [item["external_identifier"] for item in lists["locations"]] == [office.id for office in real.offices]
    assert len(lists["service_at_locations"]) == sum(len(office.services) for office in real.offices)


def test_ids_are_uuids_of_version_5_and_unique_over_all_files(lists: dict[str, list[Item]]) -> None:
    ids = Counter(_ids(list(lists.values())))
    assert [key for key, count in ids.items() if count > 1] == []
    assert {UUID(key).version for key in ids} == {5}


def test_every_link_leads_to_an_object(lists: dict[str, list[Item]]) -> None:
    known = {name: {item["id"] for item in items} for name, items in lists.items()}
    for item in (*lists["services"], *lists["locations"]):
        assert item["organization_id"] in known["organizations"]
    for item in lists["service_at_locations"]:
        assert item["service_id"] in known["services"]
        assert item["location_id"] in known["locations"]


def test_links_say_what_the_records_say(lists: dict[str, list[Item]], real: Directory) -> None:
    offices = {item["id"]: item["external_identifier"] for item in lists["locations"]}
    services = {item["id"]: item["name"] for item in lists["services"]}
    linked = [(offices[item["location_id"]], services[item["service_id"]]) for item in lists["service_at_locations"]]
    assert linked == [
        (office.id, real.service[offered.key].name) for office in real.offices for offered in office.services
    ]


def test_ids_do_not_depend_on_where_the_site_is_or_what_a_record_says(site: SiteContext) -> None:
    elsewhere = Hsds(site.directory, site.words, site.addresses, "https://other.test/")
    here, offices = _hsds(site.directory, site), site.directory.offices
    assert list(_ids([*map(elsewhere.location, offices)])) == list(_ids([*map(here.location, offices)]))
    assert _located(site, name="다른 이름")["id"] == here.location(offices[0])["id"]


def test_every_source_is_an_attribute_with_publisher_and_date(lists: dict[str, list[Item]], real: Directory) -> None:
    for item in lists["locations"]:
        sources = [attribute for attribute in item["attributes"] if attribute["link_type"] == "source"]
        office = real.office[item["external_identifier"]]
        assert [attribute["value"] for attribute in sources] == [source.url for source in office.sources]
        for attribute, source in zip(sources, office.sources, strict=True):
            assert attribute["label"].startswith(source.publisher)
            assert attribute["label"].endswith(str(source.date or source.publisher))


def test_the_state_is_an_attribute_with_its_date(lists: dict[str, list[Item]], real: Directory) -> None:
    for item in lists["locations"]:
        status = real.office[item["external_identifier"]].status
        (state,) = (attribute for attribute in item["attributes"] if attribute["link_type"] == "state")
        assert state["value"] == status.state
        assert state.get("label") == (str(status.as_of) if status.as_of else None)


def test_what_is_not_known_is_not_there(site: SiteContext) -> None:
    bare = _located(site, address=None, building=None, phone=None, hours=None, location=None, aliases=())
    assert not {"addresses", "phones", "schedules", "latitude", "longitude"} & set(bare)
    locations = [_hsds(site.directory, site).location(office) for office in site.directory.offices]
    assert "timezone" not in json.dumps(locations)


@pytest.mark.parametrize(("precision", "known"), [("building", True), ("road", True), ("dong", False)])
def test_the_middle_of_a_dong_is_not_given_as_the_position(site: SiteContext, precision: str, known: bool) -> None:
    spot = Location.model_validate({"lat": 37.3, "lon": 127.0, "precision": precision})
    item = _located(site, location=spot)
    told = [attribute["value"] for attribute in item["attributes"] if attribute["link_type"] == "precision"]
    assert ("latitude" in item) is ("longitude" in item) is known
    assert told == ([precision] if known else [])


def test_an_office_without_an_address_says_where_it_is_known_to_be(site: SiteContext) -> None:
    item = _located(site, address=None, building="효자공원 안")
    assert item["description"] == "수원시 팔달구 행궁동, 효자공원 안"


def test_an_address_is_as_published_and_its_postal_code_is_not_invented(site: SiteContext) -> None:
    (address,) = _located(site, address="경기도 수원시 팔달구 신풍로 40", building="2층")["addresses"]
    assert (address["address_1"], address["address_2"]) == ("경기도 수원시 팔달구 신풍로 40", "2층")
    assert (address["city"], address["state_province"], address["postal_code"]) == ("수원시", "경기도", "")


def test_anothers_number_says_whose_it_is(site: SiteContext) -> None:
    (own,) = _located(site, phone="031-228-1234", phone_of=None)["phones"]
    (others,) = _located(site, phone="031-228-1234", phone_of="행궁동 행정복지센터")["phones"]
    assert "description" not in own
    assert others["description"] == "행궁동 행정복지센터"


def test_whom_to_call_otherwise_stands_with_the_city(lists: dict[str, list[Item]], real: Directory) -> None:
    for city, item in zip(real.cities, lists["organizations"][1:], strict=True):
        assert [(phone["number"], phone["description"]) for phone in item["phones"]] == [
            (city.contact.phone, city.contact.name)
        ]


def _times(item: Item) -> list[tuple[Any, ...]]:
    return [tuple(entry.get(key) for key in ("byday", "opens_at", "closes_at")) for entry in item["schedules"]]


def test_hours_are_weekly_rules_with_their_offset(site: SiteContext) -> None:
    item = _located(site, hours=_hours({"days": "평일", "open": "08:00", "close": "24:00"}))
    assert _times(item) == [("MO,TU,WE,TH,FR", "08:00+09:00", "00:00+09:00")]
    assert item["schedules"][0]["description"] == "평일 오전 8시부터 밤 12시까지"


@pytest.mark.parametrize(
    ("state", "as_of", "date", "known"),
    [
        ("open", "2025-12-29", "2026-01-05", True),
        ("open", "2025-12-29", "2021-06-02", False),
        ("open", "2025-12-29", "모름", False),
        ("open", "2023-01", "2026-01-05", False),
        ("unconfirmed", "2026-01-05", "2026-01-05", False),
        ("closed", "2026-01-05", "2026-01-05", False),
    ],
)
def test_hours_are_there_only_when_office_and_source_are_of_the_last_year(
    site: SiteContext, published: Sourced, state: str, as_of: str, date: str, known: bool
) -> None:
    status = Status.model_validate({"state": state, "as_of": as_of})
    hours = _hours({"days": "평일", "open": "09:00", "close": "18:00"})
    assert ("schedules" in _located(site, status=status, hours=hours, sources=published(date))) is known


def test_a_break_parts_the_day(site: SiteContext) -> None:
    noon = {"open": "12:00", "close": "13:00"}
    night = {"open": "01:00", "close": "02:00"}
    spans = (
        {"days": "토", "open": "09:00", "close": "18:00", "breaks": [noon]},
        {"days": "일", "open": "20:00", "close": "04:00", "breaks": [night]},
    )
    assert _times(_located(site, hours=_hours(*spans))) == [
        ("SA", "09:00+09:00", "12:00+09:00"),
        ("SA", "13:00+09:00", "18:00+09:00"),
        ("SU", "20:00+09:00", "01:00+09:00"),
        ("MO", "02:00+09:00", "04:00+09:00"),
    ]


@pytest.mark.parametrize("days", ["모름", "공휴일"])
def test_days_that_are_not_weekdays_are_only_said_in_words(site: SiteContext, days: str) -> None:
    item = _located(site, hours=_hours({"days": days, "open": "09:00", "close": "18:00"}))
    assert _times(item) == [(None, "09:00+09:00", "18:00+09:00")]
    assert "freq" not in item["schedules"][0]


def test_hours_of_one_season_are_only_said_in_words(site: SiteContext) -> None:
    winter = {"days": "평일", "open": "09:00", "close": "17:00", "season": {"start": "11-01", "end": "02-28"}}
    (entry,) = _located(site, hours=_hours(winter))["schedules"]
    assert set(entry) == {"id", "description"}
    assert "11월 1일" in entry["description"]


def _all(state: str, site: SiteContext) -> Directory:
    """The directory with all offices in one state."""
    offices = site.directory.offices
    changed = (office.status.model_copy(update={"state": state}) for office in offices)
    pairs = zip(offices, changed, strict=True)
    return replace(
        site.directory, offices=tuple(office.model_copy(update={"status": status}) for office, status in pairs)
    )


@pytest.mark.parametrize(("state", "status"), [("open", "active"), ("unconfirmed", "active"), ("closed", "inactive")])
def test_a_service_is_inactive_only_when_all_that_gave_it_are_known_to_be_closed(
    site: SiteContext, state: str, status: str
) -> None:
    assert {item["status"] for item in _hsds(_all(state, site), site).services()} == {status}
    assert _hsds(replace(site.directory, offices=()), site).services()[0]["status"] == "active"
