"""`maeul export` and `maeul import`: a table out, one cell changed, exactly that change in the records."""

from __future__ import annotations

import csv
import difflib
import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from maeul.cli import main
from maeul.directory import Directory
from maeul.editors.offices_file import OfficesFile, read_offices_file
from maeul.editors.sheet.columns import Column, columns
from maeul.editors.sheet.merge import Merge, merged
from maeul.editors.sheet.outcome import changes_of
from maeul.editors.sheet.problems import CellPlace
from maeul.editors.sheet.table import SHEET, table_of
from maeul.load.document import parse_document
from openpyxl import load_workbook
from small_project import OFFICES, ROOT, TODAY, Project

TABLE = CellPlace("a.csv")


@pytest.fixture(scope="module")
def file() -> OfficesFile:
    return read_offices_file(ROOT)


@pytest.fixture(scope="module")
def made(real: Directory) -> tuple[Column, ...]:
    return columns(real)


@pytest.fixture(scope="module")
def rows(file: OfficesFile, made: tuple[Column, ...]) -> list[list[str]]:
    return table_of(file.data, made)


def _text(file: OfficesFile, merge: Merge) -> str:
    assert merge.findings == []
    return file.changed(list(changes_of(file, merge)))


def _number(rows: list[list[str]], title: str) -> int:
    return rows[0].index(title)


def test_table_that_was_not_changed_changes_nothing(
    file: OfficesFile, made: tuple[Column, ...], rows: list[list[str]]
) -> None:
    merge = merged(rows, file.data, made, TABLE)
    assert (merge.changed, merge.added, merge.missing) == ({}, [], [])
    assert _text(file, merge) == file.source.text


CHANGES: list[tuple[str, Callable[[str], str], str]] = [
    ("이름", lambda _: "새 이름: 관리소", "name"),
    ("다른 이름", lambda cell: f"{cell}\n또 다른 이름".strip(), "aliases"),
    ("주소", lambda _: "경기도 어딘가 1", "address"),
    ("건물", lambda _: "", "building"),
    ("위도", lambda _: "37.5", "location"),
    ("위치 정확도", lambda _: "건물", "location"),
    ("전화번호", lambda _: "031-000-0000", "phone"),
    ("여는 시간", lambda _: "매일 08:00~24:00 | 쉬는 시간 12:00~13:00", "hours"),
    ("여는 시간", lambda _: "모름", "hours"),
    ("특별한 날", lambda _: "2026-12-25 쉼", "exceptions"),
    ("하는 일", lambda cell: f"{cell}\n배움 교실 | 한글 교실".strip(), "services"),
    ("하는 일", lambda cell: "\n".join(reversed(cell.split("\n"))), "services"),
    ("그 밖에 하는 일", lambda _: "불소 용액 배부\n프린트", "other_services"),
    ("특색사업", lambda cell: cell.replace("2021", "2022"), "projects"),
    ("문 연 날", lambda _: "2020", "opened"),
    ("일하는 사람 수", lambda _: "12", "staff"),
    ("상태", lambda _: "닫음", "status"),
    ("확인한 날짜", lambda _: "모름", "status"),
    ("출처", lambda cell: cell.split("\n", 1)[0], "sources"),
    ("출처", lambda cell: cell.replace("이름", "이름, 주소", 1), "sources"),
    ("자료끼리 다른 점", lambda _: "주소 | 다른 기사에는 \\| 다르게 나와요.", "conflicts"),
]


@pytest.mark.parametrize(("title", "change", "field"), CHANGES, ids=[f"{number}" for number in range(len(CHANGES))])
def test_one_changed_cell_changes_that_field_of_that_record_only(
    title: str,
    change: Callable[[str], str],
    field: str,
    file: OfficesFile,
    made: tuple[Column, ...],
    rows: list[list[str]],
) -> None:
    at = _number(rows, title)
    for record in (0, 26, 57, 106):
        changed = [list(row) for row in rows]
        cell = changed[record + 1][at] = change(rows[record + 1][at])
        text = _text(file, merged(changed, file.data, made, TABLE))
        assert _comments(text) == _comments(file.source.text)
        before, after = file.data, _data(text)
        assert [one["id"] for one in after if one not in before] == [before[record]["id"]] * (text != _old(file))
        old, new = before[record], after[record]
        differing = {name for name in {**old, **new} if old.get(name) != new.get(name)}
        assert differing == ({field} if cell != rows[record + 1][at] else set())
        assert table_of(after, made)[record + 1][at] == cell
        lines = [line for line in difflib.ndiff(_old(file).splitlines(), text.splitlines()) if line[0] in "+-"]
        assert len(lines) <= 2 + 2 * max(cell.count("\n") + 1, rows[record + 1][at].count("\n") + 1)


