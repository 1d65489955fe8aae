"""Read quickly or exactly, a record is the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.load.document import parse_document
from maeul.load.quick import Known, none_known, read_list, read_record, read_records
from maeul.load.record_list import RecordList
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


def _records(text: str, known: Known = none_known) -> RecordList | None:
    """The records of a text, when it is a list of them and each can be read."""
    read = read_records("f.yaml", text, known)
    return None if read is None or read[1] else read[0]


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from _paths(part, (*path, key))


def test_the_real_records_are_read_record_by_record_and_as_the_exact_reader_reads_them() -> None:
    records = _records(OFFICES)
    assert records is not None
    assert records.data == _exact(OFFICES)


@pytest.mark.parametrize("index", [0, 40, 106])
def test_places_are_those_of_the_exact_reader(index: int) -> None:
    records = _records(OFFICES)
    document, _ = parse_document("f.yaml", OFFICES)
    assert records is not None
    assert document is not None
    for path in (*_paths(document.data[index], (index,)), (index, "nowhere"), (index, "sources", 0, "nowhere")):
        assert records.place(path) == document.place(path), path
        assert records.place(path, key=True) == document.place(path, key=True), path


@pytest.mark.parametrize(
    "text",
    [
        "- name:\n    a\n  id: b\n",
        "- name: |\n    id: c\n  id: b\n",
        "- {name: a,\n  id: b}\n",
        '- name: "a\n  id: c"\n  id: b\n',
        "- name:   a\n  id:\n    - b\n",
        "- id: b\n  name: a\n# c\n",
        "- name: a\n  # c\n  id: # d\n    b\n",
        "- name: 'a'\n\n\n  id: \"b\"\n",
    ],
)
def test_places_are_those_of_the_exact_reader_in_any_form_of_record(text: str) -> None:
    records = _records(text)
    document, _ = parse_document("f.yaml", text)
    assert records is not None
    assert document is not None
    for path in _paths(document.data):
        assert records.place(path) == document.place(path), path
        assert records.place(path, key=bool(path)) == document.place(path, key=bool(path)), path


def test_a_repeated_key_is_told_though_other_keys_are_in_quotes() -> None:
    _, findings = read_list("f.yaml", b'- id: a\n  "name": b\n  city: c\n  city: d\n')
    assert [(found.line, found.column, found.code) for found in findings] == [(4, 3, "duplicate-key")]


def test_a_record_that_cannot_be_read_hides_no_other() -> None:
    document, findings = read_list("f.yaml", b"- id: a\n- id: b\n  x: [y\n- id: c\n- id: d\n  x: *y\n- id: e\n")
    assert document is not None
    assert [item if isinstance(item, dict) else item.ids for item in document.data] == [
        {"id": "a"}, ["b"], {"id": "c"}, ["d"], {"id": "e"},
    ]  # fmt: skip
    assert [(found.line, found.code) for found in findings] == [(3, "yaml-syntax"), (6, "yaml-alias")]


def test_a_record_torn_by_dashes_is_told_at_each_dash() -> None:
    _, findings = read_list("f.yaml", b"- id: a\n- name: b\n- city: c\n- id: d\n  name: e\n")
    assert [(found.line, found.column) for found in findings] == [(2, 1), (3, 1)]
    assert {found.code for found in findings} == {"record-cut"}


def test_records_without_an_id_are_not_taken_for_torn_ones() -> None:
    text = "- id: a\n  name: b\n- name: c\n- name: d\n"
    assert _records(text) is not None


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.name)
def test_what_is_read_quickly_of_a_broken_file_is_what_the_exact_reader_has(path: Path) -> None:
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        return
    records = _records(text)
    assert records is None or records.data == _exact(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.sampled_from("abc"), PLAIN), min_size=1, max_size=4))
def test_any_plain_values_are_read_alike(pairs: list[tuple[str, str]]) -> None:
    text = "- " + "\n  ".join(f"{key}: {value}" for key, value in pairs) + "\n"
    found = read_record(text)
    assert found is None or [found] == _exact(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet=" -:{}[],\"'#&*!|>?%@`\n\tab1가.~", max_size=40))
def test_any_text_is_read_alike_or_left_to_the_exact_reader(body: str) -> None:
    text = f"- {body}\n"
    records = _records(text)
    assert records is None or records.data == _exact(text)


def test_a_record_that_is_known_is_not_read_again() -> None:
    text = "- id: a\n- id: b\n"
    known = object()
    records = _records(text, lambda texts: [known if part == "- id: a\n" else None for part in texts])
    assert records is not None
    assert records.data == [known, {"id": "b"}]


@pytest.mark.parametrize(
    "text", ["", "a: 1\n", "x\n- id: a\n", "- id: a\n---\n- id: b\n", "-   id: a\n", "- id: a\n-\n"]
)
def test_anything_but_a_plain_list_of_records_is_left_to_the_exact_reader(text: str) -> None:
    assert read_records("f.yaml", text) is None


@pytest.mark.parametrize("value", [":2021", ":a", "&a", "*a"])
def test_a_value_in_braces_that_begins_oddly_is_left_to_the_exact_reader(value: str) -> None:
    assert read_record(f"- id: a\n  status: {{state: open, as_of: {value}}}\n") is None
