"""Asks for a new office one answer at a time; each answer is checked at once."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from maeul.directory import Directory
from maeul.editors.answers import Answers
from maeul.editors.console import say
from maeul.editors.questions import Question, Record, questions
from maeul.editors.sheet.cells import CellError
from maeul.editors.sheet.in_cells import in_cells
from maeul.editors.sheet.problems import RULES
from maeul.load.findings import Finding, Path, has_errors, told
from maeul.load.models import SOURCED_FIELDS
from maeul.load.values import SAYS_NOTHING, UNKNOWN
from maeul.places.gazetteer import Dong, LegalDong

Ask = Callable[[str], str]
_MORE = "  더 있으면 쓰고, 없으면 엔터 > "


def interview(directory: Directory, ask: Ask) -> Record:
    """The record that the answers make, in no order; `ask` shows a prompt and gives the line that was typed."""
    record: Record = {}
    answers = Answers(directory)
    for question in questions(directory):
        if question.asked(record):
            record = _answered(question, record, answers, ask)
    return {**_middle(record, directory), **record, **_rest(record)}


def _answered(question: Question, record: Record, answers: Answers, ask: Ask) -> Record:
    """The record with the first answer that keeps the rules; of several lines each is checked as it comes."""
    say("", f"■ {question.title}: {question.explanation}", f"  예: {question.example}")
    default = question.default(record)
    lines: list[str] = []
    while True:
        typed = ask(_MORE if lines else f"  [{default}] > " if default else "  > ").strip()
        if typed in SAYS_NOTHING and not default:
            typed = ""
        if not typed and (lines or not (question.required or default)):
            return record
        tried, problems = _tried(question, "\n".join([*lines, typed or default]), record, answers)
        say(*(f"  → {problem}" for problem in problems))
        if tried is not None and not (question.in_lines and typed not in ("", UNKNOWN)):
            return tried
        if tried is not None:
            record = tried
            lines.append(typed)


def _tried(question: Question, text: str, record: Record, answers: Answers) -> tuple[Record | None, list[str]]:
    """The record with the answer, None when the answer breaks a rule; and what there is to say."""
    if not text:
        return None, [f"꼭 있어야 합니다. '{question.example}'처럼 쓰세요."]
    try:
        value = question.read(text)
    except CellError as error:
        return None, [" ".join(told(RULES[error.code], {"example": question.example, **error.values}))]
    tried = deepcopy(record)
    _put(tried, question.path, value)
    findings = answers.findings(str(question.path[0]), tried)
    found = [one for one in findings if _touches(one, question.path)]
    return None if has_errors(found) else tried, [
        in_cells(f"{one.message} {one.hint}", question.example) for one in found
    ]


def _put(record: Any, path: Path, value: Any) -> None:
    """Puts a value into nested mappings and lists, which are made on the way."""
    *way, last = path
    for step, after in zip(way, path[1:], strict=True):
        if isinstance(step, str):
            record = record.setdefault(step, [] if isinstance(after, int) else {})
        else:
            record.extend({} for _ in range(step + 1 - len(record)))
            record = record[step]
    record[last] = value


def _touches(found: Finding, path: Path) -> bool:
    """Whether a finding is about what stands at a path, or about all that it is part of."""
    own = found.path[1:]
    return all(one == other for one, other in zip(own, path, strict=False))


def _middle(record: Record, directory: Directory) -> Record:
    """The middle of the dong, where no position was given and the dong has one."""
    places: tuple[Dong | LegalDong, ...] = (*directory.gazetteer.dongs, *directory.gazetteer.legal_dongs)
    for place in places:
        if (place.city, place.name) == (record["city"], record["dong"]):
            return {"location": {"lat": place.lat, "lon": place.lon, "precision": "dong"}}
    return {}


def _rest(record: Record) -> Record:
    """What follows from the answers: which fields the source backs, and when the state was seen."""
    source = record["sources"][0]
    known = [name for name in SOURCED_FIELDS if record.get(name, UNKNOWN) != UNKNOWN]
    return {
        "sources": [{**source, "fields": ["name", "dong", *known]}],
        "status": {**record["status"], "as_of": source["date"]},
    }
