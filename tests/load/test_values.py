"""Dates as exact as they are known, telephone numbers, web addresses, ids."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from maeul.load.values import Code, Id, PartialDate, Phone, Text, Url, parse_date, parse_date_or_unknown
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

SETTINGS = settings(max_examples=150, deadline=None, derandomize=True)


def _refused(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return caught.value.errors()[0]["type"]


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    exact = draw(st.sampled_from(["year", "month", "day"]))
    return PartialDate(day.year, day.month if exact != "year" else 0, day.day if exact == "day" else 0)


@given(partial_dates())
@SETTINGS
def test_date_is_read_as_it_is_written(day: PartialDate) -> None:
    assert parse_date(str(day)) == day


@given(partial_dates())
@SETTINGS
def test_date_spans_the_days_it_can_be(day: PartialDate) -> None:
    days = (day.last_day - day.first_day).days + 1
    if day.day:
        assert days == 1
    elif day.month:
        assert days == calendar.monthrange(day.year, day.month)[1]
    else:
        assert days == 365 + calendar.isleap(day.year)


@given(partial_dates(), partial_dates())
@SETTINGS
def test_dates_sort_by_their_first_day(one: PartialDate, other: PartialDate) -> None:
    assume(one.first_day != other.first_day)
    assert (one < other) == (one.first_day < other.first_day)


def test_year_may_be_a_number() -> None:
    assert parse_date(2021) == PartialDate(2021)
    assert PartialDate(2021).last_day == date(2021, 12, 31)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "모름",
        "2021-",
        "2021-4",
        "2021-04-6",
        "2021.04.06",
        "21-04-06",
        "2021-13",
        "2021-00",
        "2021-04-00",
        "2021-02-29",
        "2021-04-06 ",
        "2021-04-06T09:00",
        "２０２１",
        "0000",
        20210406,
        21,
        True,
        None,
        2021.0,
        [],
    ],
)
def test_what_is_no_date_is_refused(value: object) -> None:
    assert _refused_date(value) == "date-shape"


def _refused_date(value: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        parse_date(value)
    return caught.value.type


def test_unknown_date_is_a_value() -> None:
    assert parse_date_or_unknown("모름") is None
    assert parse_date_or_unknown("2021-04") == PartialDate(2021, 4)


@pytest.mark.parametrize(
    "number",
    [
        "031-729-2313",
        "02-123-4567",
        "02-1234-5678",
        "031-8075-1234",
        "070-1234-5678",
        "1899-3300",
        "1577-3100",
        "1661-0000",
        "031-120",
        "110",
        "129",
    ],
)
def test_telephone_number_is_taken(number: str) -> None:
    assert TypeAdapter(Phone).validate_python(number) == number


@pytest.mark.parametrize(
    "number",
    [
        "0317292313",
        "031 729 2313",
        "031)729-2313",
        "031-729-23134",
        "31-729-2313",
        "729-2313",
        "+82-31-729-2313",
        "031-729-2313 (시청)",
        "031-729-2313\n",
        "０３１-729-2313",
        "099-123-4567",
        "1399-33000",
        "0",
    ],
)
def test_telephone_number_of_another_shape_is_refused(number: str) -> None:
    assert _refused(Phone, number) == "phone-shape"


@pytest.mark.parametrize(
    "number",
    [
        "010-0000-0000",
        "01000000000",
        "010.0000.0000",
        "010 0000 0000",
        "011-000-0000",
        "+82-10-0000-0000",
        "+82 10 0000 0000",
        "+821000000000",
        "(010)0000-0000",
        "019-000-0000",
    ],
)
def test_mobile_number_is_refused_as_such(number: str) -> None:
    assert _refused(Phone, number) == "phone-mobile"


@pytest.mark.parametrize(
    "url", ["https://www.gg.go.kr/", "http://a.kr", "https://경기.한국/마을?a=1&b=2#c", "https://a.kr:443/b"]
)
def test_web_address_is_taken(url: str) -> None:
    assert TypeAdapter(Url).validate_python(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "www.gg.go.kr",
        "ftp://gg.go.kr/",
        "https://",
        "https://gg",
        "https:/gg.go.kr",
        "javascript:alert(1)",
        "https://gg.go.kr/a b",
        "https://gg.go.kr/\n",
        'https://gg.go.kr/"onclick=',
        "https://gg.go.kr/<b>",
        " https://a.kr",
    ],
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert _refused(Url, url) == "url-shape"


@pytest.mark.parametrize("key", ["hanam-sinjang-1", "suwon-haenggung", "a-b"])
def test_id_is_taken(key: str) -> None:
    assert TypeAdapter(Id).validate_python(key) == key


@pytest.mark.parametrize(
    "key",
    [
        "hanam",
        "Hanam-sinjang",
        "하남-신장",
        "hanam_sinjang",
        "hanam-",
        "-hanam",
        "hanam--a",
        "hanam-a ",
        "1-a",
        "a-../b",
    ],
)
def test_id_of_another_shape_is_refused(key: str) -> None:
    assert _refused(Id, key) == "id-shape"


@pytest.mark.parametrize("code", ["4145", "414500", "４１４５０", "41450\n", "abcde"])
def test_administrative_code_has_five_digits(code: str) -> None:
    assert TypeAdapter(Code).validate_python("41450") == "41450"
    assert _refused(Code, code) == "code-shape"


@pytest.mark.parametrize("value", ["", " ", "\u3000", "\n"])
def test_text_says_something(value: str) -> None:
    assert _refused(Text, value) in ("string_too_short", "string_pattern_mismatch")
