"""A project folder that is small and sound, for tests to break; and where and when the tests take place."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from maeul.editors.check import check_project
from maeul.load.findings import Finding
from maeul.reader import read_directory

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)
OFFICES = "data/offices.yaml"
STORY = "content/stories/story.md"
GOOD = ROOT / "tests" / "load" / "good"


@dataclass(frozen=True)
class Project:
    """A project folder with two offices, two cities, two services and one story."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> Project:
        project = cls(root)
        for path in GOOD.glob("*.yaml"):
            project.write(f"data/{path.name}", path.read_bytes())
        project.write(STORY, (GOOD / "story.md").read_bytes())
        (root / "data" / "geo").symlink_to(ROOT / "data" / "geo")
        return project

    def write(self, file: str, content: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def findings(self) -> tuple[Finding, ...]:
        return read_directory(self.root, TODAY)[1]

    def all_findings(self) -> tuple[Finding, ...]:
        """Those too that only `maeul check` tells; with ids of the published site when `published.json` is there."""
        published = "published.json" if (self.root / "published.json").exists() else None
        return check_project(self.root, TODAY, published=published)

    def check(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """`maeul check` in a process of its own, started in the project's folder."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "MAEUL_TODAY": TODAY.isoformat()}
        command = [sys.executable, "-m", "maeul", "check", *arguments]
        return subprocess.run(
            command,
            cwd=self.root,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
