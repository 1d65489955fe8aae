"""The issue form for people without git, and what GitHub makes of it: Markdown with a heading a field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from maeul.load.document import read_document
from maeul.load.nearly import days_meant, time_meant

FORM = ".github/ISSUE_TEMPLATE/office.yml"

OFFICE_FIELDS = ("id", "name", "status", "address", "building", "phone", "phone_of", "hours", "services")
SOURCE_FIELDS = ("url", "publisher", "date")
STATES = {
    "운영해요": "open",
    "문을 닫았어요": "closed",
    "다른 곳으로 옮겼어요": "moved",
    "아직 열지 않았어요": "planned",
    "운영하는지 확인할 수 없어요": "unconfirmed",
}

_UNANSWERED = ("", "_No response_", "None")
_TIME = r"((?:오전|오후)?\s*\d\d?(?::\d\d|시\s*(?:\d\d분|반)?))"
_SPAN = re.compile(rf"(.+?)\s*{_TIME}\s*(?:[~∼～-]|부터)\s*{_TIME}\s*(?:까지)?\s*(?:\((.*)\))?")
_BREAK = re.compile(rf"{_TIME}\s*(?:[~∼～-]|부터)\s*{_TIME}")
_TICKED = re.compile(r"- \[[xX]\] (.+)")


class Answer(NamedTuple):
    """What stands in a field of a form, and the line of the form where it begins."""

    text: str
    line: int

    @property
    def one_line(self) -> str:
        """The answer without line ends and what cannot be seen."""
        return _visible(self.text)

    @property
    def written(self) -> list[tuple[int, str]]:
        """The lines that are not empty, numbered in the form."""
        return [(number, _visible(line)) for number, line in enumerate(self.text.split("\n"), self.line) if line]

    @property
    def ticked(self) -> list[str]:
        """The boxes that are ticked."""
        return [match[1] for _, line in self.written if (match := _TICKED.fullmatch(line))]


def labels(root: Path) -> Mapping[str, str]:
    """The fields of the form by their labels."""
    document, findings = read_document(FORM, (root / FORM).read_bytes())
    if document is None:
        raise ValueError(f"{FORM}: {findings[0].message}")
    return {part["attributes"]["label"]: part["id"] for part in document.data["body"] if "id" in part}


def answers(body: str, fields: Mapping[str, str]) -> dict[str, Answer]:
    """What was answered, by field; of a heading that stands there twice the first counts."""
    lines = [line.rstrip() for line in body.splitlines()]
    heads = [number for number, line in enumerate(lines) if line.startswith("### ") and line[4:] in fields]
    found: dict[str, Answer] = {}
    for start, end in pairwise([*heads, len(lines)]):
        answer = _answer(lines[start + 1 : end], start + 2)
        if answer.text not in _UNANSWERED:
            found.setdefault(fields[lines[start][4:]], answer)
    return found


def hours_span(line: str) -> dict[str, Any] | None:
    """A line of opening hours as the record has it: `평일 9시~18:00 (12:00~13:00)`; None for any other line."""
    match = _SPAN.fullmatch(line)
    if match is None:
        return None
    span: dict[str, Any] = {"days": days_meant(match[1]) or match[1], "open": _time(match[2]), "close": _time(match[3])}
    if match[4] is None:
        return span
    pause = _BREAK.search(match[4])
    return {**span, "breaks": [{"open": _time(pause[1]), "close": _time(pause[2])}]} if pause else None


def _time(text: str) -> str:
    return time_meant(text.strip()) or text


def _visible(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _answer(lines: list[str], first: int) -> Answer:
    written = [number for number, line in enumerate(lines) if line]
    if not written:
        return Answer("", first)
    return Answer("\n".join(lines[written[0] : written[-1] + 1]), first + written[0])
