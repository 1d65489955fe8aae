"""The answer to an issue that was written by the form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from issue_form import form, submitted
from small_project import OFFICES, ROOT
from workflow_runner import Runner, read_workflow

MARKER = "<!-- maeul: form -->"
FORM = {
    "id": "hanam-sinjang-1",
    "wrong": "달라요",
    "phone": "031-000-0001",
    "url": "https://www.hanam.go.kr/1",
    "publisher": "하남시",
    "date": "2026-11-20",
}


def _answer(runner: Runner, body: str | None, comments: list[Any] | None = None) -> tuple[str, str, str]:
    """Run the step; how and where the comment was written, and the comment."""
    runner.answers({"issues/4/comments": [comments or []]})
    runner.event(issue={"number": 4, "body": body})
    outcome = runner.step("form.yml", "answer", "답")
    assert outcome.returncode == 0, outcome.stderr
    ((method, path, fields),) = runner.sent
    return method, path, fields["body"]


def test_the_record_is_given_to_paste(runner: Runner) -> None:
    method, path, body = _answer(runner, submitted(FORM))
    assert (method, path) == ("POST", "issues/4/comments")
    assert body.startswith(f"{MARKER}\n알려 주셔서 고맙습니다.")
    assert "(https://github.com/example/maeul/blob/main/data/offices.yaml#L1)" in body
    record = body.split("```")[1].removeprefix("yaml\n")
    before = (runner.project.root / OFFICES).read_text("utf-8").split("\n\n")[0]
    assert [line for line in record.splitlines() if line not in before.splitlines()] == [
        "  phone: 031-000-0001",
        "      fields: [serves, address, building, hours, services, projects, opened, operator, staff, status]",
        '    - {url: "https://www.hanam.go.kr/1", publisher: 하남시, date: 2026-11-20, fields: [phone]}',
    ]


def test_what_is_not_right_is_told_by_the_labels_of_the_form(runner: Runner) -> None:
    _, _, body = _answer(runner, submitted({**FORM, "phone": "010-1234-5678", "date": "어제"}))
    assert "- **전화**: 신장1동 행복마을관리소 · 휴대전화 번호 '010-1234-5678'은 실을 수 없습니다." in body
    assert "- **출처 날짜**: " in body
    assert "```" not in body


def test_the_answer_is_rewritten_when_the_issue_is_edited(runner: Runner) -> None:
    ours = {"id": 8, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\n먼젓번"}
    assert _answer(runner, submitted(FORM), [ours])[:2] == ("PATCH", "issues/comments/8")


@pytest.mark.parametrize("body", [submitted({**FORM, "phone": ""}), submitted({"id": FORM["id"], "wrong": "달라요"})])
def test_without_a_change_in_a_field_people_read_it(runner: Runner, body: str) -> None:
    assert "사람이 읽고 고칩니다" in _answer(runner, body)[2]


@pytest.mark.parametrize("body", [None, "", "안녕하세요"])
def test_an_issue_that_is_no_form(runner: Runner, body: str | None) -> None:
    assert "- **관리소 id**: id가 ''인 관리소가 없습니다." in _answer(runner, body)[2]


def test_what_is_written_cannot_leave_its_place(runner: Runner) -> None:
    evil = "```` </code> @admin <img src=//x> ```"
    _, _, body = _answer(runner, submitted({**FORM, "building": evil}))
    assert body.count("\n`````yaml\n") == 1
    assert body.endswith("\n`````")
    _, _, body = _answer_again(runner, submitted({**FORM, "phone": evil}))
    for sign in ("@admin", "<img", "</code>", "\n```"):
        assert sign not in body


def _answer_again(runner: Runner, body: str) -> tuple[str, str, str]:
    (runner.folder / "calls.jsonl").unlink()
    return _answer(runner, body)


def test_an_answer_is_never_longer_than_github_takes(runner: Runner) -> None:
    _, _, body = _answer(runner, submitted({**FORM, "building": "가" * 60_000}))
    assert len(body) <= 65_536
    assert "너무 길어" in body


def test_only_issues_of_the_form_are_answered() -> None:
    workflow = read_workflow(ROOT / ".github" / "workflows" / "form.yml")
    (label,) = form()["labels"]
    assert f"'{label}'" in workflow["jobs"]["answer"]["if"]
    assert Path(ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml").exists()
