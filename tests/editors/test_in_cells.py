"""Findings of the check, said for somebody who sees cells."""

from __future__ import annotations

import pytest
from maeul.directory import Directory
from maeul.editors.sheet.columns import columns
from maeul.editors.sheet.explained import shown_example
from maeul.editors.sheet.in_cells import in_cells


@pytest.mark.parametrize(
    ("field", "said", "told"),
    [
        ("opened", "'opened'의 '2020.9.2'는 날짜가 아닙니다.", "'문 연 날'의 '2020.9.2'는 날짜가 아닙니다."),
        ("staff", "'staff: 6'처럼 쓰세요.", "'6'처럼 쓰세요."),
        ("phone", "유선 번호를 쓰거나 'phone:' 줄을 지우세요.", "유선 번호를 쓰거나 칸을 비우세요."),
        ("phone", "fields에 'phone'을 더하세요.", "fields에 '전화번호'를 더하세요."),
        ("id", "id 'a-b'는 쓸 수 없는 모양입니다.", "id 'a-b'는 쓸 수 없는 모양입니다."),
        ("city", "혹시 'hanam'인가요?", "혹시 'hanam'인가요?"),
        (
            "hours",
            "'hours: [{days: 평일}]'처럼 쓰세요.",
            "'평일 09:00~18:00 | 쉬는 시간 12:00~13:00 | 11-01부터 02-28까지'처럼 쓰세요.",
        ),
    ],
)
def test_fields_are_columns_and_lines_are_cells(real: Directory, field: str, said: str, told: str) -> None:
    column = next(column for column in columns(real) if column.path[0] == field)
    assert in_cells(said, shown_example(column)) == told
