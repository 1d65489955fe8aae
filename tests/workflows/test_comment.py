"""The comment on a pull request, written from what the check left behind, which anybody may have made."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest
from workflow_runner import REPOSITORY, Runner

SHA = "0123456789abcdef0123456789abcdef01234567"
MARKER = "<!-- maeul: check -->"
FOUND = {
    "file": "data/offices.yaml",
    "line": 41,
    "column": 12,
    "path": [0],
    "level": "error",
    "code": "time-shape",
    "message": "가",
    "hint": "나",
    "changed": True,
}


def _findings(*findings: Mapping[str, Any]) -> str:
    return json.dumps({"version": 1, "findings": findings})


def _pull(number: int, sha: str = SHA) -> dict[str, Any]:
    return {"number": number, "head": {"sha": sha}}


class Left:
    """What a check left behind, and what GitHub says of it."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.answers: dict[str, Any] = {"pulls": [_pull(7)], "issues/7/comments": [[]]}
        self.run: dict[str, Any] = {
            "id": 99,
            "head_sha": SHA,
            "head_branch": "고침",
            "head_repository": {"owner": {"login": "somebody"}},
        }

    def comment(self, files: Mapping[str, str], size: int = 100) -> str:
        """Run the step; what was written to the log of errors."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        file = self.runner.folder / "review.zip"
        file.write_bytes(packed.getvalue())
        artifacts = [{"id": 5, "name": "review", "size_in_bytes": size}, {"id": 6, "name": "site", "size_in_bytes": 9}]
        known = {"actions/runs/99/artifacts": {"artifacts": artifacts}, "actions/artifacts/5/zip": f"file:{file}"}
        return self.step({**known, **self.answers})

    def step(self, answers: Mapping[str, Any]) -> str:
        self.runner.answers(answers)
        self.runner.event(workflow_run=self.run)
        outcome = self.runner.step("comment.yml", "comment", "댓글")
        return outcome.stderr

    @property
    def body(self) -> str:
        ((_, _, fields),) = self.runner.sent
        return str(fields["body"])


@pytest.fixture
def left(runner: Runner) -> Left:
    return Left(runner)


def test_the_comment_tells_findings_changes_and_where_the_preview_is(left: Left) -> None:
    left.comment(
        {"findings.json": _findings(FOUND), "changes.txt": "신장1동: 전화번호\n\n달라지는 페이지 1개\n  offices/a/\n"}
    )
    page = f"https://github.com/{REPOSITORY}"
    line = f"{page}/blob/{SHA}/data/offices.yaml#L41"
    assert left.body == (
        f"{MARKER}\n"
        "## 자료를 살폈습니다: 고칠 곳 1, 살펴볼 곳 0\n\n"
        "'고칠 곳'을 모두 고쳐야 누리집에 실립니다. '살펴볼 곳'은 그대로 두어도 실립니다.\n\n"
        "### 이번에 바꾼 줄\n\n"
        "| 자리 | 무엇이 틀렸나 | 무엇을 쓰나 |\n|---|---|---|\n"
        f"| [data/offices.yaml 41행 12칸]({line})<br>고칠 곳 `time-shape` | 가 | 나 |\n"
        "\n## 바뀌는 내용\n\n- 신장1동: 전화번호\n- 달라지는 페이지 1개\n  - offices/a/\n\n"
        f"살핀 커밋 {SHA} · [작업 요약]({page}/actions/runs/99) · "
        f"[미리 본 누리집 내려받기]({page}/actions/runs/99/artifacts/6)"
    )


def test_the_first_comment_is_new_and_the_next_check_rewrites_it(left: Left) -> None:
    left.comment({"findings.json": _findings()})
    assert [call[:2] for call in left.runner.sent] == [("POST", "issues/7/comments")]
    ours = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\n먼젓번"}
    left.answers["issues/7/comments"] = [[{**ours, "id": 2, "body": "다른 말"}], [ours]]
    left.comment({"findings.json": _findings()})
    assert [call[:2] for call in left.runner.sent][1:] == [("PATCH", "issues/comments/3")]


def test_a_comment_of_somebody_else_is_never_rewritten(left: Left) -> None:
    left.answers["issues/7/comments"] = [[{"id": 2, "user": {"login": "somebody"}, "body": MARKER}]]
    left.comment({"findings.json": _findings()})
    assert [call[:2] for call in left.runner.sent] == [("POST", "issues/7/comments")]


def test_github_says_which_pull_request_it_is(left: Left) -> None:
    left.answers["pulls"] = [_pull(6, "f" * 40), _pull(7)]
    left.comment({"findings.json": _findings(), "number": "1", "pr": "1"})
    assert [path for _, path, _ in left.runner.sent] == ["issues/7/comments"]
    assert ["api", f"repos/{REPOSITORY}/pulls", "--method", "GET", "--raw-field", "state=open"] in [
        asked[:6] for asked, _ in left.runner.calls
    ]
    assert any("head=somebody:고침" in asked for asked, _ in left.runner.calls)


@pytest.mark.parametrize("pulls", [[], [_pull(7, "f" * 40)]])
def test_an_old_check_and_a_closed_pull_request_get_no_comment(left: Left, pulls: list[Any]) -> None:
    left.answers["pulls"] = pulls
    assert left.comment({"findings.json": _findings()}) == ""
    assert left.runner.sent == []


def test_a_fork_that_is_gone_gets_no_comment(left: Left) -> None:
    left.run["head_repository"] = None
    assert left.comment({"findings.json": _findings()}) == ""
    assert left.runner.sent == []


def test_a_check_that_left_nothing_gets_no_comment(left: Left) -> None:
    assert left.step({"actions/runs/99/artifacts": {"artifacts": []}}) == ""
    assert left.runner.sent == []


def test_nothing_that_was_left_behind_can_call_people_or_bring_markup(left: Left) -> None:
    evil = "@admin <img src=//x> [가](//x) <!-- --> #1 | x |"
    finding = {**FOUND, "message": evil, "hint": evil, "file": f"data/{evil}.yaml"}
    left.comment({"findings.json": _findings(finding), "changes.txt": f"{evil}\n<details>\n```\n  {evil}\n# 제목\n"})
    body = left.body.removeprefix(MARKER)
    for sign in ("@admin", "<img", "<!--", "<details", "[가]", "```", " #1", "- # 제목"):
        assert sign not in body


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"findings.json": ""},
        {"findings.json": "{}"},
        {"findings.json": "[" * 100_000},
        {"findings.json": '{"findings": 3}'},
        {"findings.json": _findings({**FOUND, "level": "fatal"})},
        {"findings.json": _findings({**FOUND, "line": "::"})},
        {"findings.json": _findings({**FOUND, "code": "x` @admin"})},
        {"findings.json": _findings({**FOUND, "code": 3})},
        {"findings.json": _findings({"file": "a"})},
        {"findings.json": _findings() + " " * 20_000_000},
    ],
    ids=lambda files: str(files)[:60],
)
def test_what_no_check_would_leave_is_refused_in_a_sentence(left: Left, files: Mapping[str, str]) -> None:
    assert left.comment(files).startswith("살핀 결과를 읽을 수 없어 댓글을 달지 않았습니다")
    assert left.runner.sent == []


def test_an_archive_that_is_too_big_is_not_fetched(left: Left) -> None:
    assert "읽을 수 없어" in left.comment({"findings.json": _findings()}, size=5_000_001)
    assert not any("zip" in asked[1] for asked, _ in left.runner.calls)


def test_what_is_no_archive_is_refused(left: Left) -> None:
    (left.runner.folder / "no.zip").write_bytes(b"no")
    left.answers["actions/artifacts/5/zip"] = f"file:{left.runner.folder / 'no.zip'}"
    assert "읽을 수 없어" in left.comment({"findings.json": _findings()})


def test_a_comment_is_never_longer_than_github_takes(left: Left) -> None:
    findings = [{**FOUND, "line": line, "message": "가" * 200} for line in range(2000)]
    changes = "".join(f"관리소 {number}: {'나' * 100}\n" for number in range(2000))
    left.comment({"findings.json": _findings(*findings), "changes.txt": changes})
    assert 60_000 < len(left.body) <= 65_536
    assert "여기에 다 싣지 못한 곳이" in left.body
    assert "길어서 다 싣지 못했습니다" in left.body
    assert "작업 요약](https://" in left.body


def test_the_script_needs_nothing_that_is_not_in_the_repository(left: Left) -> None:
    left.comment({"findings.json": _findings(FOUND)})
    alone = left.runner.run("python3 -S -c 'import sys; sys.path.insert(0, \".github/scripts\"); import post_comment'")
    assert alone.returncode == 0, alone.stderr
