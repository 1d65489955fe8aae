"""Did you mean: the nearest known word, or what there is to choose from."""

from __future__ import annotations

import pytest
from maeul.load.suggest import advice, nearest_word

CITIES = ["suwon", "seongnam", "hanam", "gwangju", "gwangmyeong", "namyangju"]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("hanm", "hanam"),
        ("Hanam", "hanam"),
        ("seong-nam", "seongnam"),
        ("gwang_ju", "gwangju"),
        ("busan", None),
        ("", None),
    ],
)
def test_nearest_of_the_cities(found: str, expected: str | None) -> None:
    assert nearest_word(found, CITIES) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [("신장일동", "신장1동"), ("덕영구", "덕양구"), ("팔달꾸", "팔달구"), ("해운대", None)],
)
def test_hangul_is_compared_letter_by_letter(found: str, expected: str | None) -> None:
    assert nearest_word(found, ["덕양구", "팔달구", "신장1동"]) == expected


def test_text_too_long_for_a_slip_has_no_nearest_word() -> None:
    assert nearest_word("hanam" * 1000, CITIES) is None


def test_near_word_is_asked_for_with_the_right_particle() -> None:
    assert advice("hanm", CITIES) == "혹시 'hanam'인가요? 그렇다면 'hanam'으로 고치세요."
    assert advice("덕영구", ["덕양구"]) == "혹시 '덕양구'인가요? 그렇다면 '덕양구'로 고치세요."


def test_few_choices_are_listed() -> None:
    assert advice("x", ["open", "closed"]) == "다음 가운데 하나를 쓰세요: open, closed"


def test_where_many_choices_stand_is_told() -> None:
    assert advice("!", map(str, range(100)), listed_in="data/a.yaml") == "data/a.yaml에 있는 값을 쓰세요."


def test_many_choices_that_stand_nowhere_are_listed() -> None:
    assert advice("!", map(str, range(20))).endswith(": " + ", ".join(map(str, range(20))))
