"""The steps of check.yml, on a pull request that is merged for the check."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from small_project import OFFICES, ROOT
from workflow_runner import Runner


@pytest.fixture
def merged(runner: Runner) -> Runner:
    """The base has one fault already; the pull request makes another."""
    _git(runner, "init --quiet --initial-branch main")
    (runner.project.root / ".git" / "info" / "exclude").write_text(".venv\n.github\nhooks\n")
    _replace(runner, "staff: 5", "staff: 0")
    _git(runner, "add .")
    _commit(runner)
    _git(runner, "checkout --quiet -b change")
    _replace(runner, "city: goyang", "city: goyan")
    _commit(runner)
    _git(runner, "checkout --quiet main")
    _git(runner, "-c user.name=a -c user.email=a@example.org merge --quiet --no-ff --no-edit change")
    return runner


def _git(runner: Runner, arguments: str) -> None:
    outcome = runner.run(f"git {arguments}")
    assert outcome.returncode == 0, outcome.stderr


def _commit(runner: Runner) -> None:
    _git(runner, "-c user.name=a -c user.email=a@example.org commit --quiet --all --message a")


def _replace(runner: Runner, old: str, new: str) -> None:
    text = (runner.project.root / OFFICES).read_text("utf-8")
    assert old in text
    runner.project.write(OFFICES, text.replace(old, new, 1))


def test_faults_end_the_step_and_are_shown_on_the_lines_of_the_change_first(merged: Runner) -> None:
    outcome = merged.step("check.yml", "check", "고칠 곳")
    assert outcome.returncode == 1
    assert re.findall(r"^::error file=(.*?),.*title=(.*?)::", outcome.stdout, re.MULTILINE) == [
        (OFFICES, "city-unknown"),
        (OFFICES, "value-number"),
    ]


def test_the_summary_has_all_findings_with_links(merged: Runner) -> None:
    merged.step("check.yml", "check", "고칠 곳")
    assert merged.summary.startswith("## 자료를 살폈습니다: 고칠 곳 2, 살펴볼 곳 0\n")
    assert f"https://github.com/example/maeul/blob/{'0' * 40}/data/offices.yaml#L" in merged.summary
    assert merged.summary == (merged.folder / "review" / "findings.md").read_text("utf-8")


def test_findings_are_left_for_the_comment(merged: Runner) -> None:
    merged.step("check.yml", "check", "고칠 곳")
    left = json.loads((merged.folder / "review" / "findings.json").read_text("utf-8"))
    assert {found["code"]: found["changed"] for found in left["findings"]} == {
        "city-unknown": True,
        "value-number": False,
    }


def test_without_faults_the_step_passes(runner: Runner) -> None:
    _git(runner, "init --quiet")
    _git(runner, "add data content")
    _commit(runner)
    _replace(runner, "staff: 5", "staff: 6")
    _commit(runner)
    outcome = runner.step("check.yml", "check", "고칠 곳")
    assert (outcome.returncode, outcome.stdout) == (0, "고칠 곳이 없습니다.\n")


def test_what_changes_is_told_in_the_summary_and_left_for_the_comment(runner: Runner) -> None:
    data = runner.project.root / "data"
    (data / "geo").unlink()  # a link that leads out of the project is no data of a commit
    for name in ("geo", "i18n"):
        shutil.copytree(ROOT / "data" / name, data / name)
    _git(runner, "init --quiet")
    _git(runner, "add data content")
    _commit(runner)
    _replace(runner, "staff: 5", "staff: 6")
    _commit(runner)
    outcome = runner.step("check.yml", "check", "바뀌는 것")
    assert outcome.returncode == 0, outcome.stderr
    sentence = "일하는 사람 수가 5명에서 6명으로 바뀝니다."
    assert runner.summary.startswith("## 바뀌는 내용\n")
    assert f"- {sentence}\n" in runner.summary
    left = (runner.folder / "review" / "changes.txt").read_text("utf-8")
    assert left.startswith("신장1동 행복마을관리소")
    assert sentence in left


def test_with_faults_nobody_can_say_what_changes(merged: Runner) -> None:
    assert merged.step("check.yml", "check", "바뀌는 것").returncode == 0
    said = "자료에 고칠 곳이 있어 무엇이 바뀌는지 아직 적지 못했습니다.\n"
    assert merged.summary == (merged.folder / "review" / "changes.txt").read_text("utf-8") == said


def test_a_summary_that_github_would_drop_is_left_out(runner: Runner) -> None:
    (runner.folder / "long.md").write_text("가" * 200_000, "utf-8")
    assert runner.run(f"bash .github/scripts/summarise.sh {runner.folder}/long.md").returncode == 0
    assert runner.summary == "너무 길어 여기에 다 싣지 못했습니다. 아래 Artifacts의 review에서 long.md을 여세요.\n"
