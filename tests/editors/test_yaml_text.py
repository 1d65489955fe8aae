"""Records written as YAML: our reader, and those of others, read what was written."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
import yaml12
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.directory import Directory
from maeul.editors.yaml_text import field_lines, record_text, value_text
from maeul.load.document import decode, parse_document
from maeul.load.fields import DATE_FIELDS
from maeul.load.quick import read_list
from small_project import ROOT
from yaml_strategies import RECORDS, TEXTS


def _read(text: str) -> Any:
    decoded, findings = decode("a.yaml", text.encode())
    assert decoded is not None, findings
    document, findings = parse_document("a.yaml", decoded)
    assert document is not None, findings
    return document.data


@pytest.mark.parametrize(
    "text",
    [
        "신장1동 행복마을관리소",
        "031-729-2313",
        "1899-3300",
        "2021-04",
        "경기도 하남시 신장1로15번길 40",
        "도란도란(1층)",
        "평일",
        "a#b",
        "5분",
    ],
)
def test_text_that_nobody_misreads_is_plain(text: str) -> None:
    assert value_text(text) == value_text(text, in_brackets=True) == text


@pytest.mark.parametrize(
    "text",
    ["18:00", "24:00", "031", "5", "37.5", "1e3", "2021-04-06", "no", "Yes", "y", "null", "~", "=", "0x1F",
     "#가", "@가", "*가", "가:", "가: 나", "가 # 나", "- 가", " 가", ""],
)  # fmt: skip
def test_text_that_somebody_misreads_is_quoted(text: str) -> None:
    assert value_text(text) == f'"{text}"'


def test_comma_and_colon_need_quotes_only_in_brackets() -> None:
    assert value_text("가, 나") == "가, 나"
    assert value_text(["가, 나", "가:나"]) == '["가, 나", "가:나"]'


def test_text_with_quotes_of_its_own() -> None:
    assert value_text("'가' 나") == "\"'가' 나\""
    assert value_text('"가" 나') == "'\"가\" 나'"
    assert value_text("가\n나") == '"가\\n나"'


def test_date_is_plain_in_a_field_of_dates_only() -> None:
    assert {"opened", "as_of", "date"} == DATE_FIELDS
    assert value_text({"date": "2021-04-06", "note": "2021-04-06"}) == '{date: 2021-04-06, note: "2021-04-06"}'


def test_list_of_mappings_has_a_line_for_each() -> None:
    services = [{"key": "tools", "note": "공구 대여"}, "parcels"]
    assert field_lines("services", services) == ["services:", "  - {key: tools, note: 공구 대여}", "  - parcels"]
    assert field_lines("aliases", ["가", "나"]) == ["aliases: [가, 나]"]


@given(RECORDS)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_our_readers_read_what_was_written(record: dict[str, Any]) -> None:
    text = record_text(record)
    assert repr(_read(text)) == repr([record])
    read = read_list("a.yaml", text.encode())[0]
    assert read is not None
    assert read.data == [record]


@given(TEXTS, st.booleans())
@settings(max_examples=500, deadline=None, derandomize=True)
def test_readers_of_yaml_1_1_and_1_2_read_a_text_as_itself(text: str, in_brackets: bool) -> None:
    written = f"- {value_text([text] if in_brackets else text)}\n"
    expected = [[text] if in_brackets else text]
    assert yaml.safe_load(written) == expected
    assert yaml12.parse_yaml(written) == expected


def test_real_records_are_the_same_when_written_anew(real: Directory) -> None:
    records = _read((ROOT / "data" / "offices.yaml").read_text("utf-8"))
    assert len(records) == len(real.offices)
    assert repr(_read("\n".join(map(record_text, records)))) == repr(records)
