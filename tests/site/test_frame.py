from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.site.frame import HTML_SLOTS, SLOTS, TEXT_SLOTS, cut, marks

MARKS = marks()
PAGE = (
    "<title>{title}</title><meta content='{description}'><link href='{canonical}'>"
    "{head}<header>{languages}</header><main>{content}</main><footer>{title}</footer>"
)
RENDERED = PAGE.format_map(MARKS)
VALUES = {
    "title": "이름",
    "description": "설명",
    "canonical": "https://example.test/p/a/",
    "head": "<meta>",
    "languages": "<nav></nav>",
    "content": "<h1>이름</h1>",
}


def _by_hand(values: dict[str, str]) -> bytes:
    text = {slot: escape(values[slot]) for slot in TEXT_SLOTS}
    return PAGE.format_map({**text, **{slot: values[slot] for slot in HTML_SLOTS}}).encode()


def test_a_filled_frame_is_the_page_that_the_template_would_have_made() -> None:
    assert cut(RENDERED).fill(VALUES) == _by_hand(VALUES)


@given(st.fixed_dictionaries({slot: st.text(st.characters(exclude_categories=["Cs"])) for slot in SLOTS}))
def test_any_values_end_in_their_places(values: dict[str, str]) -> None:
    assert cut(RENDERED).fill(values) == _by_hand(values)


@pytest.mark.parametrize("slot", SLOTS)
def test_a_value_that_looks_like_a_mark_is_only_text(slot: str) -> None:
    values = {**VALUES, "content": MARKS[slot], "title": MARKS[slot]}
    assert cut(RENDERED).fill(values) == _by_hand(values)


def test_markup_in_text_slots_is_escaped() -> None:
    filled = cut(RENDERED).fill({**VALUES, "title": "<b>A&B</b>\"'"})
    assert b"<title>&lt;b&gt;A&amp;B&lt;/b&gt;&quot;&#x27;</title>" in filled


@pytest.mark.parametrize("slot", SLOTS)
def test_a_missing_mark_is_an_error(slot: str) -> None:
    with pytest.raises(ValueError, match=slot):
        cut(RENDERED.replace(MARKS[slot], ""))


@pytest.mark.parametrize("slot", SLOTS)
def test_an_altered_mark_is_an_error(slot: str) -> None:
    altered = MARKS[slot].replace("⟦", "&#10214;")
    with pytest.raises(ValueError, match="altered"):
        cut(f"{RENDERED}<i>{altered}</i>")


def test_a_mark_cut_short_in_a_text_is_an_error() -> None:
    """A theme that shortens descriptions would leave half of a mark behind."""
    with pytest.raises(ValueError, match="frame"):
        cut(RENDERED.replace(MARKS["description"], MARKS["description"][:12]))
