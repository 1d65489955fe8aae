"""Findings as workflow commands, which GitHub shows on the lines of a pull request.

A step may show ten errors and ten warnings; the log has all of them. Escapes are those of GitHub's own toolkit
(actions/toolkit, packages/core/src/command.ts).
"""

from __future__ import annotations

from maeul.editors.render.report import NONE, Report, count, counted
from maeul.load.findings import Finding, Level

SHOWN = 10  # of each level

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def github(report: Report) -> str:
    """A command for each finding, those on changed lines first; then how many GitHub does not show."""
    findings = report.touched_first
    commands = [_of(found) for found in findings]
    hidden = sum(max(0, count(findings, level) - SHOWN) for level in Level)
    if hidden:
        said = f"이 화면에 보이지 않는 곳이 {hidden}곳 더 있습니다. 작업 요약(Summary)에는 모두 있습니다."
        commands.append(command("notice", said, title=counted(findings)))
    return "".join(f"{said}\n" for said in commands or [NONE])


def command(name: str, data: str, **properties: object) -> str:
    """A workflow command: `::error file=a.yaml,line=3::data`."""
    fields = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {fields}::{_escaped(data, _DATA)}"


def _of(found: Finding) -> str:
    said = f"{found.message} {found.hint}"
    return command(found.level, said, file=found.file, line=found.line, col=found.column, title=found.code)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)
