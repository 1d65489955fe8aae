"""Whatever stands in a file, `maeul check` says where and what in words, ends with 1, and never with a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import OFFICES, STORY, Project

GOOD_RECORD = "- id: hanam-sinjang-1\n  name: 신장1동 행복마을관리소\n"
LAUGHS = "- &a0 [ha, ha]\n" + "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

BAD_OFFICES: dict[str, tuple[str | bytes, str]] = {
    "syntax error": ("- id: [hanam\n  name: x\n", "yaml-syntax"),
    "wrong type": (f"{GOOD_RECORD}  staff: 다섯\n", "field-type"),
    "unknown city": (f"{GOOD_RECORD}  city: seoul\n", "city-unknown"),
    "half a record": (GOOD_RECORD, "field-missing"),
    "empty file": ("", "file-empty"),
    "only a comment": ("# 나중에\n", "file-empty"),
    "list of strings": ("- 신장1동\n- 능곡동\n", "field-type"),
    "list of lists": ("- [신장1동]\n", "field-type"),
    "list of nothing": ("-\n-\n", "field-type"),
    "one number": ("42\n", "file-shape"),
    "byte order mark": ("\ufeff".encode() + GOOD_RECORD.encode(), "file-bom"),
    "CP949": (GOOD_RECORD.encode("cp949"), "file-encoding"),
    "UTF-16": (GOOD_RECORD.encode("utf-16"), "file-encoding"),
    "NUL bytes": (b"- id: a\x00\x00b\n", "file-control"),
    "a megabyte of NUL bytes": (b"\x00" * 1_000_000, "file-control"),
    "an image": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file-encoding"),
    "alias bomb": (LAUGHS, "yaml-alias"),
    "alias to itself": ("&a [*a]\n", "yaml-alias"),
    "100,000 open brackets": ("[" * 100_000, "yaml-deep"),
    "100,000 open braces": ("{a: " * 100_000, "yaml-deep"),
    "100,000 dashes": ("- " * 100_000, "yaml-deep"),
    "100,000 question marks": ("? " * 100_000, "yaml-deep"),
    "deep blocks": ("".join(f"{' ' * depth}a:\n" for depth in range(2_000)), "yaml-deep"),
    "brackets in a record": (f"{GOOD_RECORD}  staff: {'[' * 50_000}{']' * 50_000}\n", "yaml-deep"),
    "huge integer": (f"{GOOD_RECORD}  staff: {'9' * 100_000}\n", "field-type"),
    "large integer": (f"{GOOD_RECORD}  staff: {'9' * 200}\n", "value-number"),
    "huge float": (f"{GOOD_RECORD}  location: {{lat: 1.0e999, lon: 127.0, precision: dong}}\n", "value-number"),
    "not a number": (f"{GOOD_RECORD}  location: {{lat: .nan, lon: nan, precision: dong}}\n", "field-type"),
    "repeated key": (f"{GOOD_RECORD}  name: 능곡동\n", "duplicate-key"),
    "several documents": (f"---\n{GOOD_RECORD}---\n{GOOD_RECORD}", "yaml-documents"),
    "key that is a list": ("- ? [a]\n  : b\n", "yaml-key"),
    "key that is a mapping": ("- ? {a: b}\n  : c\n", "yaml-key"),
    "key in key": ("- {{a: b}: c}\n", "yaml-key"),
    "key that is nothing": ("- ? \n  : c\n", "yaml-key"),
    "key that is an alias": ("- &a b: c\n  *a : d\n", "yaml-alias"),
    "keys that look like other types": ("- {1: a, true: b, 2.5: c, null: d, 2024-01-01: e}\n", "field-unknown"),
    "merge key": (f"{GOOD_RECORD}  <<: {{city: hanam}}\n", "field-unknown"),
    "Python tag": ("- !!python/object/apply:os.system [ls]\n", "yaml-tag"),
    "own tag": ("- !foo {id: a}\n", "yaml-tag"),
    "binary tag": ("- !!binary aGFuYW0=\n", "yaml-tag"),
    "unknown directive": ("%FOO bar\n---\n- a\n", "yaml-syntax"),
    "YAML 3": ("%YAML 3.0\n---\n- a\n", "yaml-syntax"),
    "tabs": (f"{GOOD_RECORD}\tcity: hanam\n", "yaml-syntax"),
    "Windows lines": (GOOD_RECORD.replace("\n", "\r\n"), "field-missing"),
    "old Mac lines": (GOOD_RECORD.replace("\n", "\r"), "field-missing"),
    "very long line": (f"{GOOD_RECORD}  address: {'가' * 1_000_000}\n", "field-missing"),
    "very long key": (f"{GOOD_RECORD}  {'가' * 500}: 1\n", "field-unknown"),
    "very long value": (f"{GOOD_RECORD}  phone: {'0' * 1_000_000}\n", "field-missing"),
    "words of many lines": (f"{GOOD_RECORD}  phone: |\n    가\n    나\n", "phone-shape"),
    "merge conflict": (f"<<<<<<< HEAD\n{GOOD_RECORD}=======\n{GOOD_RECORD}>>>>>>> b\n", "yaml-syntax"),
    "JSON": ('[{"id": "hanam-sinjang-1",\n  "name": "신장1동"}]', "field-missing"),
    "HTML": ("<!DOCTYPE html>\n<html><body>404: Not Found</body></html>\n", "yaml-syntax"),
    "page without colons": ("<p>없는 쪽입니다</p>\n", "file-shape"),
    "template braces": ("- {{ id }}\n", "yaml-key"),
}

BAD_STORIES: dict[str, tuple[str | bytes, str]] = {
    "empty file": ("", "story-front"),
    "no front matter": ("# 이야기\n\n본문\n", "story-front"),
    "front matter left open": ("---\ntitle: 이야기\n", "story-front"),
    "broken front matter": ("---\ntitle: [이야기\n---\n\n본문\n", "yaml-syntax"),
    "front matter of another kind": ("---\n- 이야기\n---\n\n본문\n", "file-shape"),
    "empty front matter": ("---\n---\n\n본문\n", "file-shape"),
    "CP949": ("---\ntitle: 이야기\n---\n본문\n".encode("cp949"), "file-encoding"),
    "byte order mark": ("\ufeff---\ntitle: 이야기\n---\n본문\n", "file-bom"),
    "NUL bytes": (b"---\ntitle: \x00\n---\n", "file-control"),
    "front matter and no more": ("---\ntitle: 이야기\n---", "story-empty"),
    "deep front matter": (f"---\ntitle: {'[' * 100_000}\n---\n본문\n", "yaml-deep"),
    "alias bomb": (f"---\n{LAUGHS}---\n본문\n", "yaml-alias"),
    "wrong type": ("---\ntitle: 5\n---\n본문\n", "field-type"),
}

LINE = re.compile(
    r"(?P<file>[^:\n]+):(?P<line>[1-9][0-9]*):(?P<column>[1-9][0-9]*): (?:error|warning) (?P<code>[a-z-]+): .+"
)


def _check(project: Project, file: str, code: str) -> None:
    outcome = project.check()
    assert outcome.stderr == ""
    assert outcome.returncode == 1
    *lines, _ = outcome.stdout.splitlines()
    found = [match for line in lines if (match := LINE.fullmatch(line))]
    assert len(found) == len(lines)
    assert (file, code) in {(match["file"], match["code"]) for match in found}
    assert max(len(line) for line in lines) < 600


@pytest.mark.parametrize("name", BAD_OFFICES)
def test_bad_offices_are_findings(name: str, project: Project) -> None:
    content, code = BAD_OFFICES[name]
    project.write(OFFICES, content)
    _check(project, OFFICES, code)


@pytest.mark.parametrize("name", BAD_STORIES)
def test_bad_stories_are_findings(name: str, project: Project) -> None:
    content, code = BAD_STORIES[name]
    project.write(STORY, content)
    _check(project, STORY, code)


@pytest.mark.parametrize("file", [f"data/{name}.yaml" for name in ("cities", "services", "programme", "holidays")])
@pytest.mark.parametrize("content", ["", "a: [b\n", "42\n", "- a\n", "a: b\n", "- {key: 5, id: 5}\n", "[" * 100_000])
def test_bad_vocabularies_are_findings(file: str, content: str, project: Project) -> None:
    project.write(file, content)
    found = project.findings()
    assert {finding.file for finding in found} <= {file, OFFICES, STORY, "data/programme.yaml"}
    assert file in {finding.file for finding in found}


def test_windows_lines_in_a_sound_file_are_no_fault(project: Project) -> None:
    for file in (OFFICES, STORY):
        project.write(file, (project.root / file).read_bytes().replace(b"\n", b"\r\n"))
    assert project.findings() == ()


def _offices(count: int, record: Callable[[int], str]) -> str:
    return "".join(f"- id: hanam-x-{number}\n{record(number)}" for number in range(count))


REST = (
    "  name: 관리소\n  name_en: X\n  dong: 신장1동\n  hours: 모름\n  status: {state: open, as_of: 2024}\n"
    '  sources: [{url: "https://example.com/", publisher: 하남시, fields: [status]}]\n'
)
TEN_THOUSAND: dict[str, str] = {
    "field-missing": _offices(10_000, lambda _: REST),
    "time-shape": _offices(
        10_000,
        lambda _: f"  city: hanam\n{REST}".replace(
            "hours: 모름", 'hours: [{days: 평일, open: "09:00", close: "2400"}]'
        ),
    ),
    "city-unknown": _offices(10_000, lambda number: f"  city: seoul{number}\n{REST}"),
    "dong-unknown": _offices(10_000, lambda number: f"  city: hanam\n{REST}".replace("신장1동", f"신당{number}동")),
    "field-unknown": "- id: hanam-x-1\n" + "".join(f"  phone{number}: 1\n" for number in range(10_000)),
    "duplicate-key": "- id: hanam-x-1\n" + "  name: a\n" * 10_001,
    "id-duplicate": f"- id: hanam-x-1\n  city: hanam\n{REST}" * 10_001,
    "file-control": "\x01\n" * 10_000,
    "yaml-alias": "- &a b\n" * 10_000,
    "item-empty": "- id: hanam-x-1\n  aliases:\n" + "  -\n" * 10_000,
}


@pytest.mark.parametrize("code", TEN_THOUSAND)
def test_ten_thousand_errors_in_one_file_are_all_listed(code: str, project: Project) -> None:
    project.write(OFFICES, TEN_THOUSAND[code])
    assert sum(found.code == code for found in project.findings()) == 10_000


def test_ten_thousand_errors_are_all_printed(project: Project) -> None:
    project.write(OFFICES, TEN_THOUSAND["time-shape"])
    outcome = project.check()
    assert outcome.returncode == 1
    assert outcome.stderr == ""
    *lines, count = outcome.stdout.splitlines()
    errors = sum(": error " in line for line in lines)
    assert sum(": error time-shape: " in line for line in lines) == 10_000
    assert count == f"고칠 곳 {errors}, 살펴볼 곳 {len(lines) - errors}"


def test_offices_that_are_a_folder_are_a_finding(project: Project) -> None:
    (project.root / OFFICES).unlink()
    (project.root / OFFICES).mkdir()
    _check(project, OFFICES, "file-unreadable")


def test_offices_that_may_not_be_read_are_a_finding(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "offices.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [(found.code, found.message) for found in project.findings()] == [
        ("file-unreadable", "파일을 읽을 수 없습니다(읽을 권한이 없습니다).")
    ]


def test_link_in_a_circle_is_a_finding(project: Project) -> None:
    (project.root / OFFICES).unlink()
    (project.root / OFFICES).symlink_to("offices.yaml")
    _check(project, OFFICES, "file-unreadable")


def test_folder_that_is_no_project_is_told_what_is_missing(project: Project) -> None:
    empty = project.root / "empty"
    empty.mkdir()
    outcome = project.check("--root", str(empty))
    assert outcome.returncode == 1
    assert outcome.stderr == ""
    assert "data/offices.yaml:1:1: error file-missing" in outcome.stdout
