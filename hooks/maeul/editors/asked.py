"""The record that a submitted form asks for: the office's own, with what was answered changed and its source added.

All rules of the data hold for it. What breaks one is found at the place in the form where it was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from maeul.directory import OFFICES, Directory
from maeul.editors.form import SOURCE_FIELDS, STATES, Answer, answers, hours_span, labels
from maeul.editors.offices_file import read_offices_file
from maeul.editors.yaml_change import with_fields
from maeul.editors.yaml_place import records_of
from maeul.load.document import Document, parse_document, scalar
from maeul.load.findings import Finding, Level, finding, has_errors, in_order, shown
from maeul.load.nearly import date_meant
from maeul.load.suggest import advice
from maeul.load.values import UNKNOWN
from maeul.reader import read_directory

NOTHING_ASKED = "칸에 적힌 변경이 없습니다. '무엇이 다른가요?'에 적힌 글은 사람이 읽고 고칩니다."

_TEXTS = ("name", "address", "building", "phone", "phone_of")
_FIELD_OF = {"as_of": "date", "sources": "url"}  # where a form asks for what the record calls otherwise
# Stands for the source that a form does not name, while all else in it is checked; never shown.
_ANY_SOURCE = {"url": "https://www.gg.go.kr/", "publisher": "경기도", "date": UNKNOWN}
_MOVED = "주소가 바뀌면 위치(location)도 다시 찾아 고쳐야 합니다."


@dataclass(frozen=True)
class Asked:
    """What a form asks for: the record as it would be, at its line in the file, and what is wrong with it.

    The record is "" when there are errors, or when no field of the form asks for a change.
    """

    record: str = ""
    line: int = 0
    findings: tuple[Finding, ...] = ()
    note: str = ""


def read_asked(root: Path, file: str, body: str, today: date) -> Asked:
    """What the form in `body`, called `file` in findings, asks of the project's records, which must be sound."""
    directory, before = read_directory(root, today)
    if directory is None:
        return Asked(findings=before)
    answered = answers(body, labels(root))
    wanted = answered.get("id", Answer("", 1))
    ids = [office.id for office in directory.offices]
    if wanted.one_line not in ids:
        said = {"found": wanted.one_line, "advice": advice(wanted.one_line, ids, listed_in=OFFICES)}
        return Asked(findings=(finding("office-unknown", file, (wanted.line, 1), ("id",), "", **said),))
    return _Form(root, file, answered, directory, before).asked(ids.index(wanted.one_line))


