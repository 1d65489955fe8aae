"""Fields changed inside the text of a file: the rest, comments above all, stays."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.editors.yaml_change import with_fields, with_office
from maeul.load.document import Document, parse_document
from maeul.load.fields import in_model_order
from maeul.load.models import Office
from yaml_strategies import COMMENT, FIELD_NAMES, RECORDS, VALUES, looks


def _document(text: str) -> Document:
    document, findings = parse_document("a.yaml", text)
    assert document is not None, (findings, text)
    return document


def _changed(text: str, **fields: Any) -> str:
    return with_fields(text, _document(text), 0, fields)


@pytest.mark.parametrize(
    ("before", "fields", "after"),
    [
        ("- id: a  # 가\n  staff:   5 # 나\n", {"staff": 6}, "- id: a  # 가\n  staff:   6 # 나\n"),
        ("- id: a\n  phone: 1 # 가\n  staff: 5\n", {"phone": None}, "- id: a\n  # 가\n  staff: 5\n"),
        ("- id: a\n  staff: 5", {"phone": "031-120"}, "- id: a\n  phone: 031-120\n  staff: 5"),
        ("- id: a\n  staff: 5", {"sources": [{"url": "가"}]}, "- id: a\n  staff: 5\n  sources:\n    - {url: 가}"),
        ("- id: a\n  hours: 모름 # 가\n", {"hours": [{"open": "9"}]}, '- id: a\n  hours:\n    - {open: "9"} # 가\n'),
        ("- id: a\n  hours: # 가\n    - {open: 1} # 나\n", {"hours": "모름"}, "- id: a\n  # 가\n  hours: 모름 # 나\n"),
        ("- id: a\n  status: {as_of: 모름, state: open}\n", {"status": {"state": "open", "as_of": "2021-04-06"}},
         "- id: a\n  status: {as_of: 2021-04-06, state: open}\n"),
        ("- id: a\n  serves: [가, 나, 다]\n", {"serves": ["나", "라", "다"]}, "- id: a\n  serves: [나, 라, 다]\n"),
        ("- id: a\n  services:\n    - {key: x} # 가\n    - {key: y} # 나\n    # 다\n    - {key: z}\n",
         {"services": [{"key": "x", "note": "말"}, {"key": "z"}, {"key": "w"}]},
         "- id: a\n  services:\n    - {key: x, note: 말} # 가\n    # 나\n    # 다\n    - {key: z}\n    - {key: w}\n"),
        ("- id: a\n  services:\n    - note: 말 # 가\n      key: x\n", {"services": [{"key": "x"}]},
         "- id: a\n  services:\n    # 가\n    - key: x\n"),
        ("- id: a\r\n  serves: [가] # 가\r\n", {"phone": "112"},
         "- id: a\r\n  serves: [가] # 가\r\n  phone: \"112\"\r\n"),
    ],
)  # fmt: skip
def test_only_what_changed_is_written(before: str, fields: dict[str, Any], after: str) -> None:
    assert _changed(before, **fields) == after


def test_field_without_a_value_gets_one() -> None:
    assert _changed("- id: a\n  phone:\n  staff: 5\n", phone="031-120") == "- id: a\n  phone: 031-120\n  staff: 5\n"


def test_text_of_several_lines_is_replaced_whole() -> None:
    before = "- id: a\n  name: | # 가\n    나\n    다\n\n  # 라\n  staff: 5\n"
    assert _changed(before, name="마") == "- id: a\n  # 가\n  name: 마\n\n  # 라\n  staff: 5\n"


def test_sign_of_a_comment_inside_quotes_is_no_comment() -> None:
    before = '- id: a\n  services:\n    - {key: x, note: "가 # 나"} # 다\n    - {key: y}\n'
    assert _changed(before, services=[{"key": "y"}]) == "- id: a\n  services:\n    # 다\n    - {key: y}\n"


def test_no_change_is_no_change() -> None:
    text = "- {id: a, status:   {as_of: 2021,state: open}} # 가\n"
    assert _changed(text, status={"state": "open", "as_of": 2021}) == text


@given(st.data(), RECORDS, st.dictionaries(st.sampled_from(FIELD_NAMES), VALUES | st.none(), min_size=1, max_size=3))
@settings(max_examples=500, deadline=None, derandomize=True)
def test_data_differ_in_the_changed_fields_only_and_every_comment_is_there(
    data: st.DataObject, record: dict[str, Any], fields: dict[str, Any]
) -> None:
    before = "# 맨 위 0\n" + data.draw(looks(record)) + "\n- id: other # 뒤 5000\n"
    _check(before, record, fields)


@given(st.data(), RECORDS)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_one_item_changed_in_a_list_keeps_the_others(data: st.DataObject, record: dict[str, Any]) -> None:
    before = data.draw(looks(record))
    key = data.draw(st.sampled_from([key for key in record if key != "id"]))
    _check(before, record, {key: data.draw(_near(record[key]))})


def _near(value: Any) -> st.SearchStrategy[Any]:
    """A value that has most of another one."""
    if isinstance(value, list):
        kept = st.lists(st.booleans(), min_size=len(value), max_size=len(value)).map(
            lambda keep: [item for item, kept in zip(value, keep, strict=True) if kept] or value[:1]
        )
        return st.tuples(
            kept, st.lists(VALUES.filter(lambda item: isinstance(item, type(value[0]))), max_size=2)
        ).flatmap(lambda both: st.permutations([*both[0], *both[1]]))
    if isinstance(value, dict):
        return st.fixed_dictionaries(
            {},
            optional={
                key: st.just(item) | VALUES.filter(lambda new: not isinstance(new, dict)) for key, item in value.items()
            },
        ).filter(bool)
    return VALUES


def _check(before: str, record: dict[str, Any], fields: dict[str, Any]) -> None:
    document = _document(before)
    assert repr(document.data[0]) == repr(record), before
    after = with_fields(before, document, 0, fields)
    wanted = {key: value for key, value in {**record, **fields}.items() if value is not None}
    result = _document(after).data
    assert result[1:] == document.data[1:]
    assert _plain(result[0]) == _plain(wanted), after
    assert Counter(COMMENT.findall(after)) == Counter(COMMENT.findall(before)), after


def _plain(data: Any) -> str:
    return repr(_sorted(data))


def _sorted(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _sorted(data[key]) for key in sorted(data)}
    return [_sorted(item) for item in data] if isinstance(data, list) else data


def test_new_field_stands_where_the_model_has_it() -> None:
    text = "- id: a\n  city: hanam\n  sources: []\n"
    lines = _changed(text, phone="031-120", name="가", building="나").splitlines()
    keys = [line.split(":")[0].strip("- ") for line in lines]
    assert (
        keys
        == list(in_model_order(dict.fromkeys(keys), Office))
        == ["id", "name", "city", "building", "phone", "sources"]
    )


def test_another_record_is_changed_in_its_own_place() -> None:
    text = "# 맨 위\n- id: a\n  staff: 5\n\n# 가운데\n- id: b\n  staff: 5 # 뒤\n"
    assert with_fields(text, _document(text), 1, {"staff": 6}) == text.replace("5 # 뒤", "6 # 뒤")


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n  # 들여 쓴 말\n"])
def test_new_office_comes_behind_another(end: str) -> None:
    text = f"- id: a\n  staff: 5 # 뒤{end}"
    after = with_office(text, _document(text), 0, {"name": "나", "id": "b"})
    assert after == f"- id: a\n  staff: 5 # 뒤{end.rstrip()}\n\n- id: b\n  name: 나{end[len(end.rstrip()) :]}"
    text += "\n# ── 다음 ──\n- id: c\n" if end else "\n- id: c\n"
    assert [item["id"] for item in _document(with_office(text, _document(text), 0, {"id": "b"})).data] == [
        "a",
        "b",
        "c",
    ]
