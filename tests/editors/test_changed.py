"""The lines that a change touches, in real repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from maeul.editors.changed import NoSuchChangeError, changed_lines, read_diff


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "--quiet")
    for name in ("data/offices.yaml", "content/stories/가 나.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("".join(f"{number}\n" for number in range(1, 11)), "utf-8")
    _git(tmp_path, "add", ".")
    _commit(tmp_path)
    return tmp_path


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(("git", "-C", str(folder), *arguments), check=True, capture_output=True)


def _commit(folder: Path) -> None:
    _git(folder, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--all", "--message", "a")


def _write(repository: Path, text: str, name: str = "data/offices.yaml") -> None:
    (repository / name).write_text(text, "utf-8")


def test_lines_that_are_new_or_rewritten(repository: Path) -> None:
    _write(repository, "1\n둘\n3\n4\n새 줄\n새 줄\n5\n6\n7\n8\n9\n열")
    _commit(repository)
    assert changed_lines(repository, "HEAD^1") == {"data/offices.yaml": {2, 5, 6, 12}}


def test_where_lines_went_those_around_them_are_touched(repository: Path) -> None:
    _write(repository, "1\n2\n5\n6\n7\n8\n9\n10\n")
    assert changed_lines(repository, "HEAD") == {"data/offices.yaml": {2, 3}}


def test_content_that_looks_like_a_diff_is_content(repository: Path) -> None:
    _write(repository, "1\n++ b/data/cities.yaml\n@@ -1 +1,99 @@\n4\n5\n6\n7\n8\n9\n10\n")
    _commit(repository)
    _write(repository, "1\n-- a/data/cities.yaml\n+++ b/data/cities.yaml\n4\n5\n6\n7\n8\n9\n10\nend")
    assert changed_lines(repository, "HEAD") == {"data/offices.yaml": {2, 3, 11}}


def test_names_in_hangul_and_with_spaces(repository: Path) -> None:
    _write(repository, "하나\n", "content/stories/가 나.md")
    assert changed_lines(repository, "HEAD") == {"content/stories/가 나.md": {1}}


def test_settings_of_the_user_do_not_matter(repository: Path) -> None:
    for key, value in (("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true"), ("color.ui", "always")):
        _git(repository, "config", key, value)
    _write(repository, "하나\n" + "".join(f"{number}\n" for number in range(2, 11)))
    assert changed_lines(repository, "HEAD") == {"data/offices.yaml": {1}}


def test_names_are_those_below_the_folder_asked_about(repository: Path) -> None:
    _write(repository, "하나\n")
    _write(repository, "하나\n", "content/stories/가 나.md")
    assert changed_lines(repository / "data", "HEAD") == {"offices.yaml": {1}}


def test_nothing_changed(repository: Path) -> None:
    assert changed_lines(repository, "HEAD") == {}
    assert read_diff("") == {}


@pytest.mark.parametrize("since", ["nowhere", "--output=stolen.txt"])
def test_a_commit_that_is_none(repository: Path, since: str) -> None:
    with pytest.raises(NoSuchChangeError):
        changed_lines(repository, since)
    assert not (repository / "stolen.txt").exists()


def test_a_folder_without_git(tmp_path: Path) -> None:
    with pytest.raises(NoSuchChangeError):
        changed_lines(tmp_path, "HEAD")
