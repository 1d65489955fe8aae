"""Keys and initials of Korean text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.search.text import initials, keys, plain

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12)


@pytest.mark.parametrize(
    ("text", "typed", "first"),
    [
        ("신장1동", "tlswkd1ehd", "tw1e"),
        ("신장 1동", "tlswkd1ehd", "tw1e"),
        ("월곶면", "dnjfrhwaus", "dra"),
        ("쓰레기", "Tmfprl", "Tfr"),
        ("닭", "ekfr", "e"),
        ("ㄳㄷ", "rte", "rte"),
        ("KT 하남", "ktgkska", "ktgs"),
    ],
)
def test_keys_are_the_strokes_of_the_keyboard(text: str, typed: str, first: str) -> None:
    assert (keys(text), initials(text)) == (typed, first)


@given(HANGUL)
def test_decomposed_text_has_the_same_keys(text: str) -> None:
    assert keys(unicodedata.normalize("NFD", text)) == keys(text)


@given(HANGUL, st.integers(0, 12))
def test_the_start_of_a_text_is_the_start_of_its_keys(text: str, end: int) -> None:
    assert keys(text).startswith(keys(text[:end]))
    assert initials(text).startswith(initials(text[:end]))


@given(HANGUL)
def test_there_is_one_initial_for_each_syllable(text: str) -> None:
    assert len(initials(text)) == len(text)


@given(st.text(max_size=40))
def test_any_text_is_taken_and_nothing_but_letters_and_digits_is_left(text: str) -> None:
    assert "\n" not in keys(text)
    assert " " not in initials(text)
    assert plain(plain(text)) == plain(text)


@given(HANGUL, HANGUL)
def test_different_texts_have_different_keys(one: str, other: str) -> None:
    assert (keys(one) == keys(other)) == (one == other)
