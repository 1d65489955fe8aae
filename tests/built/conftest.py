"""The site, built once, and copies of the project to change."""

from __future__ import annotations

from pathlib import Path

import pytest
from built.building import SITE_URL, Copy, copy_project
from built.links import Site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The project built; not to be changed."""
    return copy_project(tmp_path_factory.mktemp("built") / "project").built()


@pytest.fixture(scope="session")
def site(built: Copy) -> Site:
    return Site(built.site, SITE_URL)


@pytest.fixture
def fresh(built: Copy, tmp_path: Path) -> Copy:
    """A copy of the same project of the test's own, not built yet."""
    return copy_project(tmp_path / "project", built.root)
