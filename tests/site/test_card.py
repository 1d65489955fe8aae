from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from maeul.directory import Directory
from maeul.load.models import Office, Status
from maeul.site.card import PROVINCE, Cards, OfficeCard, distance_words
from maeul.site.context import SiteContext
from maeul.words import Words

Make = Callable[..., Office]


def _spot(precision: str) -> dict[str, Any]:
    return {"lat": 37.28386, "lon": 127.01043, "precision": precision}


def test_an_offices_own_number_is_its_own(site: SiteContext, an_office: Make, words: Words) -> None:
    phone = site.cards.phone(an_office(phone="031-228-1234"))
    assert (phone.number, phone.link, phone.own) == ("031-228-1234", "tel:0312281234", True)
    assert phone.whose == words("phone.own")


def test_a_number_that_is_anothers_says_whose(site: SiteContext, an_office: Make) -> None:
    phone = site.cards.phone(an_office(phone="031-228-1234", phone_of="행궁동 행정복지센터"))
    assert (phone.whose, phone.own) == ("행궁동 행정복지센터", False)


def test_an_office_without_a_number_gives_its_citys(site: SiteContext, an_office: Make) -> None:
    contact = site.directory.city["suwon"].contact
    phone = site.cards.phone(an_office())
    assert (phone.number, phone.whose, phone.own) == (contact.phone, contact.name, False)


def test_the_provinces_call_centre_is_not_said_to_know(site: SiteContext, an_office: Make, real: Directory) -> None:
    without = next(city for city in real.cities if city.contact.phone == PROVINCE)
    assert site.cards.phone(an_office(id=f"{without.key}-a", city=without.key)).unsure
    assert not site.cards.phone(an_office()).unsure
    assert not site.cards.phone(an_office(phone="031-228-1234")).unsure


@pytest.mark.parametrize("precision", ["building", "road"])
def test_directions_lead_to_the_point_when_it_is_known(site: SiteContext, an_office: Make, precision: str) -> None:
    links = {link.key: link.href for link in _card(site, an_office(location=_spot(precision))).directions}
    assert links["kakao"].endswith(",37.28386,127.01043")
    assert links["geo"].startswith("geo:37.28386,127.01043")


def test_directions_search_by_words_when_only_the_dong_is_known(site: SiteContext, an_office: Make) -> None:
    card = _card(site, an_office(location=_spot("dong"), address="경기도 수원시 신풍로 1"))
    links = {link.key: link.href for link in card.directions}
    assert "/link/search/" in links["kakao"]
    assert links["geo"] == f"geo:0,0?q={quote('경기도 수원시 신풍로 1')}"
    assert not any("127.01043" in link for link in links.values())
    assert list(links) == ["kakao", "naver", "geo"]


def test_an_office_without_a_position_is_searched_and_has_no_point(
    site: SiteContext, an_office: Make, words: Words
) -> None:
    card = _card(site, an_office())
    place = quote("수원시 행궁동")
    assert [link.href.partition(place)[::2] for link in card.directions] == [
        ("https://map.kakao.com/link/search/", ""),
        ("https://map.naver.com/p/search/", ""),
        ("geo:0,0?q=", ""),
    ]
    assert card.position_note == words("precision.none")


@pytest.mark.parametrize(
    ("metres", "precision", "expected"),
    [
        (12, "building", "약 100 m"),
        (449, "building", "약 400 m"),
        (949, "road", "약 900 m"),
        (951, "road", "약 1.0 km"),
        (4_321, "building", "약 4.3 km"),
        (9_949, "building", "약 9.9 km"),
        (12_600, "building", "약 13 km"),
        (120, "dong", "약 1 km (동 위치 기준)"),
        (2_600, "dong", "약 3 km (동 위치 기준)"),
    ],
)
def test_a_distance_is_as_exact_as_the_position(
    an_office: Make, words: Words, metres: float, precision: str, expected: str
) -> None:
    assert distance_words(metres, an_office(location=_spot(precision)), words) == expected


def test_the_place_names_city_district_and_dong(site: SiteContext, an_office: Make) -> None:
    assert _card(site, an_office(district="팔달구")).place == "수원시 팔달구 행궁동"
    assert _card(site, an_office()).place == "수원시 행궁동"


def test_unknown_hours_are_null_for_the_script_and_words_for_people(
    site: SiteContext, an_office: Make, words: Words
) -> None:
    card = _card(site, an_office())
    assert json.loads(card.hours_data) is None
    assert card.hours == words("hours.unknown_short")


def test_the_day_of_confirmation_is_the_earliest_that_its_date_can_be(site: SiteContext, an_office: Make) -> None:
    assert _card(site, an_office(status={"state": "open", "as_of": "2021-03"})).confirmed == "2021-03-01"
    assert _card(site, an_office(status={"state": "open", "as_of": "모름"})).confirmed == ""


def _with_hours(an_office: Make, *dates: str) -> Office:
    """An office seen open on 2026-01-05, by a source that says nothing of hours; those have sources of these dates."""
    page = {"url": "https://example.com/1", "publisher": "수원시"}
    sources = [{**page, "date": day, "fields": ["hours"]} for day in dates]
    hours = [{"days": "평일", "open": "09:00", "close": "18:00"}]
    return an_office(hours=hours, sources=[*sources, {**page, "date": "2026-01-05", "fields": ["status"]}])


@pytest.mark.parametrize(
    ("dates", "confirmed", "label"),
    [
        (["2021-06-01", "2021-06-02"], "2021-06-02", "2021년 자료"),
        (["2019", "모름"], "2019-01-01", "2019년 자료"),
        (["2026-02"], "2026-01-05", "2026년 자료"),
        (["모름"], "", "날짜 모르는 자료"),
    ],
)
def test_hours_are_as_old_as_their_newest_dated_source_whenever_the_office_was_seen(
    site: SiteContext, an_office: Make, dates: list[str], confirmed: str, label: str
) -> None:
    card = _card(site, _with_hours(an_office, *dates))
    assert card.confirmed == confirmed
    assert card.hours == f"{label}: 평일 09:00~18:00"


@pytest.mark.parametrize("state", ["open", "unconfirmed"])
def test_a_doubted_office_is_as_old_as_its_state(site: SiteContext, an_office: Make, state: str) -> None:
    office = _with_hours(an_office, "2018").model_copy(
        update={"status": Status.model_validate({"state": state, "as_of": "2021-07"})}
    )
    assert _card(site, office).confirmed == "2021-07-01"


def test_services_keep_the_offices_own_words(site: SiteContext, an_office: Make) -> None:
    card = _card(site, an_office(services=["tools", {"key": "parcels", "note": "택배 대신 받기"}]))
    assert [(service.key, service.note) for service in card.services] == [("tools", ""), ("parcels", "택배 대신 받기")]
    assert card.services[0].path == "services/tools/"


def _card(site: SiteContext, office: Office) -> OfficeCard:
    """The card of an office that is not in the records, past the cards already made."""
    return Cards(site.directory, site.words, site.addresses).of(office)
