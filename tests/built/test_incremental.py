"""Building again after a change gives what a clean build gives, and a killed build leaves a whole site."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from built.building import REPO_URL, SITE_URL, Copy, copy_project, prints
from built.random_edits import EDITS as RANDOM_EDITS
from built.random_edits import Edit, apply
from hypothesis import given, settings
from hypothesis import strategies as st
from small_project import TODAY

OFFICES = "data/offices.yaml"


def _drop_first_office_without_story(copy: Copy) -> None:
    text = (copy.root / OFFICES).read_text("utf-8")
    start = text.index("- id: seongnam-sinheung-1-sujin-1")
    end = text.index("# ──", start)
    (copy.root / OFFICES).write_text(text[:start] + text[end:], "utf-8")


EDITS: dict[str, Callable[[Copy], None]] = {
    "a name": lambda copy: copy.replace(OFFICES, "name: 정발산동 경기행복마을관리소", "name: 정발산 관리소"),
    "a line more": lambda copy: copy.replace(OFFICES, "- id: goyang-jeongbalsan\n", "\n- id: goyang-jeongbalsan\n"),
    "a position": lambda copy: copy.replace(OFFICES, "lat: 37.7435,", "lat: 37.7436,"),
    "an office less": _drop_first_office_without_story,
    "a service": lambda copy: copy.replace("data/services.yaml", "name: 공구 대여", "name: 공구 빌리기"),
    "a city": lambda copy: copy.replace("data/cities.yaml", "name: 수원시 휴먼콜센터", "name: 수원 콜센터"),
    "a story": lambda copy: copy.replace("content/stories/papyeong-tv-check.md", "title: ", "title: 새 "),
    "a word": lambda copy: copy.replace("data/i18n/ko.yaml", "call: 전화하기", "call: 전화 걸기"),
    "a word around all pages": lambda copy: copy.replace("data/i18n/ko.yaml", "skip: 본문으로", "skip: 본문 앞으로"),
    "a template": lambda copy: copy.replace("overrides/kinds/office.html", "mae-office", "mae-office mae-changed"),
    "nothing": lambda copy: None,
}


def test_after_any_change_the_site_is_that_of_a_clean_build(built: Copy, tmp_path: Path) -> None:
    """One edit after another in one folder; after each, the same data in a fresh folder gives the same files."""
    copy = Copy(tmp_path / "kept")
    shutil.copytree(built.root, copy.root)
    copy.built()
    order = list(EDITS)
    random.Random(2026).shuffle(order)
    for number, name in enumerate(order):
        EDITS[name](copy)
        copy.built()
        fresh = copy_project(tmp_path / f"fresh-{number}", copy.root)
        assert prints(copy.site) == prints(fresh.built().site), name


@given(st.lists(st.lists(RANDOM_EDITS, min_size=1, max_size=4), min_size=1, max_size=3))
@settings(max_examples=6, deadline=None, derandomize=True)
def test_after_edits_at_random_the_site_is_that_of_a_clean_build(built: Copy, builds: list[list[Edit]]) -> None:
    """Several edits between two builds, several builds in a row."""
    with TemporaryDirectory() as folder:
        copy = Copy(Path(folder) / "kept")
        shutil.copytree(built.root, copy.root)
        for edits in builds:
            for edit in edits:
                apply(edit, copy.root)
            copy.built()
        fresh = copy_project(Path(folder) / "fresh", copy.root).built()
        assert prints(copy.site) == prints(fresh.site)


def test_the_files_beside_a_page_follow_its_record(built: Copy, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    shutil.copytree(built.root, copy.root)
    before = prints(copy.built().site)
    copy.replace(OFFICES, "phone: 031-729-2313", "phone: 031-729-2314")
    _drop_first_office_without_story(copy)
    after = prints(copy.built().site)
    gone = {f"offices/seongnam-sinheung-1-sujin-1/{file}" for file in ("index.html", "card.vcf", "qr.svg")}
    assert before.keys() - after.keys() == gone
    assert not [*(copy.root / ".cache").rglob("seongnam-sinheung-1-sujin-1*")]
    page = "offices/seongnam-taepyeong-4/"
    assert {path for path in after if path.startswith(page) and after[path] != before[path]} == {
        f"{page}index.html",
        f"{page}card.vcf",
    }
    assert "031-729-2314" in (copy.site / page / "card.vcf").read_text("utf-8")


def test_another_address_of_the_site_is_in_all_files_beside_pages(built: Copy, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    shutil.copytree(built.root, copy.root)
    before = prints(copy.built().site)
    copy.replace("mkdocs.yml", 'site_url: !ENV [SITE_URL, "https://maeul.example/"]', "site_url: https://other.test/")
    after = prints(copy.built().site)
    beside = [path for path in after if path.endswith((".vcf", "qr.svg"))]
    assert len(beside) == 2 * 107
    assert [path for path in beside if before[path] == after[path]] == []
    assert "URL:https://other.test/offices/ansan-il/" in (copy.site / "offices/ansan-il/card.vcf").read_text("utf-8")


@pytest.mark.parametrize(
    "what",
    [
        "offices.pickle",
        "pages.pickle",
        "pages/offices/hanam-sinjang-1.index.html",
        "pages/offices/hanam-sinjang-1.card.vcf",
    ],
)
def test_a_damaged_cache_is_noticed(built: Copy, tmp_path: Path, what: str) -> None:
    copy = Copy(tmp_path / "copy")
    shutil.copytree(built.root, copy.root)
    before = prints(copy.built().site)
    path = copy.root / ".cache/maeul/ko" / what
    path.unlink()
    path.write_bytes(b"damaged")
    assert prints(copy.built().site) == before


def test_a_build_killed_at_any_moment_leaves_a_whole_site(built: Copy, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    shutil.copytree(built.root, copy.root)
    old = prints(copy.built().site)
    copy.replace("data/i18n/ko.yaml", "call: 전화하기", "call: 전화 걸기")
    new = prints(copy_project(tmp_path / "fresh", copy.root).built().site)
    environment = {**os.environ, "SITE_URL": SITE_URL, "REPO_URL": REPO_URL, "MAEUL_TODAY": TODAY.isoformat()}
    started = time.monotonic()
    copy.build()
    whole = time.monotonic() - started
    shuffled = random.Random(7)
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=copy.root, env=environment)
        time.sleep(shuffled.uniform(0.3, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert prints(copy.site) in (old, new)
    assert prints(copy.built().site) == new
