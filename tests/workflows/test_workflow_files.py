"""What every workflow keeps to: rights, pins, and scripts that cannot be talked into anything."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from small_project import ROOT
from workflow_runner import WORKFLOWS, read_workflow

FILES = sorted(WORKFLOWS.glob("*.yml"))

# The commits of released versions, as the actions' own repositories tag them.
PINS = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/configure-pages": ("45bfe0192ca1faeb007ade9deae92b16b8254a0d", "v6.0.0"),
    "actions/deploy-pages": ("cd2ce8fcbc39b97be8ca5fce6e763baed58fa128", "v5.0.0"),
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/upload-artifact": ("043fb46d1a93c77aae656e7c1c64a875d1fc6a0a", "v7.0.1"),
    "actions/upload-pages-artifact": ("fc324d3547104276b827a68afc52ff2a11cc49c9", "v5.0.0"),
}

READ = {"contents": "read"}
RIGHTS = {
    "check.yml": {"check": READ},
    "test.yml": {"test": READ},
    "comment.yml": {"comment": {"actions": "read", "contents": "read", "pull-requests": "write"}},
    "publish.yml": {"build": {**READ, "pages": "read"}, "deploy": {"pages": "write", "id-token": "write"}},
    "form.yml": {"answer": {**READ, "issues": "write"}},
    "weekly.yml": {"rebuild": {"actions": "write"}, "look": {**READ, "issues": "write"}},
}
STARTS = {
    "check.yml": {"pull_request"},
    "test.yml": {"pull_request", "push"},
    "comment.yml": {"workflow_run"},
    "publish.yml": {"push", "workflow_dispatch"},
    "form.yml": {"issues"},
    "weekly.yml": {"schedule", "workflow_dispatch"},
}


def _each_step() -> Iterator[Any]:
    for file in FILES:
        for name, job in read_workflow(file)["jobs"].items():
            for number, step in enumerate(job["steps"]):
                yield pytest.param(step, id=f"{file.stem}-{name}-{step.get('name', number)}")


STEPS = list(_each_step())


def _name(path: Path) -> str:
    return path.name


def test_these_are_the_workflows() -> None:
    assert {file.name for file in FILES} == set(RIGHTS) == set(STARTS)


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_rights_are_no_more_than_the_work_needs(file: Path) -> None:
    workflow = read_workflow(file)
    whole = workflow["permissions"]
    assert whole in (READ, {})
    rights = {name: job.get("permissions", whole) for name, job in workflow["jobs"].items()}
    assert rights == RIGHTS[file.name]


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_workflows_start_when_they_should_and_never_with_rights_over_foreign_code(file: Path) -> None:
    starts = read_workflow(file)["on"]
    assert ({starts} if isinstance(starts, str) else set(starts)) == STARTS[file.name]
    assert "pull_request_target" not in file.read_text("utf-8")


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_every_action_is_pinned_to_the_commit_of_a_release(file: Path) -> None:
    for used in re.findall(r"uses: (.+)", file.read_text("utf-8")):
        match = re.fullmatch(r"([\w/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", used)
        assert match, used
        assert (match[2], match[3]) == PINS[match[1]]


@pytest.mark.parametrize("file", FILES, ids=_name)
def test_every_job_ends_at_some_time(file: Path) -> None:
    assert all(job["timeout-minutes"] <= 90 for job in read_workflow(file)["jobs"].values())


@pytest.mark.parametrize("step", STEPS)
def test_no_text_of_others_stands_in_a_script(step: Any) -> None:
    assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("step", STEPS)
def test_scripts_are_files_that_are_tested_not_lines_in_a_workflow(step: Any) -> None:
    run = step.get("run", "")
    assert run.count("\n") <= 1
    for script in re.findall(r"\.github/scripts/\S+", run):
        assert (ROOT / script).is_file()
    for target in re.findall(r"\bmake (\S+)", run):
        assert re.search(rf"^{re.escape(target)}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("step", STEPS)
def test_a_checkout_leaves_no_token_behind(step: Any) -> None:
    if step.get("uses", "").startswith("actions/checkout@"):
        assert step["with"]["persist-credentials"] is False
        assert "ref" not in step["with"]


@pytest.mark.parametrize("step", STEPS)
def test_the_token_goes_only_to_steps_that_write(step: Any) -> None:
    if "GH_TOKEN" in step.get("env", {}):
        assert re.fullmatch(
            r"gh workflow run publish\.yml|\S*python3? \.github/scripts/(post_comment|weekly_issue|answer_form)\.py.*",
            step["run"],
        )


def test_workflows_name_each_other_rightly() -> None:
    started_by = read_workflow(WORKFLOWS / "comment.yml")["on"]["workflow_run"]["workflows"]
    assert started_by == [read_workflow(WORKFLOWS / "check.yml")["name"]]


def test_foreign_code_runs_only_where_nothing_may_be_written() -> None:
    for file in FILES:
        if "pull_request" in STARTS[file.name]:
            assert all(rights == READ for rights in RIGHTS[file.name].values())


def test_actionlint_has_nothing_to_say() -> None:
    actionlint = Path(sys.executable).with_name("actionlint")
    command = (actionlint, "-shellcheck=", "-pyflakes=", *FILES)
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "", "")
