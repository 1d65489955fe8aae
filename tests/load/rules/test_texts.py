"""Texts name no person and no mobile number; what only looks so is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from maeul.load.rules.context import Context
from maeul.load.rules.texts import bad_links, persons_and_mobiles
from maeul.places.gazetteer import read_gazetteer
from small_project import ROOT

CONTEXT = Context(
    today=date(2026, 11, 22),
    gazetteer=read_gazetteer(ROOT / "data/geo"),
    outlines={},
    cities={},
    city_keys=None,
    services=None,
    service_names={},
)


def _found(text: str) -> list[tuple[str, str]]:
    return [(code.removeprefix("text-"), found) for code, _, found in persons_and_mobiles(text, CONTEXT)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("홍길동 소장이 맞아요.", "홍길동 소장"),
        ("관리소는 김지은 주무관에게 물어봐요.", "김지은 주무관"),
        ("이웃 박영수씨는 오래 살았어요.", "박영수씨"),
        ("남궁민수 팀장의 말이에요.", "남궁민수 팀장"),
        ("담당자: 홍길동", "담당자: 홍길동"),
        ("(담당: 김철수)", "담당: 김철수"),
        ("최유리 이장님", "최유리 이장"),
    ],
)
def test_person_with_a_title_is_told(text: str, found: str) -> None:
    assert _found(text) == [("person", found)]


@pytest.mark.parametrize(
    "text",
    [
        "신장동 통장이 와요.",
        "하남시 주무관이 와요.",
        "서신면 이장과 함께해요.",
        "어려운 대표 자리예요.",
        "지역민 대표가 모였어요.",
        "유채꽃 씨를 뿌렸어요.",
        "관리소장이 맡아요.",
        "담당 국장은 없어요.",
        "담당자: 마을공동체과",
        "안전 지킴이",
        "이 씨는 몰라요.",
        "주민들 대표",
    ],
)
def test_words_that_only_look_like_names_are_let_be(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "010-0000-0000",
        "01000000000",
        "010.0000.0000",
        "010 0000 0000",
        "+82-10-0000-0000",
        "(010)0000-0000",
        "016-000-0000",
    ],
)
def test_mobile_number_is_told(number: str) -> None:
    assert _found(f"전화 {number}로 물어봐요.") == [("mobile", number)]


@pytest.mark.parametrize(
    "text", ["031-729-2313", "2010-2011년", "https://a.kr/?n=01000000000", "1577-0101", "010년", "82100000"]
)
def test_other_numbers_are_let_be(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[관리소](www.example.com)", "www.example.com"),
        ("[관리소](javascript:alert(1))", "javascript:alert(1"),
        ("<ftp://example.com/a>", "ftp://example.com/a"),
        ('<a href="mailto:a">b</a>', "mailto:a"),
        ("[1]: file:///etc/passwd", "file:///etc/passwd"),
        ("[빈 링크]()", ""),
    ],
)
def test_link_to_no_web_page_is_told(line: str, found: str) -> None:
    assert [text for _, text in bad_links(line)] == [found]


@pytest.mark.parametrize(
    "line", ["[관리소](https://example.com/a)", "<http://example.com>", "가 [나] 다 (라)", "a < b: c > d"]
)
def test_link_to_a_web_page_is_let_be(line: str) -> None:
    assert list(bad_links(line)) == []
