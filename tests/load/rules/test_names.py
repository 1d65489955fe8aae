"""Names of places in Latin letters, as the official table writes them."""

from __future__ import annotations

import pytest
from maeul.load.document import parse_document
from maeul.load.models import Office
from maeul.load.rules.context import Place
from maeul.load.rules.names import in_latin, office_in_latin
from test_alike import BASE as SHARED
from test_texts import CONTEXT

BASE = {**SHARED, "id": "hanam-sinjang-1", "name": "신장1동 행복마을관리소"}


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("신장1동", "Sinjang 1-dong"),
        ("중리동", "Jungni-dong"),
        ("하남시", "Hanam-si"),
        ("양평군", "Yangpyeong-gun"),
        ("화도읍", "Hwado-eup"),
        ("설악면", "Seorak-myeon"),
        ("선유4리", "Seonyu 4-ri"),
        ("상동", "Sang-dong"),
        ("동", "Dong"),
        ("샘내", "Saemnae"),
    ],
)
def test_the_unit_stands_apart(name: str, latin: str) -> None:
    assert in_latin(name) == latin


def _told(**office: object) -> list[str]:
    document, _ = parse_document("f.yaml", "- id: a\n")
    assert document is not None
    record = Office.model_validate({**BASE, **office})
    return [found.hint for found in office_in_latin(record, Place(document, (0,)), CONTEXT)]


@pytest.mark.parametrize(
    "office",
    [
        {"name_en": "Sinjang 1-dong"},
        {"name_en": "SINJANG1DONG"},
        {"name_en": "Sinjang 1-dong Happy Village Office"},
        {"name_en": "Deokpung 1-dong", "serves": ("덕풍1동",)},
        {"name_en": "Saemnae", "name": "샘내 행복마을관리소"},
    ],
)
def test_an_office_may_be_spelled_by_its_dong_by_another_it_serves_or_by_its_own_name(
    office: dict[str, object],
) -> None:
    assert _told(**office) == []


@pytest.mark.parametrize(
    ("office", "typed"),
    [
        ({"name_en": "Shinjang 1-dong"}, "Sinjang 1-dong"),
        ({"name_en": "Sinjang 2-dong"}, "Sinjang 1-dong"),
        ({"name_en": "Happy Village Office"}, "Sinjang 1-dong"),
        ({"name_en": "Deogpung", "name": "덕풍3동 행복마을관리소"}, "Deokpung 3-dong"),
        ({"name_en": "Shinjang", "name": "은하수 마을관리소"}, "Sinjang 1-dong"),
    ],
)
def test_another_spelling_is_told_with_the_right_one(office: dict[str, object], typed: str) -> None:
    assert _told(**office) == [f"'{typed}'으로 고치세요."]
