"""All findings of a project, or those of the files that were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from maeul.clock import today_in_seoul
from maeul.directory import CITIES, OFFICES, PROGRAMME, SERVICES, STORIES
from maeul.load.findings import Finding, in_order
from maeul.reader import read_directory


def check_files(root: Path, files: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Findings of the whole project, or only of `files`.

    A file that is none of the project's records is read as if it were: Markdown as a story, all else as office records.
    """
    today = today_in_seoul()
    if not files:
        return read_directory(root, today)[1]
    names = dict.fromkeys(_name(root, file) for file in files)
    found: list[Finding] = []
    if any(_is_own(root, name) for name in names):
        found += read_directory(root, today)[1]
    for name in names:
        if name.endswith(".md") and not _is_own(root, name):
            found += read_directory(root, today, stories=[name])[1]
        elif not _is_own(root, name):
            found += read_directory(root, today, offices=name)[1]
    return in_order(finding for finding in found if finding.file in names)


def _name(root: Path, file: str) -> str:
    """The file's name from the project's folder, as findings give it; the whole path for a file outside."""
    path = Path(file).parent.resolve() / Path(file).name
    folder = root.resolve()
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def _is_own(root: Path, name: str) -> bool:
    if name in (OFFICES, CITIES, SERVICES, PROGRAMME):
        return True
    return Path(name).parent.as_posix() == STORIES and name.endswith(".md") and (root / name).exists()
