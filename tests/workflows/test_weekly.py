"""What happens every week: the site is built anew, and one issue lists what to look at."""

from __future__ import annotations

import json
from typing import Any

import pytest
from workflow_runner import Runner

MARKER = "<!-- maeul: weekly -->"
OLD = {
    "file": "data/offices.yaml",
    "line": 41,
    "column": 12,
    "path": [],
    "level": "warning",
    "code": "status-old",
    "message": "가",
    "hint": "나",
    "changed": None,
}
LINKS = "## 열리지 않는 출처\n\n…\n"


def _issue(number: int, login: str = "github-actions[bot]", body: str | None = MARKER) -> dict[str, Any]:
    return {"number": number, "user": {"login": login}, "body": body}


def _write(runner: Runner, issues: list[Any], findings: list[Any], links: str = "") -> list[tuple[str, str, Any]]:
    (runner.folder / "weekly").mkdir()
    (runner.folder / "weekly" / "findings.json").write_text(json.dumps({"findings": findings}), "utf-8")
    (runner.folder / "weekly" / "links.md").write_text(links, "utf-8")
    runner.answers({"issues": [issues]})
    outcome = runner.step("weekly.yml", "look", "이슈")
    assert outcome.returncode == 0, outcome.stderr
    return runner.sent


def test_the_site_is_built_anew(runner: Runner) -> None:
    assert runner.step("weekly.yml", "rebuild", "누리집 올리기 시작").returncode == 0
    assert runner.calls == [(["workflow", "run", "publish.yml"], None)]


def test_the_first_time_an_issue_is_written(runner: Runner) -> None:
    ((method, path, fields),) = _write(runner, [], [OLD], LINKS)
    assert (method, path, fields["title"]) == ("POST", "issues", "주마다 살펴볼 것")
    assert fields["body"].startswith(MARKER)
    assert "## 자료를 살폈습니다: 고칠 곳 0, 살펴볼 곳 1" in fields["body"]
    assert "https://github.com/example/maeul/blob/main/data/offices.yaml#L41" in fields["body"]
    assert fields["body"].endswith(LINKS)


@pytest.mark.parametrize(("findings", "links"), [([OLD], ""), ([], LINKS)])
def test_from_then_on_the_same_issue_is_rewritten_and_opened_again(
    runner: Runner, findings: list[Any], links: str
) -> None:
    issues = [_issue(9, "somebody"), _issue(8, body=None), _issue(7), _issue(6)]
    ((method, path, fields),) = _write(runner, issues, findings, links)
    assert (method, path, fields["state"]) == ("PATCH", "issues/7", "open")


def test_it_is_closed_while_there_is_nothing_to_look_at(runner: Runner) -> None:
    ((method, path, fields),) = _write(runner, [_issue(7)], [])
    assert (method, path, fields["state"]) == ("PATCH", "issues/7", "closed")


def test_without_an_issue_and_with_nothing_to_look_at_none_is_written(runner: Runner) -> None:
    assert _write(runner, [_issue(9, "somebody")], []) == []


def test_closed_issues_are_looked_through_too(runner: Runner) -> None:
    _write(runner, [_issue(7)], [])
    assert "state=all" in runner.calls[0][0]


def test_an_issue_is_never_longer_than_github_takes(runner: Runner) -> None:
    findings = [{**OLD, "line": line, "message": "가" * 200} for line in range(2000)]
    ((_, _, fields),) = _write(runner, [], findings, f"{'나' * 200}\n" * 2000)
    assert 50_000 < len(fields["body"]) <= 65_536
    assert fields["body"].endswith("길어서 다 싣지 못했습니다. 작업 요약(Summary)에는 모두 있습니다.\n")
