"""The same records as JSON and as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.directory import Directory
from maeul.publish.json_text import json_bytes
from maeul.publish.rows import Rows, flat
from maeul.publish.tables import cell, csv_line
from publish.conftest import Publish


def _read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_json_holds_every_office_with_all_it_knows(files: dict[str, bytes], real: Directory, rows: Rows) -> None:
    data = json.loads(files["data/v1/offices.json"])
    assert data["offices"] == [rows.office(office) for office in real.offices]
    assert data["built"] == "2026-11-22"
    assert data["licence"] == "CC-BY-4.0"


def test_json_says_null_for_what_is_not_known(rows: Rows, real: Directory) -> None:
    bare = real.offices[0].model_copy(
        update={"address": None, "location": None, "phone": None, "hours": None, "opened": None, "services": ()}
    )
    row = rows.office(bare)
    assert [row[name] for name in ("address", "lat", "lon", "precision", "phone", "hours", "opened")] == [None] * 7
    assert row["services"] == []


def test_json_says_null_for_what_json_has_not() -> None:
    assert json_bytes({"lat": float("nan")}) == b'{"lat":null}\n'


def test_the_table_opens_in_a_korean_spreadsheet(files: dict[str, bytes]) -> None:
    data = files["data/v1/offices.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.count(b"\r\n") == data.count(b"\n")
    assert "행궁동" in data.decode("utf-8-sig")


def test_the_table_has_a_row_an_office_and_a_cell_a_field(files: dict[str, bytes], real: Directory, rows: Rows) -> None:
    table = list(csv.reader(io.StringIO(files["data/v1/offices.csv"].decode("utf-8-sig"), newline="")))
    assert len(table) == len(real.offices) + 1
    assert table[0] == list(flat(rows.office(real.offices[0])))
    assert {len(row) for row in table} == {len(table[0])}


def test_json_tells_who_said_what_and_what_is_doubted(files: dict[str, bytes], real: Directory) -> None:
    rows = json.loads(files["data/v1/offices.json"])["offices"]
    for row, office in zip(rows, real.offices, strict=True):
        assert [(s["url"], s["publisher"], s["date"], tuple(s["fields"])) for s in row["sources"]] == [
            (s.url, s.publisher, str(s.date) if s.date else None, s.fields) for s in office.sources
        ]
        assert [(c["field"], c["says"], c["url"]) for c in row["conflicts"]] == [
            (c.field, c.says, c.url) for c in office.conflicts
        ]
        assert [(p["name"], p["what"], p["year"], p["service"]) for p in row["projects"]] == [
            (p.name, p.what, p.year, p.service) for p in office.projects
        ]
        assert (row["aliases"], row["serves"]) == (list(office.aliases), list(office.serves))


def test_the_table_gives_each_source_its_date_and_each_doubt_its_field(rows: Rows, real: Directory) -> None:
    office = next(office for office in real.offices if office.conflicts and None in {s.date for s in office.sources})
    row = {name: str(cell(value)) for name, value in flat(rows.office(office)).items()}
    assert len(row["source_dates"].split(";")) == len(row["sources"].split(";")) == len(office.sources)
    assert row["conflicts"].startswith(f"{office.conflicts[0].field}: {office.conflicts[0].says}")


def test_the_table_says_the_same_as_the_json(files: dict[str, bytes]) -> None:
    offices = json.loads(files["data/v1/offices.json"])["offices"]
    for row, office in zip(_read(files["data/v1/offices.csv"]), offices, strict=True):
        assert row == {name: str(cell(value)) for name, value in flat(office).items()}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_kept_text(start: str) -> None:
    text = f'{start}HYPERLINK("https://example.com")'
    assert cell(text) == f"'{text}"
    assert _read(csv_line(["name"]) + csv_line([text])) == [{"name": f"'{text}"}]


@pytest.mark.parametrize("value", ["=1+1", ["=1+1", "tools"]])
def test_formulas_are_guarded_in_lists_too(value: Any) -> None:
    assert str(cell(value)).startswith("'=")


@pytest.mark.parametrize("value", ["행궁동", "031-228-1234", "1577-1122", 37.5, 5, "a=b"])
def test_plain_cells_stay_as_they_are(value: Any) -> None:
    assert cell(value) == value


_texts = st.text(st.characters(codec="utf-8"))


@given(st.lists(st.fixed_dictionaries({"a": _texts, "b": _texts}), min_size=1, max_size=4))
def test_any_text_stays_in_its_cell_and_no_cell_is_a_formula(records: list[dict[str, str]]) -> None:
    table = _read(csv_line(["a", "b"]) + b"".join(csv_line([record["a"], record["b"]]) for record in records))
    assert len(table) == len(records)
    for row, record in zip(table, records, strict=True):
        assert {name: value.removeprefix("'") for name, value in row.items()} == {
            name: value.removeprefix("'") for name, value in record.items()
        }
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())


def test_a_table_without_offices_is_empty_and_not_an_error(publish: Publish) -> None:
    (table,) = (download.file for download in publish(()) if download.name == "offices.csv")
    assert table.read_bytes() == b"\xef\xbb\xbf"
