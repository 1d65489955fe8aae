"""Records and YAML texts of many looks, for tests of what writes and changes them."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st
from maeul.editors.yaml_text import field_lines, pair_text, value_text

LOOKALIKES = """
18:00 24:00 031 0o7 0x1F 1e3 1_000 .5 5. .inf no Yes on y null ~ = << 2021-04-06 2021-04 2021 true 5 -5 +82 37.5 010
-가 가: 가#나 #가 &가 *가 !가 | > %가 @가 `가 [가 가] {가} 가,나 "가" '가' C:\\가 왜요? 🏠 ... --- 1899-3300
https://example.com/?a=1#b 031-729-2313
"""
PHRASES = [
    "",
    " ",
    "- 가",
    "? 가",
    ": 가",
    "가: 나",
    "가 # 나",
    "가, 나",
    "가 '나' 다",
    '가 "나" 다',
    " 가",
    "가 ",
    "\t",
    "가\n나",
]
AWKWARD = st.sampled_from(LOOKALIKES.split()) | st.sampled_from(PHRASES)
TEXTS = AWKWARD | st.text(alphabet="가나다 abc:,#-\"'[]{}?!&*\\0159.~", max_size=12) | st.text(max_size=8)
KEYS = st.sampled_from(["key", "note", "url", "date", "fields", "what", "days"])
SCALARS = TEXTS | st.integers(-(10**6), 10**6) | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
ITEMS = st.dictionaries(KEYS, SCALARS | st.lists(TEXTS, max_size=3), min_size=1, max_size=4)
VALUES = SCALARS | st.lists(TEXTS, min_size=1, max_size=4) | st.lists(ITEMS, min_size=1, max_size=4) | ITEMS
FIELD_NAMES = [
    "name",
    "aliases",
    "address",
    "location",
    "phone",
    "hours",
    "services",
    "opened",
    "staff",
    "status",
    "sources",
]
RECORDS = st.dictionaries(st.sampled_from(FIELD_NAMES), VALUES, min_size=1, max_size=6).map(
    lambda fields: {"id": "hanam-sinjang-1", **fields}
)
COMMENT = re.compile(r"# (?:위|뒤) [0-9]+$", re.M)  # those that `looks` makes


@st.composite
def looks(draw: st.DrawFn, record: dict[str, Any], above: bool = False) -> str:
    """The record as somebody might have typed it: items in brackets or in lines, comments everywhere."""
    lines: list[str] = []
    for key, value in record.items():
        lines += draw(_field(key, value))
    marks = iter(range(1000))
    text = draw(st.lists(st.sampled_from(["", "# 위 5001", "  # 위 5002"]), max_size=4)) if above else []
    for number, line in enumerate(lines):
        indent = " " * (2 + len(line) - len(line.lstrip()))
        commented = draw(st.integers(0, 5)) == 0 and number > 0
        text += [f"{draw(st.sampled_from([indent, '']))}# 위 {next(marks)}"] if commented else []
        behind = f"  # 뒤 {next(marks)}" if draw(st.integers(0, 3)) == 0 else ""
        text.append(f"{'- ' if number == 0 else '  '}{line}{behind}")
        text += [""] if draw(st.integers(0, 9)) == 0 else []
    return "\n".join(text) + "\n"


@st.composite
def _field(draw: st.DrawFn, key: str, value: Any) -> list[str]:
    style = draw(st.sampled_from(["ours", "brackets", "lines", "spread"]))
    if style == "lines" and isinstance(value, list):
        return [f"{key}:", *(line for item in value for line in draw(_item(item)))]
    if style == "lines" and isinstance(value, dict):
        return [f"{key}:", *(f"  {pair_text(name, item)}" for name, item in value.items())]
    if style == "spread" and isinstance(value, list):
        return [f"{key}: [", *(f"  {value_text(item, key, in_brackets=True)}," for item in value), "  ]"]
    if style == "spread" and isinstance(value, dict):
        pairs = [f"  {pair_text(name, item, in_brackets=True)}" for name, item in value.items()]
        return [f"{key}: {{", *(f"{pair}," for pair in pairs[:-1]), pairs[-1], "  }"]
    return [pair_text(key, value)] if style == "brackets" else field_lines(key, value)


@st.composite
def _item(draw: st.DrawFn, item: Any) -> list[str]:
    if isinstance(item, dict) and draw(st.booleans()):
        pairs = [pair_text(name, value) for name, value in item.items()]
        return [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
    return [f"  - {value_text(item)}"]
