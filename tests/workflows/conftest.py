"""What the tests of workflows share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_project import Project
from workflow_runner import REPOSITORY, SCRIPTS, Runner


@pytest.fixture
def runner(project: Project, tmp_path: Path) -> Runner:
    """A sound small project as a workflow finds it."""
    return Runner.make(project, tmp_path / "runner")


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts can be imported."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(SCRIPTS))
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://github.com")
    yield
    for name in set(sys.modules) - before:
        if (SCRIPTS / f"{name}.py").exists():
            del sys.modules[name]