class _Form:
    """A form about one office of a project whose findings were `before`."""

    def __init__(
        self, root: Path, file: str, answered: Mapping[str, Answer], directory: Directory, before: Sequence[Finding]
    ) -> None:
        self.offices = read_offices_file(root)
        self.file = file
        self.answered = answered
        self.directory = directory
        self.before = {_kind(found) for found in before}
        self.findings: list[Finding] = []

    def asked(self, index: int) -> Asked:
        document = self.offices.document
        office = self.offices.data[index]
        told = dict(self._told(office))
        unread = {found.path[0] for found in self.findings}
        facts = [name for name, value in told.items() if value != UNKNOWN and name not in unread]
        if facts and "url" not in self.answered:
            hint = "이 내용을 볼 수 있는 글의 주소를 '출처 주소'에 쓰세요."
            self._fault(facts[0], self.answered[facts[0]].line, "source-missing", "출처가 없습니다.", hint)
        if not told:
            return Asked()
        changed = {name: value for name, value in told.items() if value != office.get(name) and name not in unread}
        sources = _sources(office["sources"], self._source(facts), changed)
        new = with_fields(self.offices.source.text, document, index, {**changed, "sources": sources})
        note = _MOVED if "address" in changed and "location" in office else ""
        asked = self._checked(new, index, note)
        return Asked(findings=in_order([*self.findings, *asked.findings])) if self.findings else asked

    def _checked(self, text: str, index: int, note: str) -> Asked:
        findings = in_order(self._new_findings(text, index))
        if has_errors(findings):
            return Asked(findings=findings)
        part = records_of(_document(text))[index]
        lines = text.splitlines()[part.at[0] - 1 : part.end[0]]
        return Asked("\n".join(lines).rstrip() + "\n", part.at[0], findings, note)

    def _told(self, office: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """The fields that were answered; the name stands in the form beforehand, so it tells only what is new."""
        for name in _TEXTS:
            if name in self.answered and (name != "name" or self.answered[name].one_line != office.get("name")):
                yield name, self.answered[name].one_line
        if "status" in self.answered:
            state = self.answered["status"].one_line
            yield "status", {"state": STATES.get(state, state), "as_of": self._date() or UNKNOWN}
        if "hours" in self.answered:
            yield "hours", self._hours(self.answered["hours"])
        if "services" in self.answered and self.answered["services"].ticked:
            yield "services", self._services(office.get("services", []), self.answered["services"].ticked)

    def _date(self) -> Any:
        if "date" not in self.answered:
            return None
        written = self.answered["date"].one_line
        return scalar(date_meant(written) or written)

    def _hours(self, answer: Answer) -> Any:
        if answer.one_line == UNKNOWN:
            return UNKNOWN
        spans = []
        for number, line in answer.written:
            span = hours_span(line)
            spans.append(span)
            if span is None:
                message = f"여는 시간 '{shown(line)}'의 모양이 맞지 않습니다."
                hint = "한 줄에 하나씩 '평일 09:00~18:00 (12:00~13:00)'처럼 쓰거나, 모르면 '모름'이라고 쓰세요."
                self._fault("hours", number, "hours-shape", message, hint)
        return spans

    def _services(self, old: Sequence[Any], ticked: Sequence[str]) -> list[Any]:
        keys = {service.name: service.key for service in self.directory.services}
        given = {item if isinstance(item, str) else item.get("key") for item in old}
        return [*old, *({"key": key} for name in ticked if (key := keys.get(name, name)) not in given)]

    def _source(self, facts: Sequence[str]) -> dict[str, Any]:
        given = {name: self.answered[name].one_line for name in SOURCE_FIELDS if name in self.answered}
        if "url" not in given:
            return {**_ANY_SOURCE, "fields": list(facts)}
        if "date" in given:
            given["date"] = self._date()
        return {**given, "fields": list(facts)}

    def _new_findings(self, text: str, index: int) -> Iterator[Finding]:
        """What is wrong with the office in a text of the file, and was not before."""
        after = self.offices.read_again(text, self.directory.today)[1]
        for found in after:
            if found.path[:1] == (index,) and _kind(found) not in self.before:
                field, line = self._place(found)
                yield replace(found, file=self.file, line=line, column=1, path=(field,))

    def _place(self, found: Finding) -> tuple[str, int]:
        """The field of the form that a finding is about, and its line."""
        steps = [_FIELD_OF.get(step, step) for step in reversed(found.path) if isinstance(step, str)]
        field = next((step for step in steps if step in self.answered), "id")
        lines = self.answered[field].written
        span = found.path[2] if field == "hours" and len(found.path) > 2 else 0
        return field, lines[int(span)][0]

    def _fault(self, field: str, line: int, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(self.file, line, 1, code, Level.ERROR, (field,), message, hint))


def _sources(old: Sequence[Any], new: Mapping[str, Any], changed: Mapping[str, Any]) -> list[Any]:
    """The sources with the new one, which alone backs what it changed; services only grow, so theirs stay."""
    gone = changed.keys() - {"services"}
    sources = [{**source, "fields": [field for field in source["fields"] if field not in gone]} for source in old]
    same = next((source for source in sources if source["url"] == new.get("url")), None)
    if same is None:
        sources.append(dict(new))
    else:
        same["fields"] += [field for field in new["fields"] if field not in same["fields"]]
    return [source for source in sources if source["fields"]]


def _kind(found: Finding) -> tuple[object, ...]:
    return (found.code, found.path, found.message)


def _document(text: str) -> Document:
    document, _ = parse_document(OFFICES, text)
    if document is None:
        raise ValueError(f"{OFFICES} was read before and cannot be read again")
    return document
