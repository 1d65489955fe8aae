"""A build that fails says why in words and leaves the last good site as it was."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from built.building import Copy, copy_project, prints
from small_project import OFFICES, ROOT, TODAY

FINDING = re.compile(r"^data/offices\.yaml:\d+:\d+: error [a-z-]+: .+$", re.MULTILINE)
BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghi"))

Break = Callable[[bytes], bytes]
BROKEN: dict[str, Break] = {
    "an open quote": lambda raw: raw.replace(b"  name_en: Haenggung-dong", b'  name_en: "Haenggung-dong', 1),
    "an unknown city": lambda raw: raw.replace(b"  city: suwon\n", b"  city: suwom\n", 1),
    "half a record": lambda raw: raw[: raw.index(b"  hours:")],
    "an empty file": lambda raw: b"",
    "a list of strings": lambda raw: b"- one\n- two\n",
    "a wrong type": lambda raw: raw.replace(b"  staff: 5\n", b"  staff: [5]\n", 1),
    "ten thousand errors": lambda raw: b"".join(b"- id: Suwon %d\n  staff: 0\n" % number for number in range(2_000)),
    "a byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "CP949": lambda raw: raw.decode().encode("cp949", "ignore"),
    "NUL bytes": lambda raw: raw[:200] + b"\0\0" + raw[200:],
    "an alias bomb": lambda raw: BOMB.encode(),
    "one id twice": lambda raw: raw + raw[raw.index(b"- id:") : raw.index(b"- id:", raw.index(b"- id:") + 1)],
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return copy_project(tmp_path_factory.mktemp("failures") / "project").built()


@pytest.fixture(scope="module")
def good_prints(good: Copy) -> dict[str, str]:
    return prints(good.site)


@pytest.fixture
def untouched(good: Copy, good_prints: dict[str, str]) -> Iterator[Copy]:
    """The good project to break: afterwards its site is compared, then its sources are put back."""
    sources = [path for name in ("data", "overrides", "content") for path in (good.root / name).rglob("*")]
    kept = {path: path.read_bytes() for path in sources if path.is_file()}
    yield good
    for path, data in kept.items():
        if path.read_bytes() != data:
            path.write_bytes(data)
    assert prints(good.site) == good_prints
    assert [path.name for path in good.root.iterdir() if path.name.startswith(".site")] == []


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_records_stop_the_build_in_words(untouched: Copy, kind: str) -> None:
    file = untouched.root / OFFICES
    raw = file.read_bytes()
    broken = BROKEN[kind](raw)
    assert broken != raw
    file.write_bytes(broken)
    result = untouched.build()
    assert result.returncode == 1
    assert FINDING.search(result.stderr), result.stderr[:500]
    assert "Traceback" not in result.stderr + result.stdout


def test_every_error_is_told_in_one_run(untouched: Copy) -> None:
    (untouched.root / OFFICES).write_bytes(BROKEN["ten thousand errors"](b""))
    result = untouched.build()
    assert len(FINDING.findall(result.stderr)) >= 10_000


def test_a_missing_file_stops_the_build_in_words(untouched: Copy) -> None:
    (untouched.root / "data/cities.yaml").rename(untouched.root / "data/cities.txt")
    result = untouched.build()
    (untouched.root / "data/cities.txt").rename(untouched.root / "data/cities.yaml")
    assert result.returncode == 1
    assert "data/cities.yaml:1:1: error file-missing" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("overrides/kinds/office.html", "{{ no_such_value }}"),
        ("overrides/kinds/home.html", "{{ no_such_value.part }}"),
        ("overrides/parts/ui.html", "{% macro broken( %}"),
        ("overrides/kinds/story.html", '{{ "no.such_word" | t }}'),
    ],
)
def test_a_fault_in_a_template_leaves_the_site_as_it_was(untouched: Copy, template: str, fault: str) -> None:
    untouched.append(template, fault)
    assert untouched.build().returncode != 0


def test_a_warning_of_mkdocs_leaves_the_site_as_it_was(untouched: Copy) -> None:
    untouched.append("content/about.md", "\n[없는 쪽](no-such-page.md)\n")
    result = untouched.build()
    assert result.returncode == 1
    assert "no-such-page.md" in result.stderr


# Read by Python when it starts: from its third call on, a function finds the disk full.
FULL_DISK = """
import builtins, errno, os, shutil
calls = 0
def full(*_, **__):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
def then_full(real):
    def write(*arguments, **named):
        global calls
        calls += real.__name__ != "open" or "wb" in arguments
        return real(*arguments, **named) if calls < 3 else full()
    return write
os.link = full
{function} = then_full({function})
"""


@pytest.mark.parametrize("function", ["builtins.open", "shutil.copyfile", "shutil.copy2", "os.replace"])
def test_a_full_disk_is_told_in_words_and_leaves_the_site_as_it_was(
    untouched: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(FULL_DISK.format(function=function), "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("MAEUL_CACHE", str(tmp_path / "cache"))
    result = untouched.build()
    assert result.returncode == 1
    assert "디스크가 가득 차서 누리집을 만들지 못했습니다." in result.stdout
    assert "Traceback" not in result.stderr
    assert [path.name for path in untouched.root.iterdir() if path.name.startswith(".site-")] == []


def test_a_failed_first_build_makes_no_site(fresh: Copy) -> None:
    (fresh.root / OFFICES).write_bytes(b"")
    assert fresh.build().returncode == 1
    assert [path.name for path in fresh.root.iterdir() if path.name.lstrip(".").startswith("site")] == []


def test_the_real_data_passes_the_check() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "MAEUL_TODAY": TODAY.isoformat()}
    command = [sys.executable, "-m", "maeul", "check"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout
    assert result.stderr == ""


def test_the_check_finds_what_the_build_finds(untouched: Copy) -> None:
    file = untouched.root / OFFICES
    file.write_bytes(BROKEN["an unknown city"](file.read_bytes()))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "MAEUL_TODAY": TODAY.isoformat()}
    command = [sys.executable, "-m", "maeul", "check"]
    checked = subprocess.run(
        command, cwd=untouched.root, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert checked.returncode == 1
    assert FINDING.findall(checked.stdout) == FINDING.findall(untouched.build().stderr)


def test_a_warning_is_told_and_stops_nothing(fresh: Copy) -> None:
    fresh.replace(OFFICES, "  phone: 031-729-2313\n", "  phone: 02-729-2313\n")
    result = fresh.build()
    assert result.returncode == 0
    assert re.search(r"^data/offices\.yaml:\d+:\d+: warning phone-area: .+$", result.stderr, re.MULTILINE)
    assert "confirmed-" not in result.stderr  # how old records are is no news to a build
    assert (fresh.site / "index.html").exists()
