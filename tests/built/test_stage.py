"""The same site without hooks: staged by `maeul stage`, built by MkDocs as any project of Markdown files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from built.building import REPO_URL, SITE_URL, Copy, prints
from small_project import ROOT, TODAY, Project


def _stage(root: Path, out: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "hooks"),
        "SITE_URL": SITE_URL,
        "REPO_URL": REPO_URL,
        "MAEUL_TODAY": TODAY.isoformat(),
    }
    command = [sys.executable, "-m", "maeul", "stage", str(out), "--root", str(root)]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def staged(built: Copy, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The project staged, and built from there by MkDocs alone."""
    out = tmp_path_factory.mktemp("staged") / "out"
    result = _stage(built.root, out)
    assert result.returncode == 0, result.stdout + result.stderr
    return Copy(out).built()


def _pages(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def _solid(text: str) -> str:
    return "".join(text.split())


def test_both_ways_make_the_same_pages(built: Copy, staged: Copy) -> None:
    assert _pages(staged.site) == _pages(built.site)


def test_both_ways_make_the_same_files_but_for_the_sitemap(built: Copy, staged: Copy) -> None:
    with_hooks = {name: mark for name, mark in prints(built.site).items() if not name.endswith(".html")}
    without = prints(staged.site)
    differing = {name for name, mark in with_hooks.items() if without.get(name) != mark}
    assert differing == {"sitemap.xml"}  # MkDocs writes one of its own where it knows all pages


def test_each_page_shows_the_same_in_both(built: Copy, staged: Copy) -> None:
    for file in sorted((staged.root / "docs").rglob("*.md")):
        name = file.relative_to(staged.root / "docs").with_name("index.html")
        own = _solid(file.read_text("utf-8").rpartition("</script>\n")[2].removesuffix("</div>\n"))
        assert own in _solid((built.site / name).read_text("utf-8")), name
        assert own in _solid((staged.site / name).read_text("utf-8")), name


def test_a_folder_with_something_in_it_is_left_alone(project: Project, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    result = _stage(project.root, tmp_path)
    assert (result.returncode, result.stderr) == (
        2,
        f"'{tmp_path}'은(는) 비어 있는 폴더가 아닙니다. 아직 없는 폴더 이름을 쓰세요.\n",
    )
    assert (tmp_path / "mine.txt").exists()


def test_with_errors_in_the_data_nothing_is_staged(fresh: Copy, tmp_path: Path) -> None:
    fresh.append("data/offices.yaml", "\n- id: half\n")
    result = _stage(fresh.root, tmp_path / "out")
    assert result.returncode == 1
    assert "data/offices.yaml:" in result.stdout
    assert not (tmp_path / "out").exists()
