"""After a change, a list is cut apart as if it had not been read before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.load.parts import LastParts, parts_of

# What lists are made of, and what makes something else of them.
_PIECES = (
    "- id: a\n",
    "  name: 가나\n",
    "  - x: 1\n",
    "\n",
    "# 주\n",
    "- ",
    "-",
    " ",
    "\r\n",
    "---\n",
    "%",
    "z",
    "－",
    " #나",
    "\u200b",
)
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
EDITS = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 12), st.text("-# \nad가", max_size=6) | TEXTS), max_size=4
)


def _edited(text: str, at: int, length: int, new: str) -> str:
    at %= len(text) + 1
    return text[:at] + new + text[at + length :]


@given(TEXTS, EDITS)
def test_parts_after_a_change_are_those_of_the_whole_file(text: str, edits: list[tuple[int, int, str]]) -> None:
    last, first = LastParts(), parts_of(text)
    if first is None:
        return
    last.note(text.encode(), first)
    for edit in edits:
        text = _edited(text, *edit)
        parts = last.after_change(text.encode())
        assert parts is None or parts == parts_of(text)
        if parts is None:
            return


@pytest.mark.parametrize(
    "changed",
    [
        "- id: a\n  x: 2\n- id: b\n- id: c\n",
        "- id: a\n- id: b\n  x: 1\n- id: c\n",
        "- id: a\n- id: c\n",
        "- id: a\n- id: n\n\n- id: b\n- id: c\n",
        "- id: a\n- id: b\n- id: c\n  x: 1\n- id: d",
        "- id: a\n- id: b\n- id: c\n",
    ],
)
def test_an_edit_of_records_needs_no_look_at_the_whole_file(changed: str) -> None:
    text, last = "- id: a\n- id: b\n- id: c\n", LastParts()
    first = parts_of(text)
    assert first is not None
    last.note(text.encode(), first)
    parts = last.after_change(changed.encode())
    assert parts == parts_of(changed)
    assert parts is not None
    line, column = parts.end
    assert (line, column) == (changed.count("\n") + 1, len(changed) - changed.rfind("\n"))


@pytest.mark.parametrize(
    "changed", ["# 주\n- id: a\n", "- id: a\n- id: ０\n", "- id: a\n---\n- id: b\n", "id: a\n", ""]
)
def test_what_may_hold_a_slip_or_no_list_is_looked_at_as_a_whole(changed: str) -> None:
    text, last = "- id: a\n- id: b\n", LastParts()
    first = parts_of(text)
    assert first is not None
    last.note(text.encode(), first)
    assert last.after_change(changed.encode()) is None
