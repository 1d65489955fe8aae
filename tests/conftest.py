"""Fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from maeul.directory import Directory
from maeul.reader import read_directory
from small_project import ROOT, TODAY, Project

# How long something takes is for tests/bench to tell; the same examples in every run, so that a change is what fails.
settings.register_profile("maeul", deadline=None, derandomize=True)
settings.load_profile("maeul")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small, sound project to break."""
    return Project.make(tmp_path / "project")


@pytest.fixture(scope="session")
def real() -> Directory:
    """The project's own records."""
    directory, findings = read_directory(ROOT, TODAY)
    assert directory is not None, findings[:5]
    return directory
