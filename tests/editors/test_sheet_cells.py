"""Values as texts in cells, and back; texts as files, and back."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.directory import Directory
from maeul.editors.sheet.cells import CellError, Vocabulary, escaped, unescaped
from maeul.editors.sheet.columns import Column, columns
from maeul.editors.sheet.csv_form import read_csv, write_csv
from maeul.editors.sheet.items import read_hours
from maeul.editors.sheet.problems import RULES
from maeul.editors.sheet.table import MOST_COLUMNS, SHEET, guarded
from maeul.editors.sheet.xlsx_form import read_xlsx, write_xlsx
from maeul.load.models import Office
from openpyxl import Workbook, load_workbook
from small_project import ROOT
from yaml_strategies import AWKWARD

TEXT = (AWKWARD | st.text(alphabet="가나 |\\n\ns\t'=+-@,\"~:모름쉼", max_size=8) | st.text(max_size=6)).filter(
    lambda text: text.strip() != ""
)
TIME = st.sampled_from(["09:00", "18:00", "24:00"])
TIMES = st.fixed_dictionaries({"open": TIME, "close": TIME})
DAYS = st.sampled_from(["평일", "토, 일", "월-금", "화·목, 공휴일", "모름"])
DAY = st.sampled_from(["2020-01-31", "2020-02", 2020])
URL = st.sampled_from(["https://example.com/?a=1|b#c", "http://example.com/가,나"])
SEASON = st.just({"start": "11-01", "end": "02-28"})
FIELDS = st.lists(st.sampled_from(["name", "hours", "status", "phone_of"]), min_size=1, max_size=3)


def _items(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.lists(st.fixed_dictionaries(required, optional=optional), min_size=1, max_size=3)


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "city": st.sampled_from(["hanam", "suwon"]),
    "location": st.fixed_dictionaries(
        {"lat": st.floats(33, 39), "lon": st.floats(124, 132), "precision": st.sampled_from(["building", "dong"])}
    ),
    "hours": st.just("모름")
    | _items({"days": DAYS, "open": TIME, "close": TIME}, {"breaks": st.lists(TIMES, min_size=1), "season": SEASON}),
    "exceptions": _items({"date": st.just("2026-12-25"), "closed": st.just(True)}, {"note": TEXT})
    | _items({"date": st.just("2026-12-24"), "open": TIME, "close": TIME}, {"note": TEXT}),
    "services": _items({"key": st.sampled_from(["tools", "parcels"])}, {"note": TEXT}),
    "projects": _items({"name": TEXT}, {"what": TEXT, "year": st.integers(1900, 2100)}),
    "opened": DAY,
    "staff": st.integers(1, 200),
    "status": st.fixed_dictionaries({"state": st.sampled_from(["open", "closed"]), "as_of": DAY | st.just("모름")}),
    "sources": _items({"url": URL, "publisher": TEXT, "fields": FIELDS}, {"date": DAY}),
    "conflicts": _items({"field": st.just("hours"), "says": TEXT}, {"url": URL}),
}  # fmt: skip


def _strategy(column: Column) -> st.SearchStrategy[Any]:
    name = column.path[0]
    if name in VALUES:
        return VALUES[name]
    return st.lists(TEXT, min_size=1, max_size=3) if column.in_lines else TEXT


def _value(record: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        record = record[step]
    return record


@pytest.fixture(scope="module")
def made(real: Directory) -> Callable[[], tuple[Column, ...]]:
    """The columns, in a form that is short to show."""
    found = columns(real)
    return lambda: found


@given(st.data())
@settings(max_examples=400, deadline=None, derandomize=True)
def test_every_cell_is_read_back_exactly(made: Callable[[], tuple[Column, ...]], data: st.DataObject) -> None:
    column = data.draw(st.sampled_from(made()))
    record = {column.path[0]: data.draw(_strategy(column))}
    cell = column.cell(record)
    expected = _value(record, column.path)
    assert json.dumps(column.value(cell), sort_keys=True) == json.dumps(expected, sort_keys=True), cell
    assert column.value(f"\r\n {cell} \r\n".replace("\n", "\r\n")) == column.value(cell)


def test_every_field_of_an_office_has_a_column_with_a_name_of_its_own(real: Directory) -> None:
    made = columns(real)
    assert {column.path[0] for column in made} == set(Office.model_fields)
    assert len({column.title for column in made}) == len(made)


def test_nothing_is_an_empty_cell(real: Directory) -> None:
    for column in columns(real):
        assert column.cell({}) == ""
        assert column.value("") is column.value(" \n") is None


@given(TEXT)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_text_has_one_line_and_is_read_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert len(escaped(text).splitlines()) == 1


def test_backslash_before_another_letter_is_itself() -> None:
    assert unescaped("C:\\가\\") == "C:\\가\\"


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("여는 시간", "평일", "cell-shape"),
        ("여는 시간", "평일 9시부터", "cell-shape"),
        ("여는 시간", "평일 09:00~18:00 | 점심", "cell-shape"),
        ("여는 시간", "평일 09:00~18:00 | 쉬는 시간 점심", "cell-shape"),
        ("여는 시간", "평일 09:00~18:00 | 가 | 나 | 다", "cell-shape"),
        ("특별한 날", "2026-12-25", "cell-shape"),
        ("하는 일", "공구", "cell-word"),
        ("하는 일", "| 공구", "cell-shape"),
        ("특색사업", "가 | 나 | 2020 | 다 | 라", "cell-shape"),
        ("출처", "하남시 | 2020 | https://example.com | 이름, 없는 칸", "cell-word"),
        ("자료끼리 다른 점", "영업시간 | 다르게", "cell-word"),
        ("시·군", "하남", "cell-word"),
        ("상태", "열림", "cell-word"),
    ],
)
def test_cell_that_says_nothing_is_refused(real: Directory, title: str, text: str, code: str) -> None:
    column = next(column for column in columns(real) if column.title == title)
    with pytest.raises(CellError) as caught:
        column.value(text)
    assert caught.value.code == code


def test_spaces_in_hours_do_not_matter() -> None:
    assert read_hours(" 평일  09:00 ~ 18:00|쉬는 시간 12:00~13:00 ,15:00~15:30 ") == [
        {
            "days": "평일",
            "open": "09:00",
            "close": "18:00",
            "breaks": [{"open": "12:00", "close": "13:00"}, {"open": "15:00", "close": "15:30"}],
        }
    ]


def test_word_of_two_keys_gives_way_to_the_keys() -> None:
    vocabulary = Vocabulary({"a": "같은 말", "b": "같은 말", "c": "a", "d": "가|나", "e": "다"})
    assert vocabulary.words == ["a", "b", "c", "d", "다"]
    assert [vocabulary.key(word) for word in vocabulary.words] == list("abcde")


CELLS = st.text(alphabet="가=+-@'\"\n,;\t 0", max_size=6) | st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=6
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_tables_are_read_back_exactly_and_no_cell_is_a_formula(
    made: Callable[[], tuple[Column, ...]], rows: list[list[str]]
) -> None:
    raw = write_csv(rows)
    assert read_csv("a.csv", raw).rows == rows
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    book = write_xlsx(rows, made()[:2])
    table = read_xlsx("a.xlsx", book)
    assert not table.findings
    assert [list(row) for row in table.rows if any(row)] == [row for row in rows if any(row)]
    for cells in load_workbook(io.BytesIO(book))[SHEET].iter_rows():
        assert all(cell.data_type in ("s", "n") and not str(cell.value or "").startswith("=") for cell in cells)


def test_apostrophe_guards_what_looks_like_a_formula() -> None:
    assert [guarded(text) for text in ("=1+1", "+82", "-", "@a", "'=1", "가=1", "")] == [
        "'=1+1", "'+82", "'-", "'@a", "''=1", "가=1", "",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_csv_is_read_in_the_encodings_of_spreadsheets(encoding: str) -> None:
    assert read_csv("a.csv", "id,이름\r\na,신장1동\r\n".encode(encoding)).rows == [["id", "이름"], ["a", "신장1동"]]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xff\xff", "a.csv:A1: error table-unreadable: 표를 읽을 수 없습니다(UTF-8도 CP949도 아닙니다)."),
        (b'a,"b', "a.csv:A1: error table-unreadable: 표를 읽을 수 없습니다(이 줄의 따옴표가 맞지 않습니다)."),
        (b'a\n"b" c\n', "a.csv:A2: error table-unreadable: 표를 읽을 수 없습니다(이 줄의 따옴표가 맞지 않습니다)."),
        (b"," * MOST_COLUMNS, "a.csv:A1: error table-large: 표가 너무 큽니다(20000줄이나 100칸을 넘습니다)."),
    ],
)
def test_csv_that_cannot_be_read_is_explained(raw: bytes, said: str) -> None:
    table = read_csv("a.csv", raw)
    assert table.rows == []
    assert next(str(found) for found in table.findings).startswith(said)


def _book(*cells: Any, title: str = SHEET) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for number, value in enumerate(cells, 1):
        sheet.cell(1, number, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_days_times_and_numbers_of_a_spreadsheet_are_texts_again() -> None:
    raw = _book(datetime(2024, 4, 22), time(9, 0), 5, 5.0, 37.5, True, None, "글")
    assert read_xlsx("a.xlsx", raw).rows == [["2024-04-22", "09:00", "5", "5", "37.5", "True", "", "글"]]


def test_formula_is_a_finding_and_is_not_run() -> None:
    table = read_xlsx("a.xlsx", _book("글", "=1+1"))
    assert table.rows == [["글", None]]
    assert [str(found) for found in table.findings] == [
        "a.xlsx:관리소!B1: error cell-formula: 수식이 든 칸입니다. 수식 대신 값을 글로 쓰세요."
    ]


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "table-unreadable"), (b"PK\x03\x04", "table-unreadable"), (_book("글", title="다른"), "sheet-missing"),
     (_book(*["글"] * (MOST_COLUMNS + 1)), "table-large")],
)  # fmt: skip
def test_excel_file_that_cannot_be_read_is_explained(raw: bytes, code: str) -> None:
    table = read_xlsx("a.xlsx", raw)
    assert table.rows == []
    assert [found.code for found in table.findings] == [code]


def test_file_that_unpacks_to_very_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 60_000_000)
    assert [found.code for found in read_xlsx("a.xlsx", out.getvalue()).findings] == ["table-large"]


def test_excel_file_has_lists_a_frozen_head_text_cells_and_an_explanation(real: Directory) -> None:
    made = columns(real)
    book = load_workbook(io.BytesIO(write_xlsx([[column.title for column in made]], made)))
    assert book.sheetnames == [SHEET, "설명"]
    sheet, explained = book[SHEET], book["설명"]
    assert sheet.freeze_panes == "C2"
    assert {cell.number_format for cell in sheet[1]} == {"@"}
    offers = {str(offer.sqref)[0]: offer for offer in sheet.data_validations.dataValidation}
    assert [sheet[f"{letter}1"].value for letter in offers] == ["시·군", "위치 정확도", "상태"]
    first = next(iter(offers.values()))
    words = [cell.value for (cell,) in explained[first.formula1.split("!")[1].replace("$", "")]]
    assert words == [city.name for city in real.cities]
    assert [row[0].value for row in explained.iter_rows(2, len(made) + 1)] == [column.title for column in made]
    assert all(cell.value for row in explained.iter_rows(2, len(made) + 1) for cell in (row[1], row[3], row[4]))


def test_every_rule_for_tables_is_in_the_guide_and_every_line_has_a_rule() -> None:
    guide = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert re.findall(r"^- `([a-z-]+)`: .*세요\.$", guide, re.MULTILINE) == list(RULES)
