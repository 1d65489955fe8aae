"""Offices written down twice are told, offices side by side are not."""

from __future__ import annotations

from typing import Any

import pytest
from maeul.load.document import parse_document
from maeul.load.models import Office
from maeul.load.rules.alike import alike
from maeul.load.rules.context import Place

BASE: dict[str, Any] = {
    "name_en": "Sinjang 1-dong",
    "city": "hanam",
    "dong": "신장1동",
    "hours": "모름",
    "status": {"state": "open", "as_of": "2026"},
    "sources": [{"url": "https://example.com/1", "publisher": "하남시", "fields": ["status"]}],
}


def _told(*offices: dict[str, Any]) -> list[tuple[str, int]]:
    """The rules that offices break, each with the number of the office."""
    document, _ = parse_document("f.yaml", "- id: a\n" * len(offices))
    assert document is not None
    listed = [
        (Office.model_validate({**BASE, "id": f"hanam-{number}", **office}), Place(document, (number,)))
        for number, office in enumerate(offices)
    ]
    return [(found.code, int(found.path[0])) for found in alike(listed)]


def _names(*names: str) -> list[dict[str, Any]]:
    return [{"name": name} for name in names]


@pytest.mark.parametrize(
    "name",
    [
        "신장1동 경기행복마을관리소",
        "신장 1동 행복마을 관리소",
        "신장 제1동 행복마을관리소",
        "신장1동관리소",
        "신잘1동 행복마을관리소",
    ],
)
def test_one_name_spelled_or_spaced_apart_is_told(name: str) -> None:
    assert _told(*_names("신장1동 행복마을관리소", name)) == [("name-alike", 1)]


@pytest.mark.parametrize("name", ["신장2동 행복마을관리소", "신장1동 2호 행복마을관리소", "은하수 마을관리소"])
def test_names_of_two_offices_are_let_be(name: str) -> None:
    assert _told(*_names("신장1동 행복마을관리소", name)) == []


def test_names_of_different_dongs_may_be_a_letter_apart() -> None:
    assert _told({"name": "상동 행복마을관리소", "dong": "상동"}, {"name": "중동 행복마을관리소", "dong": "중동"}) == []


def test_a_number_that_belongs_to_somebody_else_may_be_shared() -> None:
    shared = {"phone": "031-000-0000"}
    one, other = {"name": "가람 관리소", **shared}, {"name": "나루 관리소", **shared}
    assert _told(one, other) == [("phone-alike", 1)]
    assert _told({**one, "phone_of": "하남시청"}, {**other, "phone_of": "하남시청"}) == []


def test_a_record_that_is_a_copy_is_told_once() -> None:
    office = {"name": "신장1동 행복마을관리소", "address": "경기도 하남시 신장로 1", "phone": "031-000-0000"}
    assert _told(office, office, office) == [("name-alike", 1), ("name-alike", 2)]


def test_a_repeated_id_is_told_by_its_own_rule() -> None:
    office = {"id": "hanam-0", "name": "신장1동 행복마을관리소"}
    assert _told(office, office) == []


@pytest.mark.parametrize(("name", "count"), [("가람{} 관리소", 0), ("가람 관리소", 9_999)], ids=["apart", "alike"])
def test_ten_thousand_offices_are_compared(name: str, count: int) -> None:
    assert len(_told(*_names(*(name.format(number) for number in range(10_000))))) == count
