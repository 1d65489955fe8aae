"""Each way of breaking the real records by hand gives one clear line at the right place, and its hint mends them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from maeul.editors.check import check_project
from maeul.load.findings import Finding, has_errors
from small_project import OFFICES, ROOT, TODAY, Project

MARK = "▶"
WAYS = yaml.safe_load((Path(__file__).parent / "ways_to_break.yaml").read_text("utf-8"))
OFFICE = "- id: seongnam-taepyeong-4\n"
TEXT = (ROOT / OFFICES).read_text("utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real records, to be broken."""
    root = tmp_path_factory.mktemp("ways") / "project"
    for part in ("data", "content"):
        shutil.copytree(ROOT / part, root / part)
    return Project(root)


@pytest.fixture(scope="module")
def before(project: Project) -> set[str]:
    """What is told of the records as they are: how old they are, which is no error."""
    findings = check_project(project.root, TODAY)
    assert not has_errors(findings)
    return _lines(findings)


def _lines(findings: tuple[Finding, ...]) -> set[str]:
    return {_line(found) for found in findings}


def _line(found: Finding) -> str:
    return f"{found.level} {found.code}: {found.message} {found.hint}"


def _replaced(old: str, new: str) -> str:
    """The real file with a text of the office's record replaced."""
    start = TEXT.index(OFFICE)
    end = TEXT.index("\n- id: ", start)
    assert old in TEXT[start:end]
    return TEXT[:start] + TEXT[start:end].replace(old, new, 1) + TEXT[end:]


def _place(marked: str) -> tuple[int, int]:
    before, mark, _ = marked.partition(MARK)
    if not mark:
        return TEXT[: TEXT.index(OFFICE)].count("\n") + 1, 3
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_there_are_more_than_forty_ways() -> None:
    assert len({(way["old"], way["new"]) for way in WAYS}) == len(WAYS) > 40


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way["way"])
def test_a_way_of_breaking_the_file_gives_one_line_whose_hint_mends_it(
    way: dict[str, str], project: Project, before: set[str]
) -> None:
    marked = _replaced(way["old"], way["new"])
    project.write(OFFICES, marked.replace(MARK, ""))
    # A state that was changed is another state, which is as old as it says.
    new = [
        found
        for found in check_project(project.root, TODAY)
        if _line(found) not in before and not found.code.startswith("confirmed-")
    ]
    assert [(found.file, found.line, found.column) for found in new] == [(OFFICES, *_place(marked))]
    (found,) = new
    assert f"{found.level} {found.code}: {found.message.split(' · ', 1)[-1]} {found.hint}" == way["says"]
    if way["mended"] != way["old"]:
        project.write(OFFICES, _replaced(way["old"], way["mended"]))
        assert _lines(check_project(project.root, TODAY)) <= before