def _old(file: OfficesFile) -> str:
    return file.source.text


def _data(text: str) -> list[Any]:
    document, findings = parse_document(OFFICES, text)
    assert document is not None, findings
    return list(document.data)


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]


def test_columns_may_stand_in_any_order_and_be_left_out(file: OfficesFile, made: tuple[Column, ...]) -> None:
    key = file.data[3]["id"]
    merge = merged([["staff", "id"], ["77", key]], file.data, made, TABLE)
    assert merge.changed == {key: {"staff": 77}}
    assert len(merge.missing) == len(file.data) - 1


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([], ["a.csv:A1: error column-missing: 'id' 칸이 없습니다."]),
        ([["이름"]], ["a.csv:A1: error column-missing: 'id' 칸이 없습니다."]),
        ([["id", "전화"]], ["a.csv:B1: error column-unknown: '전화'라는 칸은 없습니다. 혹시 '전화번호'인가요?"]),
        ([["id", "구", "구"]], ["a.csv:C1: error column-duplicate: '구' 칸이 두 번 있습니다."]),
        ([["id", "구"], ["", "팔달구"], ["", ""]], ["a.csv:A2: error row-id: id가 없는 줄입니다."]),
        ([["구", "id"], ["", "a-b"], ["", "a-b"]], ["a.csv:B3: error row-duplicate: id 'a-b'가 2행에도 있습니다."]),
        ([["id", "여는 시간"], ["a-b", "아침부터"]],
         ["a.csv:B2: error cell-shape: '아침부터'의 모양이 맞지 않습니다. '평일 09:00~18:00 | 쉬는 시간"]),
        ([["id", "하는 일"], ["a-b", "택배"]], ["a.csv:B2: error cell-word: '택배'는 목록에 없는 말입니다."]),
    ],
)  # fmt: skip
def test_faults_of_the_table_are_told_with_their_cell(
    table: list[list[str]], said: list[str], file: OfficesFile, made: tuple[Column, ...]
) -> None:
    findings = [str(found) for found in merged(table, file.data, made, TABLE).findings]
    assert len(findings) == len(said)
    for finding, start in zip(findings, said, strict=True):
        assert finding.startswith(start)


@pytest.fixture
def small(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("MAEUL_TODAY", TODAY.isoformat())
    shutil.copytree(ROOT / "data" / "i18n", project.root / "data" / "i18n")
    return project


def _csv(path: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(Path(path).read_text("utf-8-sig"), newline="")))


def _write(path: str, rows: list[list[str]], encoding: str = "utf-8-sig") -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    Path(path).write_bytes(out.getvalue().encode(encoding))


