"""Read quickly or exactly, a record is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.kept.digests import digest
from maeul.load.document import parse_document
from maeul.load.quick import RecordList, read_record, read_records
from small_project import ROOT

OFFICES = (ROOT / "data/offices.yaml").read_text("utf-8")
INVALID = sorted((Path(__file__).parent / "invalid").glob("*.yaml"))

PLAIN = st.sampled_from(
    [
        "18:00",
        "031",
        "0o7",
        "0x1F",
        "1e3",
        ".5",
        "5.",
        "5",
        "-3",
        "5.10",
        "no",
        "yes",
        "true",
        "null",
        "~",
        "",
        ".inf",
        "2019-07-02",
        "평일",
        "a b",
        "'1'",
        '"2"',
        "&a 1",
        "*a",
        "!b 1",
        "[1, 2]",
        "{k: v}",
        "{k: 1, k: 2}",
        "# c",
    ]
)


def _exact(text: str) -> object:
    document, findings = parse_document("f.yaml", text)
    return None if document is None or findings else document.data


def test_the_real_records_are_read_record_by_record_and_as_the_exact_reader_reads_them() -> None:
    records = read_records("data/offices.yaml", OFFICES, {})
    assert records is not None
    assert records.data == _exact(OFFICES)


def test_places_are_those_of_the_exact_reader() -> None:
    records = read_records("data/offices.yaml", OFFICES, {})
    document, _ = parse_document("data/offices.yaml", OFFICES)
    assert records is not None
    assert document is not None
    for index in (0, 40, 106):
        for path in ((index,), (index, "id"), (index, "sources", 0, "url"), (index, "nowhere")):
            assert records.place(path) == document.place(path)
            assert records.place(path, key=True) == document.place(path, key=True)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.name)
def test_what_is_read_quickly_of_a_broken_file_is_what_the_exact_reader_has(path: Path) -> None:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return
    records = read_records(path.name, text, {})
    assert records is None or records.data == _exact(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from("abc"), PLAIN), min_size=1, max_size=4))
def test_any_plain_values_are_read_alike(pairs: list[tuple[str, str]]) -> None:
    text = "- " + "\n  ".join(f"{key}: {value}" for key, value in pairs) + "\n"
    found = read_record("f.yaml", text)
    assert found is None or [found] == _exact(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet=" -:{}[],\"'#&*!|>?%@`\n\tab1가.~", max_size=40))
def test_any_text_is_read_alike_or_left_to_the_exact_reader(body: str) -> None:
    text = f"- {body}\n"
    records = read_records("f.yaml", text, {})
    assert records is None or records.data == _exact(text)


def test_a_record_that_is_known_is_not_read_again() -> None:
    text = "- id: a\n- id: b\n"
    known = object()
    records = read_records("f.yaml", text, {digest("- id: a\n"): known})
    assert isinstance(records, RecordList)
    assert records.data == [known, {"id": "b"}]


@pytest.mark.parametrize("text", ["", "a: 1\n", "x\n- id: a\n", "- id: a\n---\n- id: b\n", "- id: [\n", "-   id: a\n"])
def test_anything_but_a_plain_list_of_records_is_left_to_the_exact_reader(text: str) -> None:
    assert read_records("f.yaml", text, {}) is None
