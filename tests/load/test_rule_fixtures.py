"""Every rule has a file that breaks it, and the exact sentences that come of it.

`invalid/<rule>_<case>.yaml` holds office records, `….cities.yaml`, `….services.yaml`, `….programme.yaml` and
`….holidays.yaml` the other files of data, `….md` a story. The expected output stands beside it as `.txt`. Files that a
text editor would spoil, or that are no file at all, are made here, and what the published site once had.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from maeul.editors.render import text
from maeul.load.rules_table import RULES
from small_project import OFFICES, STORY, Project

INVALID = Path(__file__).parent / "invalid"
PLACES = {
    ".cities.yaml": "data/cities.yaml",
    ".services.yaml": "data/services.yaml",
    ".programme.yaml": "data/programme.yaml",
    ".holidays.yaml": "data/holidays.yaml",
    ".yaml": OFFICES,
    ".md": STORY,
}


def _broken(file: str, old: bytes, new: bytes) -> Callable[[Project], str]:
    def make(project: Project) -> str:
        project.write(file, (project.root / file).read_bytes().replace(old, new, 1))
        return file

    return make


def _without(file: str) -> Callable[[Project], str]:
    def make(project: Project) -> str:
        (project.root / file).unlink()
        return file

    return make


def _folder(file: str) -> Callable[[Project], str]:
    def make(project: Project) -> str:
        (project.root / file).unlink()
        (project.root / file).mkdir()
        return file

    return make


def _in_cp949(file: str) -> Callable[[Project], str]:
    def make(project: Project) -> str:
        project.write(file, (project.root / file).read_text("utf-8").encode("cp949"))
        return file

    return make


def _geo(file: str, old: bytes, new: bytes) -> Callable[[Project], str]:
    """The places as a copy of our own, with one file changed or, when nothing is left of it, missing."""

    def make(project: Project) -> str:
        folder = project.root / "data" / "geo"
        contents = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        folder.unlink()
        contents[file] = contents[file].replace(old, new, 1) if old else new
        for name, content in contents.items():
            if content:
                project.write(f"data/geo/{name}", content)
        return f"data/geo/{file}"

    return make


def _published(**names: str) -> Callable[[Project], str]:
    """A published site that had other ids."""

    def make(project: Project) -> str:
        rows = [{"id": key.replace("_", "-"), "name": name} for key, name in names.items()]
        project.write("published.json", json.dumps({"offices": rows}))
        return OFFICES

    return make


def _published_as(content: bytes) -> Callable[[Project], str]:
    def make(project: Project) -> str:
        project.write("published.json", content)
        return "published.json"

    return make


MADE: dict[str, Callable[[Project], str]] = {
    "file-missing_offices": _without(OFFICES),
    "file-missing_cities": _without("data/cities.yaml"),
    "file-missing_dongs": _geo("dongs.csv", b"", b""),
    "file-unreadable_folder": _folder(OFFICES),
    "file-unreadable_story-folder": _folder(STORY),
    "file-encoding_cp949": _in_cp949(OFFICES),
    "file-encoding_cp949-story": _in_cp949(STORY),
    "file-encoding_one-byte": _broken(OFFICES, "능곡동\n".encode(), "능곡".encode() + b"\xc5\n"),
    "file-encoding_utf16": _broken(OFFICES, b"- id", b"\xff\xfe- id"),
    "file-bom_offices": _broken(OFFICES, b"- id", b"\xef\xbb\xbf- id"),
    "file-bom_story": _broken(STORY, b"---", b"\xef\xbb\xbf---"),
    "file-control_nul": _broken(OFFICES, "행복마을".encode(), b"\x00\x00"),
    "file-control_two": _broken(OFFICES, "능곡동 ".encode(), "능\u200b곡동\u2028 ".encode()),
    "file-control_story": _broken(STORY, "빌려줬어요".encode(), b"\x1b[0m"),
    "file-table_number": _geo("dongs.csv", b"37.3136", b"north"),
    "file-table_column": _geo("former-dongs.csv", b"last_seen", b"seen"),
    "file-table_json": _geo("cities.geojson", b'{"type":"Feature"', b'{"type" "Feature"'),
    "file-table_other-json": _geo("cities.geojson", b"", b"[]"),
    "id-changed_name": _published(hanam_old="신장1동 행복마을관리소"),
    "id-changed_slip": _published(goyang_neungok="능곡 마을관리소"),
    "id-vanished_all-new": _published(hanam_misa_2="미사2동 행복마을관리소", yeoju_jungang="중앙동 행복마을관리소"),
    "published-shape_empty": _published_as(b""),
    "published-shape_map": _published_as(b'{"type": "FeatureCollection", "features": []}'),
}


# Rules that only a look at all records together, at the day or at the published site can break.
REVIEWED = re.compile(r"[a-z]+-alike_|confirmed-|service-idle_|source-date_|id-changed_|id-vanished_|published-")


def _kind(name: str) -> str:
    return next(ending for ending in PLACES if name.endswith(ending))


FIXTURES = sorted(path.name for path in INVALID.iterdir() if path.suffix in (".yaml", ".md"))
EXPECTED = sorted(path.stem for path in INVALID.glob("*.txt"))
CASES = {name.removesuffix(".md").removesuffix(".yaml"): name for name in FIXTURES}


def _outcome(project: Project, file: str, case: str, shown_as: str) -> str:
    findings = project.all_findings() if REVIEWED.match(case) else project.findings()
    return text([replace(found, file=shown_as) for found in findings if found.file == file])


@pytest.mark.parametrize("name", FIXTURES)
def test_broken_file_gives_exactly_the_expected_lines(name: str, project: Project) -> None:
    file = PLACES[_kind(name)]
    project.write(file, (INVALID / name).read_bytes())
    expected = INVALID / f"{name.removesuffix('.md').removesuffix('.yaml')}.txt"
    assert _outcome(project, file, name, name) == expected.read_text("utf-8")


@pytest.mark.parametrize("case", MADE)
def test_spoilt_file_gives_exactly_the_expected_lines(case: str, project: Project) -> None:
    file = MADE[case](project)
    assert _outcome(project, file, case, Path(file).name) == (INVALID / f"{case}.txt").read_text("utf-8")


def test_records_that_fixtures_break_are_sound(project: Project) -> None:
    assert project.findings() == ()


def test_every_rule_has_a_fixture() -> None:
    assert {case.partition("_")[0] for case in (*CASES, *MADE)} >= set(RULES)


def test_every_fixture_has_an_expectation_and_every_expectation_a_fixture() -> None:
    assert sorted([*CASES, *MADE]) == EXPECTED


@pytest.mark.parametrize("case", EXPECTED)
def test_expectation_names_known_rules_and_the_rule_of_its_name(case: str) -> None:
    named = re.findall(
        r"^[^:]+:[0-9]+:[0-9]+: (?:error|warning) ([a-z-]+): ", (INVALID / f"{case}.txt").read_text("utf-8"), re.M
    )
    assert named
    assert set(named) <= set(RULES)
    assert case.partition("_")[0] in named


@pytest.mark.parametrize("code", RULES)
def test_rule_says_what_to_type(code: str) -> None:
    rule = RULES[code]
    assert rule.message
    assert rule.hint == "{advice}" or rule.hint.endswith("세요.")


@pytest.mark.parametrize("case", EXPECTED)
def test_expected_sentence_is_finished(case: str) -> None:
    for line in (INVALID / f"{case}.txt").read_text("utf-8").splitlines()[:-1]:
        assert "세요" in line
        assert not re.search(r"\((?:는|가|를|으로)\)|\{[a-z]+\}|\bNone\b|Node\(", line)
