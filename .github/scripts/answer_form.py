"""Answers an issue that was written by the form: with the record to paste, or with what is not right yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import gh
from maeul.clock import today_in_seoul
from maeul.directory import OFFICES
from maeul.editors.asked import NOTHING_ASKED, Asked, read_asked
from maeul.editors.form import labels
from maeul.editors.render.markdown import plain
from maeul.load.findings import Finding, has_errors

MARKER = "<!-- maeul: form -->"

_THANKS = "알려 주셔서 고맙습니다."
_FAULTS = (
    f"{_THANKS} 그대로 싣기 전에 고칠 곳이 있습니다. "
    "글 오른쪽 위의 점 세 개를 누르고 'Edit'를 골라 고치면 다시 살펴봅니다."
)
_RECORD = (
    f"{_THANKS} 적어 주신 대로 고친 기록입니다. 출처를 열어 확인한 뒤 [이 자리]({{link}})의 기록을 이것으로 바꾸세요."
)
_WARNINGS = "살펴볼 곳입니다. 그대로 두어도 실립니다."
_LONG = "기록이 너무 길어 여기에 싣지 못했습니다.\n"
_LONGEST_RECORD = 50_000


def main() -> None:
    """Keep one comment of ours under the issue."""
    issue = gh.event()["issue"]
    asked = read_asked(Path(), "issue", issue["body"] or "", today_in_seoul())
    gh.keep_comment(issue["number"], MARKER, answer(asked, {field: label for label, field in labels(Path()).items()}))


def answer(asked: Asked, label_of: Mapping[str, str]) -> str:
    """The comment's text."""
    listed = "".join(_line(found, label_of) for found in asked.findings)
    if has_errors(asked.findings):
        return gh.cut(f"{_FAULTS}\n\n{listed}", gh.LONGEST - len(MARKER) - 1)
    if not asked.record:
        return f"{_THANKS} {NOTHING_ASKED}"
    record = fenced(asked.record) if len(asked.record) <= _LONGEST_RECORD else _LONG
    link = f"{gh.address()}/blob/main/{OFFICES}#L{asked.line}"
    notes = (asked.note, f"{_WARNINGS}\n\n{listed}" if listed else "")
    said = "\n\n".join(part for part in (_RECORD.format(link=link), record, *notes) if part)
    return gh.cut(said, gh.LONGEST - len(MARKER) - 1)


def fenced(text: str) -> str:
    """Text as code, in a fence that nothing in it can end."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml\n{text}{fence}"


def _line(found: Finding, label_of: Mapping[str, str]) -> str:
    field = label_of.get(str(found.path[0]) if found.path else "", "기록")
    return f"- **{plain(field)}**: {plain(found.message)} {plain(found.hint)}\n"


if __name__ == "__main__":
    main()
