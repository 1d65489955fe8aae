"""A value that is nearly right is told as it must be typed, and nothing where it is not plain what was meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.hours.model import parse_days, parse_time
from maeul.load.nearly import both_times, meant, number
from maeul.load.values import is_date, is_phone, is_url


def _typed(code: str, found: object) -> str:
    """The value that is proposed, without the sentence around it; "" for none."""
    match = re.match(r"혹시 (?:'(.*?)'|\"(.*?)\")인가요\?", meant(code, found))
    return (match[1] or match[2]) if match else ""


@pytest.mark.parametrize(
    ("code", "found", "typed"),
    [
        ("time-shape", "9:00", "09:00"),
        ("time-shape", "9시", "09:00"),
        ("time-shape", 18, "18:00"),
        ("time-shape", "1830", "18:30"),
        ("time-shape", "18시 30분", "18:30"),
        ("time-shape", "오후 6시 반", "18:30"),
        ("time-shape", "오전 9:00", "09:00"),
        ("time-shape", "오후 12시", "12:00"),
        ("time-shape", "6pm", "18:00"),
        ("time-shape", "24시", "24:00"),
        ("time-shape", "자정", "24:00"),
        ("time-shape", '“09:00"', "09:00"),
        ("date-shape", "2026.11.1", "2026-11-01"),
        ("date-shape", "2026. 11. 1.", "2026-11-01"),
        ("date-shape", "2026/11", "2026-11"),
        ("date-shape", "2026년 11월 1일", "2026-11-01"),
        ("date-shape", 20261101, "2026-11-01"),
        ("date-shape", "2026-11-01 00:00:00", "2026-11-01"),
        ("date-shape", "2026년", "2026"),
        ("phone-shape", "31-729-2313", "031-729-2313"),
        ("phone-shape", "0317292313", "031-729-2313"),
        ("phone-shape", "(02) 729-2313", "02-729-2313"),
        ("phone-shape", "+82-31-729-2313", "031-729-2313"),
        ("phone-shape", "15443300", "1544-3300"),
        ("url-shape", "https;//a.kr/1", "https://a.kr/1"),
        ("url-shape", "http:/a.kr", "http://a.kr"),
        ("url-shape", 'https://a.kr/1"', "https://a.kr/1"),
        ("hours-days", "월~금", "월-금"),
        ("hours-days", "토요일, 일요일", "토, 일"),
        ("hours-days", "주중", "평일"),
    ],
)
def test_value_that_is_nearly_right_is_told_as_it_must_be_typed(code: str, found: object, typed: str) -> None:
    assert _typed(code, found) == typed


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("time-shape", "25:00"),
        ("time-shape", "아침"),
        ("time-shape", "9시~6시"),
        ("date-shape", "2026.13.1"),
        ("date-shape", "26.11.1"),
        ("date-shape", "지난달"),
        ("phone-shape", "31-1234"),
        ("phone-shape", "729-2313"),
        ("phone-shape", "031-729-2313, 031-729-2314"),
        ("url-shape", "www.a.kr"),
        ("url-shape", "누리집"),
        ("hours-days", "가끔"),
        ("id-shape", "Hanam"),
    ],
)
def test_nothing_is_told_where_it_is_not_plain_what_was_meant(code: str, found: str) -> None:
    assert meant(code, found) == ""


def test_space_around_a_value_is_named_since_nobody_sees_it() -> None:
    assert meant("url-shape", "https://a.kr/1 ") == "값 앞뒤의 빈칸을 지워 'https://a.kr/1'로 쓰세요."


@pytest.mark.parametrize("found", ["09:00~18:00", "09:00-18:00", "9시 ~ 18시", "오전 9시~오후 6시"])
def test_two_times_in_one_are_told_apart(found: str) -> None:
    assert both_times(found) == ("09:00", "18:00")


@pytest.mark.parametrize("found", ["09:00", "09:00~", "2020-09-01", "아침~저녁", 9])
def test_other_values_are_not_two_times(found: object) -> None:
    assert both_times(found) is None


@pytest.mark.parametrize(
    ("found", "expected"), [("약 7명", "7"), ("1,000", "1000"), ("37.5", "37.5"), ("5~6", ""), ("다섯", "")]
)
def test_number_is_taken_from_a_text_that_holds_one(found: str, expected: str) -> None:
    assert number(found) == expected


_CHARS = st.text("0123456789:.-/ ~시분오전후월화요일년평주중AMPMhtps;'\"+()a", max_size=24)


@given(_CHARS)
def test_what_is_told_is_always_right(found: str) -> None:
    if time := _typed("time-shape", found):
        parse_time(time)
    if days := _typed("hours-days", found):
        parse_days(days)
    for code, is_right in (("date-shape", is_date), ("phone-shape", is_phone), ("url-shape", is_url)):
        typed = _typed(code, found)
        assert not typed or is_right(typed)
