"""All findings of a project, or those of the files that were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from maeul.clock import today_in_seoul
from maeul.directory import CITIES, HOLIDAYS, OFFICES, PROGRAMME, SERVICES, STORIES
from maeul.editors.review import missing_since, review
from maeul.load.findings import Finding, in_order
from maeul.reader import read_project


def check_files(root: Path, files: Sequence[str] = (), published: str | None = None) -> tuple[Finding, ...]:
    """Findings of the whole project, or only of `files`.

    A file that is none of the project's records is read as if it were: Markdown as a story, all else as office records.
    `published` is an `offices.json` of the published site, whose ids must still be known.
    """
    today = today_in_seoul()
    site = None if published is None else _name(root, published)
    if not files:
        return check_project(root, today, published=site)
    names = dict.fromkeys(_name(root, file) for file in files)
    found: list[Finding] = []
    if any(_is_own(root, name) for name in names):
        found += check_project(root, today, published=site)
    for name in names:
        if name.endswith(".md") and not _is_own(root, name):
            found += check_project(root, today, stories=[name])
        elif not _is_own(root, name):
            found += check_project(root, today, offices=name, published=site)
    return in_order(finding for finding in found if finding.file in (*names, site))


def check_project(
    root: Path,
    today: date,
    offices: str = OFFICES,
    stories: Sequence[str] | None = None,
    published: str | None = None,
) -> tuple[Finding, ...]:
    """Everything that can be told of a project on a day; the names of files are from its folder."""
    reading = read_project(root, today, offices, stories)
    found = [*reading.findings, *review(reading, today)]
    if published is not None:
        found += missing_since(published, root, reading, offices)
    return in_order(found)


def _name(root: Path, file: str) -> str:
    """The file's name from the project's folder, as findings give it; the whole path for a file outside."""
    path = Path(file).parent.resolve() / Path(file).name
    folder = root.resolve()
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def _is_own(root: Path, name: str) -> bool:
    if name in (OFFICES, CITIES, SERVICES, PROGRAMME, HOLIDAYS):
        return True
    return Path(name).parent.as_posix() == STORIES and name.endswith(".md") and (root / name).exists()
