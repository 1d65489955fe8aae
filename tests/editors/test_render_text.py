"""Findings as lines that editors and terminals know."""

from __future__ import annotations

import re

from maeul.editors.render.text import line, text
from maeul.load.findings import Finding, Level, finding, has_errors, in_order


def _finding(code: str = "file-empty", place: tuple[int, int] = (3, 5), level: Level = Level.ERROR) -> Finding:
    return Finding("data/offices.yaml", *place, code, level, (), "가", "나 쓰세요.")


def test_line_has_place_level_code_and_words() -> None:
    assert line(_finding()) == "data/offices.yaml:3:5: error file-empty: 가 나 쓰세요."
    assert line(_finding(level=Level.WARNING)).startswith("data/offices.yaml:3:5: warning ")


def test_colours_mark_place_and_level_and_nothing_else() -> None:
    coloured = line(_finding(), colour=True)
    assert coloured == "\x1b[1mdata/offices.yaml:3:5:\x1b[0m \x1b[1;31merror\x1b[0m file-empty: 가 나 쓰세요."
    assert "\x1b[1;33mwarning\x1b[0m" in line(_finding(level=Level.WARNING), colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == line(_finding())


def test_last_line_counts() -> None:
    assert text([]) == "고칠 곳이 없습니다.\n"
    assert text([_finding(), _finding(level=Level.WARNING)]).endswith("\n고칠 곳 1, 살펴볼 곳 1\n")


def test_findings_are_sorted_by_place_and_told_once() -> None:
    late, early, other = _finding(place=(10, 1)), _finding(place=(9, 80)), _finding("file-bom", (9, 80))
    assert in_order([late, early, other, early]) == (other, early, late)


def test_warnings_alone_are_no_errors() -> None:
    assert has_errors([_finding()])
    assert not has_errors([_finding(level=Level.WARNING)])
    assert not has_errors([])


def test_message_names_the_record_and_fits_its_particles() -> None:
    found = finding("field-unknown", "a.yaml", (1, 1), (), "신장1동\n관리소", key="phnoe", advice="고치세요.")
    assert found.message == "신장1동 관리소 · 'phnoe'는 모르는 항목입니다."


def test_words_from_the_file_cannot_break_the_line_or_the_template() -> None:
    found = finding("field-unknown", "a.yaml", (1, 1), (), "", key="{x}\n\x1b" + "가" * 500, advice="{advice}")
    assert "\n" not in found.message
    assert len(found.message) < 100
    assert found.hint == "{advice}"
