"""Offices as contacts, read back as RFC 6350 says."""

from __future__ import annotations

import re
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.hours.model import Hours
from maeul.load.models import Location, Office
from maeul.publish.ids import permanent_id
from maeul.publish.vcard import _folded, office_vcard
from maeul.site.card import Cards
from maeul.site.context import SiteContext
from publish.conftest import Sourced
from pydantic import TypeAdapter

SETTINGS = settings(deadline=None, derandomize=True)


def _properties(data: bytes) -> dict[str, str]:
    """The unfolded lines by name; parameters stay with the value where a property has some."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert lines.pop() == ""
    found = {}
    for line in lines:
        name, mark, value = re.fullmatch(r"([A-Z]+)([:;])(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
        assert name not in found
        found[name] = value if mark == ":" else mark + value
    return found


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)


def _split(value: str, mark: str) -> list[str]:
    """The parts of a value that has several, unescaped."""
    return [_plain(part) for part in re.split(rf"(?<!\\)(?:\\\\)*{mark}", value)]


def _card(office: Office, site: SiteContext) -> dict[str, str]:
    return _properties(office_vcard(office, Cards(site.directory, site.words, site.addresses).of(office), site))


def _with(site: SiteContext, **values: Any) -> dict[str, str]:
    return _card(site.directory.offices[0].model_copy(update=values), site)


def _spot(precision: str) -> Location:
    return Location.model_validate({"lat": 37.3, "lon": 127.0, "precision": precision})


def test_every_card_is_vcard_4_with_what_a_contact_must_have(site: SiteContext) -> None:
    for office in site.directory.offices:
        data = office_vcard(office, site.cards.of(office), site)
        lines = data.split(b"\r\n")
        assert lines[:2] == [b"BEGIN:VCARD", b"VERSION:4.0"]
        assert lines[-2:] == [b"END:VCARD", b""]
        assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
        card = _properties(data)
        assert card["KIND"] == "org"
        assert _plain(card["FN"]) == _plain(card["ORG"]) == office.name
        assert card["URL"] == f"https://example.test/p/offices/{office.id}/"
        assert site.words("vcard.category") in _split(card["CATEGORIES"], ",")


def test_lines_are_folded_within_75_octets_and_between_characters(site: SiteContext) -> None:
    for office in site.directory.offices:
        for line in office_vcard(office, site.cards.of(office), site).split(b"\r\n"):
            assert len(line) <= 75
            line.decode()  # a character cut in two would not be UTF-8


@SETTINGS
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n")))
def test_folding_loses_nothing(text: str) -> None:
    line = f"NOTE:{text}".encode()
    folded = _folded(line)
    assert folded.replace(b"\r\n ", b"") == line + b"\r\n"
    assert all(len(line) <= 75 for line in folded.split(b"\r\n"))
    for line in folded.split(b"\r\n"):
        line.decode()


@SETTINGS
@given(name=st.text(min_size=1).filter(str.strip), address=st.text(min_size=1).filter(str.strip))
def test_no_text_of_a_record_ends_its_property(site: SiteContext, name: str, address: str) -> None:
    card = _with(site, name=name, address=address, building=None)
    assert list(card) == list(_with(site, building=None))
    assert _plain(card["FN"]) == name.replace("\r", "")
    label = re.match(r';LABEL="([^"]*)":', card["ADR"])
    assert label is not None
    meant = re.sub(r"\^(.)", lambda match: {"'": '"', "n": "\n", "^": "^"}[match[1]], label[1])
    assert meant == address.replace("\r", "")


def test_marks_in_a_name_are_escaped(site: SiteContext) -> None:
    assert _with(site, name="가,나;다\\라\n마")["FN"] == r"가\,나\;다\\라\n마"


def test_the_address_is_given_as_published_and_in_parts(site: SiteContext) -> None:
    card = _with(site, address="경기도 수원시 팔달구 신풍로23번길 40", building="행정복지센터, 2층")
    label = ';LABEL="경기도 수원시 팔달구 신풍로23번길 40, 행정복지센터, 2층":'
    assert card["ADR"] == label + r";;팔달구 신풍로23번길 40,행정복지센터\, 2층;수원시;경기도;;"


def test_an_address_that_does_not_begin_with_its_city_is_kept_whole(site: SiteContext) -> None:
    assert _with(site, address="신풍로 40", building=None)["ADR"] == ';LABEL="신풍로 40":;;신풍로 40;;;;'


def test_an_unknown_address_is_said_in_the_note(site: SiteContext) -> None:
    card = _with(site, address=None, building="효자공원 안", dong="행궁동", district="팔달구")
    assert "ADR" not in card
    assert "수원시 팔달구 행궁동, 효자공원 안" in _plain(card["NOTE"])


def test_an_offices_own_number_is_its_telephone(site: SiteContext) -> None:
    card = _with(site, phone="031-228-1234", phone_of=None)
    assert card["TEL"] == ";TYPE=work:031-228-1234"


def test_whose_number_it_is_stands_in_the_note(site: SiteContext) -> None:
    card = _with(site, phone="031-228-1234", phone_of="행궁동 행정복지센터")
    assert card["TEL"] == ";TYPE=work:031-228-1234"
    assert "행궁동 행정복지센터" in card["NOTE"]


def test_without_a_number_the_note_names_the_one_that_the_page_names(site: SiteContext) -> None:
    for office in site.directory.offices:
        card = _card(office, site)
        assert ("TEL" in card) == (office.phone is not None)
        if office.phone is None:
            phone = site.cards.phone(office)
            assert f"{phone.whose} {phone.number}" in _plain(card["NOTE"])


@pytest.mark.parametrize("precision", ["building", "road"])
def test_a_position_that_is_not_the_buildings_says_so(site: SiteContext, precision: str) -> None:
    card = _with(site, location=_spot(precision))
    assert card["GEO"] == "geo:37.3,127.0"
    assert (site.words(f"precision.{precision}") in _plain(card["NOTE"])) is (precision != "building")


@pytest.mark.parametrize("location", [None, _spot("dong")])
def test_an_unknown_position_is_no_position(site: SiteContext, location: Location | None) -> None:
    card = _with(site, location=location)
    assert "GEO" not in card
    assert site.words("vcard.no_point") in card["NOTE"]


def test_the_note_tells_state_date_and_hours(site: SiteContext, published: Sourced) -> None:
    hours = TypeAdapter[Hours](Hours).validate_python([{"days": "평일", "open": "09:00", "close": "18:00"}])
    note = _plain(_with(site, hours=hours, sources=published("2021-06-02", "모름"))["NOTE"]).split("\n")
    assert note[0] == "2025년 12월 29일 자료에서 운영하는 것을 확인했어요."
    assert note[1] == "여는 시간(2021년 자료): 평일 오전 9시부터 오후 6시까지"
    undated = _with(site, hours=hours, sources=published("모름"))["NOTE"]
    assert "여는 시간(날짜 모르는 자료): 평일" in _plain(undated)
    assert site.words("hours.unknown") in _plain(_with(site, hours=None)["NOTE"]).split("\n")


def test_what_the_office_does_are_its_categories(site: SiteContext) -> None:
    office = site.directory.offices[0]
    names = [site.directory.service[entry.key].name for entry in office.services]
    assert _split(_card(office, site)["CATEGORIES"], ",")[1:] == names
    assert len(_split(_with(site, services=())["CATEGORIES"], ",")) == 1


def test_the_revision_is_the_newest_day_of_the_record_not_of_the_build(site: SiteContext) -> None:
    office = site.directory.offices[0]
    assert _card(office, site)["REV"] == "20251231T000000Z"
    sources = tuple(source.model_copy(update={"date": None}) for source in office.sources)
    assert _with(site, sources=sources)["REV"] == "20251229T000000Z"
    status = office.status.model_copy(update={"as_of": None})
    assert "REV" not in _with(site, sources=sources, status=status)


def test_a_contact_keeps_its_identifier_whatever_else_changes(site: SiteContext) -> None:
    identifiers = {_card(office, site)["UID"] for office in site.directory.offices}
    assert len(identifiers) == len(site.directory.offices)
    office = site.directory.offices[0]
    assert _with(site, name="다른 이름")["UID"] == f"urn:uuid:{permanent_id(f'office/{office.id}')}"


@SETTINGS
@given(st.text(st.characters(codec="utf-8")))
def test_identifiers_are_uuids_of_version_5(name: str) -> None:
    space = UUID("59a84b3c-d73a-4260-ac7c-f2fca11768dd")
    assert permanent_id(name) == str(uuid5(space, name))
    assert permanent_id(name) != str(uuid5(NAMESPACE_URL, name))