@pytest.mark.parametrize("path", ["a.csv", "a.xlsx"])
def test_export_and_import_without_a_change_leave_the_file_byte_for_byte(
    path: str, small: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (small.root / OFFICES).read_bytes()
    assert main(["export", path]) == 0
    assert "관리소 2곳을 썼습니다." in capsys.readouterr().out
    assert main(["import", path]) == 0
    assert capsys.readouterr().out == "바뀐 칸이 없습니다.\n"
    assert (small.root / OFFICES).read_bytes() == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp949"])
def test_changed_cell_of_a_csv_is_told_and_written(
    encoding: str, small: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (small.root / OFFICES).read_text("utf-8")
    assert main(["export", "a.csv"]) == 0
    rows = _csv("a.csv")
    rows[1][_number(rows, "전화번호")] = "031-790-0001"
    _write("a.csv", rows, encoding)
    capsys.readouterr()
    assert main(["import", "a.csv"]) == 0
    assert (small.root / OFFICES).read_text("utf-8") == text.replace("031-000-0000", "031-790-0001")
    assert capsys.readouterr().out == (
        "신장1동 행복마을관리소(하남시): 전화번호가 031-000-0000에서 031-790-0001로 바뀝니다.\n"
        f"{OFFICES}: 관리소 1곳이 바뀌었습니다.\n"
    )


def test_changed_cell_of_an_excel_file_is_written(small: Project) -> None:
    text = (small.root / OFFICES).read_text("utf-8")
    assert main(["export", "a.xlsx"]) == 0
    book = load_workbook("a.xlsx")
    sheet = book[SHEET]
    at = next(cell.column for cell in sheet[1] if cell.value == "일하는 사람 수")
    sheet.cell(2, at).value = 12
    book.save("a.xlsx")
    assert main(["import", "a.xlsx"]) == 0
    assert (small.root / OFFICES).read_text("utf-8") == text.replace("staff: 5", "staff: 12")


def test_new_row_is_a_new_record_and_a_missing_one_is_kept(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    text = (small.root / OFFICES).read_text("utf-8")
    assert main(["export", "a.csv"]) == 0
    rows = _csv("a.csv")
    values = {
        "id": "hanam-deokpung-1", "이름": "덕풍1동 행복마을관리소", "영문 이름": "Deokpung 1-dong", "시·군": "하남시",
        "읍·면·동": "덕풍1동", "여는 시간": "모름", "상태": "운영", "확인한 날짜": "2024-04-22",
        "출처": "하남시 | 2024-04-22 | https://example.com/3 | 이름, 상태",
    }  # fmt: skip
    _write("a.csv", [rows[0], rows[1], [values.get(title, "") for title in rows[0]]])
    capsys.readouterr()
    assert main(["import", "a.csv"]) == 0
    first, second = text.split("\n- id: goyang")
    record = """
- id: hanam-deokpung-1
  name: 덕풍1동 행복마을관리소
  name_en: Deokpung 1-dong
  city: hanam
  dong: 덕풍1동
  hours: 모름
  status: {state: open, as_of: 2024-04-22}
  sources:
    - {url: "https://example.com/3", publisher: 하남시, date: 2024-04-22, fields: [name, status]}
"""
    assert (small.root / OFFICES).read_text("utf-8") == f"{first}{record}\n- id: goyang{second}"
    out = capsys.readouterr().out
    assert "덕풍1동 행복마을관리소(하남시): 새로 실립니다.\n" in out
    assert "표에 없는 관리소 1곳은 그대로 두었습니다: goyang-neunggok\n" in out


def test_bad_cells_are_all_told_with_sheet_and_cell_and_nothing_is_written(
    small: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (small.root / OFFICES).read_bytes()
    assert main(["export", "관리소.xlsx"]) == 0
    book = load_workbook("관리소.xlsx")
    sheet = book[SHEET]
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    for title, value in (
        ("전화번호", "010-1234-5678"),
        ("시·군", "하남"),
        ("위도", "=1+1"),
        ("확인한 날짜", "2030-01-01"),
    ):
        sheet[f"{letters[title]}2"].value = value
    sheet[f"{letters['읍·면·동']}3"].value = "능곡"
    sheet[f"{letters['이름']}3"].value = None
    book.save("관리소.xlsx")
    capsys.readouterr()
    assert main(["import", "관리소.xlsx"]) == 1
    out = capsys.readouterr().out
    assert (small.root / OFFICES).read_bytes() == before
    for title, row, said in (
        (
            "전화번호",
            2,
            "error phone-mobile: 신장1동 행복마을관리소 · 휴대전화 번호 '010-1234-5678'은",
        ),
        ("시·군", 2, "error cell-word: '하남'은 목록에 없는 말입니다. 혹시 '하남시'인가요?"),
        ("위도", 2, "error cell-formula: 수식이 든 칸입니다."),
        ("확인한 날짜", 2, "error date-future: "),
        ("읍·면·동", 3, "error dong-unknown: "),
        ("이름", 3, "error field-missing: "),
    ):
        assert f"관리소.xlsx:관리소!{letters[title]}{row}: {said}" in out
    assert out.endswith("고칠 곳 6, 살펴볼 곳 0\n아무것도 바뀌지 않았습니다.\n")


def test_new_row_of_an_unknown_city_is_told(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    _write("a.csv", [["id", "이름"], ["hanam-new", "새 관리소"]])
    assert main(["import", "a.csv"]) == 1
    out = capsys.readouterr().out
    assert "a.csv:A2: error field-missing: 새 관리소 · '시·군' 항목이 없습니다." in out


@pytest.mark.parametrize("command", ["export", "import"])
def test_other_endings_are_a_wrong_call(command: str, small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "a.ods"]) == 2
    assert "이름이 .csv나 .xlsx로 끝나는 파일을 쓰세요." in capsys.readouterr().out


def test_missing_and_huge_tables_are_refused(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "a.csv"]) == 2
    Path("a.csv").write_bytes(b" " * 6_000_000)
    assert main(["import", "a.csv"]) == 1
    assert "a.csv:A1: error table-large: 표가 너무 큽니다(5 MB를 넘습니다)." in capsys.readouterr().out


def test_faults_of_the_project_come_first(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "a.csv"]) == 0
    small.write(OFFICES, (small.root / OFFICES).read_text("utf-8").replace("staff: 5", "staff: 0"))
    capsys.readouterr()
    for command in ("export", "import"):
        assert main([command, "a.csv"]) == 1
        assert capsys.readouterr().out.startswith(f"{OFFICES}:27:10: error value-number")
