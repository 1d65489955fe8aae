"""A version of the data: a project folder, a folder of data, a file of offices, or a name that git knows."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from maeul.directory import OFFICES, Directory
from maeul.load.findings import Finding, Level
from maeul.reader import read_directory

_FOLDERS = ("data", "content/stories")  # what the directory is read from


class NoSuchVersionError(ValueError):
    """There is neither a folder nor a file nor a commit of this name."""


def read_version(name: str, root: Path, today: date) -> tuple[Directory | None, tuple[Finding, ...]]:
    """The directory of a version, None when it has errors, and these; `root` is the project that a file belongs to."""
    with _located(name, root) as (folder, offices, shown):
        directory, findings = read_directory(folder, today, offices=offices)
    errors = (found for found in findings if found.level is Level.ERROR)
    return directory, tuple(replace(found, file=f"{shown}{found.file}") for found in errors)


@contextmanager
def _located(name: str, root: Path) -> Iterator[tuple[Path, str, str]]:
    """The project folder, the file of offices in it, and what is shown before the names of its files."""
    path = Path(name)
    if (path / OFFICES).exists():
        yield path, OFFICES, f"{path}/" if path != Path() else ""
    elif (path / Path(OFFICES).name).exists() and path.resolve().name == Path(OFFICES).parent.name:
        yield path.resolve().parent, OFFICES, f"{path.resolve().parent}/"
    elif path.is_file():
        yield root, str(path.resolve()), ""
    else:
        with TemporaryDirectory() as folder:
            _extract(name, root, Path(folder))
            yield Path(folder), OFFICES, f"{name}:"


def _extract(name: str, root: Path, folder: Path) -> None:
    """Puts the data as a commit has it into a folder."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", commit, *_FOLDERS))) as archive:
        archive.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(("git", "-C", str(root), *arguments), capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoSuchVersionError from error
