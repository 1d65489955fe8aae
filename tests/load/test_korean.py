"""Particles follow the last sound of the word before them."""

from __future__ import annotations

import pytest
from maeul.load.findings import shown
from maeul.load.korean import particle


@pytest.mark.parametrize(
    ("word", "after_consonant", "expected"),
    [
        ("신장1동", "은", "은"),
        ("수지구", "은", "는"),
        ("서울", "을", "을"),
        ("하남시", "을", "를"),
        ("목록", "이", "이"),
        ("수", "이", "가"),
        ("신장동", "으로", "으로"),
        ("서울", "으로", "로"),
        ("수지", "으로", "로"),
        ("동", "이라는", "이라는"),
        ("구", "이라는", "라는"),
        ("0", "은", "은"),
        ("1", "은", "은"),
        ("2", "은", "는"),
        ("3", "은", "은"),
        ("4", "은", "는"),
        ("5", "은", "는"),
        ("6", "은", "은"),
        ("7", "은", "은"),
        ("8", "은", "은"),
        ("9", "은", "는"),
        ("10", "으로", "으로"),
        ("1", "으로", "로"),
        ("3", "으로", "으로"),
        ("6", "으로", "으로"),
        ("7", "으로", "로"),
        ("8", "으로", "로"),
        ("hanam", "으로", "으로"),
        ("hanam-sinjang", "은", "은"),
        ("suwon", "은", "은"),
        ("neunggok", "이", "이"),
        ("patrol", "으로", "로"),
        ("phone", "은", "은"),
        ("name", "을", "을"),
        ("title", "은", "은"),
        ("yeoju", "은", "는"),
        ("city", "은", "는"),
        ("address", "을", "를"),
        ("home-repair", "은", "는"),
        ("tools", "이", "가"),
        ("URL", "은", "은"),
        ("www.gg.go.kr", "은", "은"),
        ("글 '다섯'", "이", "이"),
        ("글 '하나'", "이", "가"),
        ("(경기도)", "은", "는"),
        ("", "은", "는"),
        ("ㅋ", "은", "는"),
        ("…", "은", "는"),
        ("🏠", "을", "를"),
    ],
)
def test_particle_fits_the_sound(word: str, after_consonant: str, expected: str) -> None:
    assert particle(word, after_consonant) == expected


def test_long_or_broken_words_are_shown_short_and_on_one_line() -> None:
    assert shown("가\n  나\t다") == "가 나 다"
    assert shown("가" * 1000) == "가" * 60 + "…"
    assert shown(None) == "None"
    assert shown("가" * 60) == "가" * 60
