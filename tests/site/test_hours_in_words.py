from __future__ import annotations

from typing import Any

import pytest
from maeul.hours.model import Hours
from maeul.hours.words import hours_lines, hours_short
from maeul.words import Words
from pydantic import TypeAdapter


def _hours(*spans: dict[str, Any]) -> Hours:
    return TypeAdapter[Hours](Hours).validate_python(list(spans) or "모름")


def _span(days: str, opens: str, closes: str, **more: Any) -> dict[str, Any]:
    return {"days": days, "open": opens, "close": closes, **more}


LUNCH = {"open": "12:00", "close": "13:30"}
WINTER = {"start": "11-01", "end": "02-28"}


@pytest.mark.parametrize(
    ("span", "sentence", "short"),
    [
        (_span("평일", "09:00", "18:00"), "평일 오전 9시부터 오후 6시까지", "평일 09:00~18:00"),
        (_span("월-토", "08:30", "12:00"), "월-토 오전 8시 30분부터 낮 12시까지", "월-토 08:30~12:00"),
        (_span("매일", "08:00", "24:00"), "매일 오전 8시부터 밤 12시까지", "매일 08:00~24:00"),
        (_span("매일", "18:00", "02:00"), "매일 오후 6시부터 다음 날 오전 2시까지", "매일 18:00~02:00"),
        (_span("매일", "00:00", "12:30"), "매일 밤 12시부터 낮 12시 30분까지", "매일 00:00~12:30"),
        (
            _span("평일", "09:00", "18:00", breaks=[LUNCH]),
            "평일 오전 9시부터 오후 6시까지 (쉬는 시간 낮 12시~오후 1시 30분)",
            "평일 09:00~18:00",
        ),
        (
            _span("평일", "09:00", "17:00", season=WINTER),
            "11월 1일부터 2월 28일까지는 평일 오전 9시부터 오후 5시까지",
            "평일 09:00~17:00(11월 1일~2월 28일)",
        ),
        (
            _span("모름", "08:00", "24:00"),
            "여는 날 오전 8시부터 밤 12시까지 (무슨 요일에 여는지는 몰라요)",
            "여는 날 08:00~24:00",
        ),
    ],
)
def test_hours_are_told_in_words(words: Words, span: dict[str, Any], sentence: str, short: str) -> None:
    assert hours_lines(_hours(span), words) == (sentence,)
    assert hours_short(_hours(span), words) == short


def test_each_span_has_its_own_line(words: Words) -> None:
    hours = _hours(_span("평일", "09:00", "18:00"), _span("토", "09:00", "13:00"))
    assert len(hours_lines(hours, words)) == 2
    assert hours_short(hours, words) == "평일 09:00~18:00, 토 09:00~13:00"


def test_hours_of_two_seasons_are_not_told_as_one(words: Words) -> None:
    summer = {"start": "03-01", "end": "10-31"}
    hours = _hours(_span("평일", "09:00", "18:00", season=summer), _span("평일", "09:00", "17:00", season=WINTER))
    assert hours_short(hours, words) == ("평일 09:00~18:00(3월 1일~10월 31일), 평일 09:00~17:00(11월 1일~2월 28일)")


def test_unknown_hours_say_so_and_what_to_do(words: Words) -> None:
    assert hours_lines(_hours(), words) == (words("hours.unknown"),)
    assert hours_short(_hours(), words) == words("hours.unknown_short")
