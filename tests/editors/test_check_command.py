"""`maeul check` and `maeul check FILE`, as an editor types them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from maeul.cli import main
from maeul.editors.check import check_files, check_project
from small_project import OFFICES, STORY, TODAY, Project


@pytest.fixture(autouse=True)
def in_the_project(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("MAEUL_TODAY", TODAY.isoformat())


def _break(project: Project, file: str, old: str, new: str) -> None:
    text = (project.root / file).read_text("utf-8")
    assert old in text
    project.write(file, text.replace(old, new, 1))


def _files(*arguments: str, root: Path | None = None) -> set[str]:
    return {found.file for found in check_files(root or Path(), arguments)}


def test_sound_project_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "고칠 곳이 없습니다.\n"


def test_errors_end_with_1_and_are_printed_in_order(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    _break(project, OFFICES, "city: goyang", "city: goyan")
    _break(project, OFFICES, "staff: 5", "staff: 0")
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert [line.split(": ")[0] for line in out.splitlines()[:-1]] == [f"{OFFICES}:27:10", f"{OFFICES}:40:9"]
    assert out.endswith("고칠 곳 2, 살펴볼 곳 0\n")


def test_warnings_end_with_0(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    _break(project, OFFICES, "phone: 031", "phone: 02")
    assert main(["check"]) == 0
    assert "warning phone-area" in (out := capsys.readouterr().out)
    assert out.endswith("고칠 곳 0, 살펴볼 곳 1\n")


def test_ids_of_the_published_site_are_looked_for(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("old.json", '{"offices": [{"id": "hanam-misa", "name": "미사 관리소"}]}')
    assert main(["check", "--published", "old.json"]) == 1
    assert "data/offices.yaml:1:1: error id-vanished: 미사 관리소 · " in capsys.readouterr().out
    assert main(["check", "--published", "nowhere.json"]) == 1
    assert capsys.readouterr().out.startswith("nowhere.json:1:1: error file-missing: ")


def test_a_record_that_grows_old_is_told_by_the_day_and_not_by_the_data(project: Project) -> None:
    told = {
        day: [found.code for found in check_project(project.root, date.fromisoformat(day))]
        for day in ("2027-04-22", "2027-04-23", "2028-04-23", "2030-01-01")
    }
    assert told["2027-04-22"] == []
    assert told["2027-04-23"] == ["confirmed-old"]
    assert told["2028-04-23"] == ["confirmed-long-ago", "confirmed-old"]
    assert told["2030-01-01"] == ["confirmed-long-ago"] * 2


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["check", "--format", "poem"], ["check", "--nonsense"]])
def test_wrong_call_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: maeul" in capsys.readouterr().err


def test_only_findings_of_the_files_asked_for_are_shown(project: Project) -> None:
    _break(project, OFFICES, "staff: 5", "staff: 0")
    _break(project, STORY, "year: 2021", "year: 21")
    assert _files() == {OFFICES, STORY}
    assert _files(OFFICES) == {OFFICES}
    assert _files(STORY) == {STORY}
    assert _files("data/services.yaml") == set()
    assert _files(OFFICES, STORY) == {OFFICES, STORY}


def test_relative_absolute_and_roundabout_paths_name_the_same_file(project: Project) -> None:
    _break(project, OFFICES, "staff: 5", "staff: 0")
    for path in (OFFICES, f"./{OFFICES}", str(project.root / OFFICES), "content/../data/offices.yaml"):
        assert _files(path) == {OFFICES}


def test_paths_are_relative_to_where_the_editor_stands(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(project, OFFICES, "staff: 5", "staff: 0")
    monkeypatch.chdir(project.root / "data")
    assert _files("offices.yaml", root=Path("..")) == {OFFICES}
    monkeypatch.chdir(project.root.parent)
    assert _files("project/data/offices.yaml", root=Path("project")) == {OFFICES}


def test_file_outside_the_project_is_read_as_offices_and_named_in_full(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "new.yaml"
    elsewhere.parent.mkdir()
    elsewhere.write_text("- id: hanam-new\n  city: hanaam\n", "utf-8")
    for path in (str(elsewhere), os.path.relpath(elsewhere)):
        found = check_files(Path(), [path])
        assert {finding.file for finding in found} == {elsewhere.as_posix()}
        assert {"city-unknown", "field-missing"} == {finding.code for finding in found}


def test_sound_offices_elsewhere_have_no_findings(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "new.yaml"
    elsewhere.write_bytes((project.root / OFFICES).read_bytes())
    assert check_files(Path(), [str(elsewhere)]) == ()


def test_markdown_elsewhere_is_read_as_a_story(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "new.md"
    elsewhere.write_bytes((project.root / STORY).read_bytes())
    assert check_files(Path(), [str(elsewhere)]) == ()
    elsewhere.write_text("# 이야기\n", "utf-8")
    assert [found.code for found in check_files(Path(), [str(elsewhere)])] == ["story-front"]


def test_new_offices_inside_the_project_are_read_in_place_of_its_own(project: Project) -> None:
    project.write("data/new.yaml", "- id: hanam-new\n")
    assert _files("data/new.yaml") == {"data/new.yaml"}


@pytest.mark.parametrize("file", ["nowhere.yaml", "content/stories/nowhere.md", "/nowhere/at/all.yaml"])
def test_file_that_does_not_exist_is_said_to_be_missing(file: str) -> None:
    assert [(found.file, found.code) for found in check_files(Path(), [file])] == [(file, "file-missing")]


def test_folder_is_said_to_be_one() -> None:
    assert [(found.file, found.code) for found in check_files(Path(), ["data"])] == [("data", "file-unreadable")]


def test_file_named_twice_is_shown_once(project: Project) -> None:
    _break(project, OFFICES, "staff: 5", "staff: 0")
    assert len(check_files(Path(), [OFFICES, OFFICES, f"./{OFFICES}"])) == 1


def test_command_runs_as_a_module(project: Project) -> None:
    assert project.check().returncode == 0
    assert project.check("nowhere.yaml").returncode == 1
    assert project.check("--nonsense").returncode == 2


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({}, False),
    ],
)
def test_colour_is_for_terminals_that_show_it_and_people_who_want_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    _break(project, OFFICES, "staff: 5", "staff: 0")
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", _Terminal())
    main(["check"])
    assert ("\x1b[" in sys.stdout.getvalue()) == coloured  # type: ignore[attr-defined]


def test_no_colour_in_a_pipe(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(project, OFFICES, "staff: 5", "staff: 0")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b" not in project.check().stdout


@pytest.mark.parametrize("format_", ["github", "json", "markdown"])
def test_what_programs_read_is_utf_8_everywhere(
    project: Project, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    _break(project, OFFICES, "publisher: 고양시,", 'publisher: 고양시, "🏠": 1,')
    monkeypatch.setenv("PYTHONIOENCODING", "cp949")
    monkeypatch.setenv("PYTHONUTF8", "0")
    outcome = project.check("--format", format_)
    assert outcome.returncode == 1
    assert "🏠" in outcome.stdout


def test_lines_of_a_change_come_first(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    _break(project, OFFICES, "staff: 5", "staff: 0")
    for command in ("init --quiet", "add .", "-c user.name=a -c user.email=a@example.org commit --quiet --message a"):
        subprocess.run(("git", *command.split()), check=True, capture_output=True)
    _break(project, STORY, "year: 2021", "year: 21")
    _break(project, OFFICES, "city: goyang", "city: goyan")
    assert main(["check", "--format", "github", "--changed-since", "HEAD"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("title=")[1].split("::")[0] for line in lines] == [
        "value-number",
        "city-unknown",
        "value-number",
    ]
    assert main(["check", "--changed-since", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_terminal_that_lacks_a_letter_still_shows_the_findings(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break(project, OFFICES, "publisher: 고양시,", 'publisher: 고양시, "🏠": 1,')
    monkeypatch.setenv("PYTHONIOENCODING", "cp949")
    monkeypatch.setenv("PYTHONUTF8", "0")
    outcome = project.check()
    assert outcome.stderr == ""
    assert f"{OFFICES}:46:" in outcome.stdout
