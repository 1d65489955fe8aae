"""YAML 1.2 values and where they stand."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.editors.render import text as rendered
from maeul.load.document import MAX_DEPTH, Document, parse_document, read_document, scalar
from small_project import OFFICES, STORY, Project


@pytest.mark.parametrize(
    "text",
    [
        "18:00",
        "9:30",
        "24:00",
        "031",
        "031-120",
        "0131",
        "007",
        "0o7",
        "0x1F",
        "0b1",
        "1e3",
        "1E5",
        ".5",
        "5.",
        "1_000",
        "1,000",
        ".inf",
        "-.inf",
        ".nan",
        "nan",
        "inf",
        "no",
        "No",
        "NO",
        "yes",
        "on",
        "off",
        "y",
        "n",
        "2021-04-06",
        "2021-04",
        "2021-04-06T10:00:00Z",
        "０１２",
        "１２",
        "=",
        "<<",
        "1.2.3",
        "True1",
        "nULL",
    ],
)
def test_scalar_stays_text(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("5", 5),
        ("-5", -5),
        ("+82", 82),
        ("2021", 2021),
        ("37.5", 37.5),
        ("-0.25", -0.25),
        ("1.5e3", 1500.0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_scalar_has_a_value_of_another_kind(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


def test_number_of_thousands_of_digits_is_text() -> None:
    assert scalar("9" * 5000) == "9" * 5000
    assert scalar("9" * 200) == int("9" * 200)
    assert scalar("1." + "0" * 5000) == "1." + "0" * 5000


def _read(text: str) -> Document:
    document, findings = parse_document("a.yaml", text)
    assert document is not None, findings
    return document


def test_quoted_scalar_is_text_whatever_it_looks_like() -> None:
    assert _read('- "5"\n- \'true\'\n- |\n  5\n- ""\n').data == ["5", "true", "5\n", ""]


@pytest.mark.parametrize(
    ("path", "place", "key"),
    [
        ((), (1, 1), (1, 1)),
        ((0,), (1, 3), (1, 3)),
        ((0, "name"), (1, 9), (1, 3)),
        ((0, "곳"), (2, 6), (2, 3)),
        ((0, "곳", "lat"), (2, 12), (2, 7)),
        ((0, "곳", "lon"), (2, 21), (2, 16)),
        ((0, "list"), (4, 5), (3, 3)),
        ((0, "list", 1), (5, 7), (5, 7)),
        ((0, "empty"), (6, 9), (6, 3)),
        ((0, "missing", "deeper"), (1, 3), (1, 3)),
        ((9,), (1, 1), (1, 1)),
    ],
)
def test_place_of_a_part_counts_lines_and_characters_from_one(
    path: tuple[str | int, ...], place: tuple[int, int], key: tuple[int, int]
) -> None:
    document = _read("- name: 신장1동\n  곳: {lat: 37, lon: 127}\n  list:\n    - a\n    - b\n  empty:\n")
    assert document.place(path) == place
    assert document.place(path, key=True) == key


def test_place_is_the_same_in_a_file_with_windows_lines() -> None:
    text = "- a: 1\n  b: [x,\n    y]\n"
    assert _read(text).place((0, "b", 1)) == _read(text.replace("\n", "\r\n")).place((0, "b", 1)) == (3, 5)


def test_lines_are_counted_from_where_the_yaml_begins() -> None:
    document, _ = parse_document("a.md", "title: x\nyear: 1\n", first_line=1)
    assert document is not None
    assert document.place(("year",)) == (3, 7)


def test_emoji_counts_as_one_character() -> None:
    assert _read("{a: 🏠🏠, b: 1}").place(("b",)) == (1, 12)


def test_nesting_is_read_up_to_its_limit() -> None:
    assert parse_document("a.yaml", "[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []
    _, findings = parse_document("a.yaml", "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert [(found.code, found.column) for found in findings] == [("yaml-deep", MAX_DEPTH + 1)]


def test_findings_before_a_syntax_error_are_told_with_it() -> None:
    _, findings = parse_document("a.yaml", "a: 1\na: 2\nb: [\n")
    assert [found.code for found in findings] == ["duplicate-key", "yaml-syntax"]


def test_empty_document_is_nothing() -> None:
    assert _read("# only words\n").data is None


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_text_is_read_or_explained(text: str) -> None:
    document, findings = read_document("a.yaml", text.encode("utf-8", "surrogatepass"))
    assert (document is None) == bool(findings)


YAMLISH = st.text(alphabet=" \t\n\r-:,?[]{}&*!|>%@`'\"#\\0aé가.", max_size=80)


@given(YAMLISH)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_any_signs_of_yaml_are_read_or_explained_in_place(text: str) -> None:
    document, findings = parse_document("a.yaml", text)
    assert (document is None) == bool(findings)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in findings:
        assert 1 <= found.line <= len(lines) + 1
        assert found.column >= 1


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_bytes_as_offices_and_story_are_findings_not_crashes(raw: bytes) -> None:
    with TemporaryDirectory() as folder:
        project = Project.make(Path(folder) / "project")
        project.write(OFFICES, raw)
        project.write(STORY, raw)
        assert rendered(project.findings()).endswith("\n")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["모름", "hanam"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [
    "id", "name", "city", "dong", "district", "serves", "location", "phone", "hours", "exceptions", "services",
    "projects", "opened", "staff", "status", "sources", "conflicts",
]  # fmt: skip


@given(st.sampled_from(FIELDS), VALUES)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_value_in_any_field_is_a_finding_not_a_crash(field: str, value: object) -> None:
    with TemporaryDirectory() as folder:
        project = Project.make(Path(folder) / "project")
        offices = _read((project.root / OFFICES).read_text("utf-8")).data
        offices[0][field] = value
        project.write(OFFICES, json.dumps(offices))
        assert rendered(project.findings()).endswith("\n")
