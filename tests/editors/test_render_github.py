"""Findings as workflow commands, read back here as GitHub's runner reads them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from maeul.editors.render.github import SHOWN, command, github
from maeul.editors.render.report import Report
from maeul.load.findings import Finding, Level

_ANY = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("%:,\r\n;=AD035"))


def _finding(line: int = 3, level: Level = Level.ERROR, file: str = "data/offices.yaml", said: str = "가") -> Finding:
    return Finding(file, line, 5, "time-shape", level, (), said, "나 쓰세요.")


def _data(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _property(text: str) -> str:
    return _data(text.replace("%3A", ":").replace("%2C", ","))


def _read(said: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner takes it apart: at the first `::` after its head, at commas, at the first `=` of each."""
    match = re.fullmatch(r"::(\w+) (.*?)::([^\n\r]*)", said)
    assert match, said
    fields = dict(field.split("=", 1) for field in match[2].split(","))
    return match[1], {key: _property(value) for key, value in fields.items()}, _data(match[3])


def _lines(report: Report) -> list[str]:
    shown = re.findall(r"^::error .*?line=(\d+)", github(report), re.MULTILINE)
    return [str(line) for line in shown]


def test_a_finding_is_one_command() -> None:
    expected = "::error file=data/offices.yaml,line=3,col=5,title=time-shape::가 나 쓰세요.\n"
    assert github(Report([_finding()])) == expected
    assert github(Report([_finding(level=Level.WARNING)])) == expected.replace("::error", "::warning")


def test_signs_that_mean_something_to_the_runner_are_escaped() -> None:
    found = _finding(file="content/stories/a,b:c%d.md", said="10%: 가, 나\r\n다")
    assert github(Report([found])) == (
        "::error file=content/stories/a%2Cb%3Ac%25d.md,line=3,col=5,title=time-shape::"
        "10%25: 가, 나%0D%0A다 나 쓰세요.\n"
    )


@given(data=_ANY, file=_ANY)
def test_whatever_is_said_arrives_whole(data: str, file: str) -> None:
    assert _read(command("error", data, file=file, line=3)) == ("error", {"file": file, "line": "3"}, data)


def test_lines_of_the_change_come_first_because_only_ten_are_shown() -> None:
    findings = [_finding(line) for line in range(1, 31)]
    assert _lines(Report(findings, {"data/offices.yaml": {25, 30}, "data/cities.yaml": {1}}))[:3] == ["25", "30", "1"]
    assert len(_lines(Report(findings))) == 30


def test_last_line_tells_how_many_are_not_shown() -> None:
    findings = [_finding(line) for line in range(SHOWN + 3)]
    findings += [_finding(line, Level.WARNING) for line in range(SHOWN + 1)]
    assert github(Report(findings)).splitlines()[-1] == (
        "::notice title=고칠 곳 13%2C 살펴볼 곳 11::"
        "이 화면에 보이지 않는 곳이 4곳 더 있습니다. 작업 요약(Summary)에는 모두 있습니다."
    )


def test_ten_errors_and_ten_warnings_are_all_shown() -> None:
    findings = [_finding(line, level) for level in Level for line in range(SHOWN)]
    assert "::notice" not in github(Report(findings))


def test_without_findings_the_log_says_so_and_there_is_no_command() -> None:
    assert github(Report([])) == "고칠 곳이 없습니다.\n"
