"""The official romanisation, and the fold that makes usual spellings equal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.directory import Directory
from maeul.search.romanise import fold, romanise
from maeul.search.row import base_name

CASES: list[tuple[str, str, str]] = json.loads((Path(__file__).parent / "fold_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("백마", "baengma"),
        ("종로", "jongno"),
        ("왕십리", "wangsipri"),  # 리 as a unit at the end keeps its form
        ("별내", "byeollae"),
        ("신라", "silla"),
        ("학여울", "hagyeoul"),
        ("독립문", "dongnimmun"),
        ("묵호", "mukho"),
        ("법원읍", "beobwoneup"),
        ("설악면", "seorakmyeon"),
        ("정왕본동", "jeongwangbondong"),
        ("읽기", "ikgi"),
    ],
)
def test_sounds_change_as_the_rules_say(name: str, latin: str) -> None:
    assert romanise(name) == latin


def test_romanisation_agrees_with_the_names_that_people_wrote(real: Directory) -> None:
    cities = [(city.name, city.name_en) for city in real.cities]
    offices = [
        (base_name(office.name), office.name_en) for office in real.offices if base_name(office.name) == office.dong
    ]
    assert len(offices) > 80
    for name, name_en in (*cities, *offices):
        assert romanise(name) == re.sub(r"[^a-z0-9]", "", name_en.lower()), name


@pytest.mark.parametrize(("spelling", "official", "folded"), CASES)
def test_usual_spellings_are_equal(spelling: str, official: str, folded: str) -> None:
    assert fold(spelling) == folded
    assert re.sub("[ou]+", "O", fold(official)) == re.sub("[ou]+", "O", folded)


def test_the_cities_stay_apart(real: Directory) -> None:
    assert len({fold(romanise(city.name)) for city in real.cities}) == len(real.cities)


@given(st.text(max_size=40))
def test_any_text_is_taken(text: str) -> None:
    assert re.fullmatch(r"[0-9a-zW]*", fold(text))
    assert fold(romanise(text)) == fold(romanise(text))


@given(st.text("abcdefghijklmnopqrstuvwxyz -'0123456789", max_size=30))
def test_capitals_spaces_and_hyphens_do_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(re.sub(r"[ '-]", "", text))
