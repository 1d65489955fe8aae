"""Runs the steps of workflows on this machine, with a stand-in for GitHub's command `gh`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from maeul.load.document import read_document
from small_project import ROOT, TODAY, Project

WORKFLOWS = ROOT / ".github" / "workflows"
SCRIPTS = ROOT / ".github" / "scripts"
REPOSITORY = "example/maeul"

_GH = """#!{python}
import json, os, sys
from pathlib import Path
folder = Path(os.environ["GH_STAND_IN"])
given = "" if "--input" not in sys.argv else sys.stdin.read()
with (folder / "calls.jsonl").open("a") as calls:
    calls.write(json.dumps([sys.argv[1:], given]) + "\\n")
answers = json.loads((folder / "answers.json").read_text())
answer = answers.get(sys.argv[2].removeprefix("repos/{repository}/"), "")
if str(answer).startswith("file:"):
    sys.stdout.buffer.write(Path(answer.removeprefix("file:")).read_bytes())
else:
    print(json.dumps(answer))
"""


@dataclass
class Runner:
    """Runs the steps of workflows as GitHub's machines do, in a folder of its own."""

    project: Project
    folder: Path
    environment: dict[str, str]

    @classmethod
    def make(cls, project: Project, folder: Path) -> Runner:
        """A runner in a project that has this repository's scripts, and a folder for what they leave behind."""
        (folder / "bin").mkdir(parents=True)
        for name in (".venv", ".github", "hooks"):
            (project.root / name).symlink_to(ROOT / name)
        gh = folder / "bin" / "gh"
        gh.write_text(_GH.replace("{python}", sys.executable).replace("{repository}", REPOSITORY))
        gh.chmod(0o755)
        environment = {
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "hooks"),
            "MAEUL_TODAY": TODAY.isoformat(),
            "RUNNER_TEMP": str(folder),
            "GH_STAND_IN": str(folder),
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_SHA": "0" * 40,
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        }
        runner = cls(project, folder, environment)
        runner.answers({})
        return runner

    def run(self, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ("bash", "-e", "-c", command),
            cwd=self.project.root,
            env={**os.environ, **self.environment, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def step(self, workflow: str, job: str, name: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the step of that name, with the plain values of its `env:`."""
        step = next(step for step in steps_of(workflow, job) if step.get("name") == name)
        plain = {key: value for key, value in step.get("env", {}).items() if "${{" not in value}
        return self.run(step["run"], **plain, **environment)

    @property
    def summary(self) -> str:
        return (self.folder / "summary.md").read_text("utf-8")

    def answers(self, answers: Mapping[str, Any]) -> None:
        """What `gh api` answers, by path below the repository; `file:…` is a file's bytes."""
        (self.folder / "answers.json").write_text(json.dumps(answers))

    def event(self, **event: Any) -> None:
        (self.folder / "event.json").write_text(json.dumps(event))

    @property
    def calls(self) -> list[tuple[list[str], Any]]:
        """What was asked of `gh`: its arguments, and what it was given."""
        file = self.folder / "calls.jsonl"
        lines = file.read_text().splitlines() if file.exists() else []
        calls = [json.loads(line) for line in lines]
        return [(arguments, json.loads(given) if given else None) for arguments, given in calls]

    @property
    def sent(self) -> list[tuple[str, str, Any]]:
        """What was written on GitHub: method, path below the repository, fields."""
        below = f"repos/{REPOSITORY}/"
        return [(asked[3], asked[1].removeprefix(below), given) for asked, given in self.calls if given is not None]


def steps_of(workflow: str, job: str) -> list[Any]:
    steps: list[Any] = read_workflow(WORKFLOWS / workflow)["jobs"][job]["steps"]
    return steps


def read_workflow(path: Path) -> Any:
    """A workflow's plain data; ours reads `on` as GitHub does, as text."""
    document, findings = read_document(path.name, path.read_bytes())
    assert document is not None, findings
    return document.data
