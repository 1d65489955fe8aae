"""The issue form asks for fields of the record, by their names, and its answers can be read back."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from issue_form import FIELDS, form, submitted
from maeul.directory import Directory
from maeul.editors.form import OFFICE_FIELDS, SOURCE_FIELDS, STATES, Answer, answers, labels
from maeul.load.models import FieldSource, Office, State
from small_project import ROOT

OWN = ("wrong", "agreed")  # not facts of a record: what a person reads, and what the sender promises
LABELS = labels(ROOT)
WRITTEN = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n#-[x]`"), min_size=1).filter(
    lambda text: text.strip() == text and text not in ("_No response_", "None") and "### " not in text
)


def _options(field: str) -> list[str]:
    options = next(part["attributes"]["options"] for part in FIELDS if part["id"] == field)
    return [option if isinstance(option, str) else option["label"] for option in options]


def test_its_fields_are_fields_of_the_record_by_their_names() -> None:
    assert [part["id"] for part in FIELDS if part["id"] not in OWN] == [
        *(part for part in OFFICE_FIELDS),
        *SOURCE_FIELDS,
    ]
    assert set(OFFICE_FIELDS) <= set(Office.model_fields)
    assert set(SOURCE_FIELDS) == set(FieldSource.model_fields) - {"fields"}


def test_its_services_are_those_of_the_records(real: Directory) -> None:
    assert _options("services") == [service.name for service in real.services]


def test_its_states_are_all_states() -> None:
    assert _options("status") == list(STATES)
    assert sorted(STATES.values()) == sorted(get_args(State))


def test_every_field_has_a_label_of_its_own() -> None:
    assert len(LABELS) == len(FIELDS)


def test_github_takes_it() -> None:
    """Keys, types and ids that GitHub knows (docs.github.com, Syntax for GitHub's form schema)."""
    whole = form()
    assert set(whole) == {"name", "description", "title", "labels", "body"}
    for part in FIELDS:
        assert set(part) <= {"type", "id", "attributes", "validations"}
        assert part["type"] in ("input", "textarea", "dropdown", "checkboxes")
        assert re.fullmatch(r"[A-Za-z0-9_-]+", part["id"])
        assert set(part["attributes"]) <= {"label", "description", "placeholder", "options"}


def test_it_asks_for_nothing_but_the_office_and_what_is_wrong() -> None:
    required = [part["id"] for part in FIELDS if part.get("validations", {}).get("required")]
    assert required == ["id", "wrong"]


def test_what_was_not_answered_is_left_out() -> None:
    assert answers(submitted({"id": "hanam-sinjang-1"}), LABELS).keys() == {"id", "services", "agreed"}
    assert answers("", LABELS) == {}
    assert answers("아무 글", LABELS) == {}


def test_answers_know_their_line() -> None:
    body = "### 관리소 id\n\n\nhanam-sinjang-1\n\n### 여는 시간\n\n평일 09:00~18:00\n\n토 10:00~12:00\n"
    found = answers(body, LABELS)
    assert found["id"] == Answer("hanam-sinjang-1", 4)
    assert found["hours"].written == [(8, "평일 09:00~18:00"), (10, "토 10:00~12:00")]


def test_lines_may_end_as_on_windows() -> None:
    assert answers("### 전화\r\n\r\n031-120\r\n", LABELS)["phone"].text == "031-120"


def test_of_two_headings_the_first_counts() -> None:
    body = submitted({"id": "a-b"}) + "\n\n### 관리소 id\n\nc-d\n"
    assert answers(body, LABELS)["id"].text == "a-b"


def test_boxes_that_are_ticked() -> None:
    found = answers(submitted({"services": ["공구 대여", "방역"]}), LABELS)
    assert found["services"].ticked == ["공구 대여", "방역"]


@pytest.mark.parametrize("letter", ["\u200b", "\x1b", "\u2028", "\t"])
def test_what_cannot_be_seen_is_a_space(letter: str) -> None:
    assert Answer(f"가{letter}나", 1).one_line == "가 나"


@given(st.dictionaries(st.sampled_from([*OFFICE_FIELDS[:-1], *SOURCE_FIELDS, "wrong"]), WRITTEN))
def test_whatever_is_written_is_read_back(written: dict[str, str]) -> None:
    found = answers(submitted(written), LABELS)
    assert {field: found[field].text.split() for field in written} == {
        field: text.split() for field, text in written.items()
    }
