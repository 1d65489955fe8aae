"""A build shared among machines: shards draw, `maeul gather` brings their pages together, one build writes the site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built.building import Copy, copy_project, prints

SHARDS = 3
PAGE = "ko/pages/offices/hanam-sinjang-1.index.html"


@pytest.fixture(scope="module")
def caches(built: Copy, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What three builds of a third each kept, in three folders, after a way on which the times of files were lost."""
    folder = tmp_path_factory.mktemp("shards")
    with pytest.MonkeyPatch.context() as environment:
        for number in range(1, SHARDS + 1):
            environment.setenv("MAEUL_CACHE", str(folder / f"kept-{number}"))
            environment.setenv("MAEUL_SHARD", f"{number}/{SHARDS}")
            copy = copy_project(folder / f"project-{number}", built.root).built()
            assert not copy.site.exists()
    for number in range(1, SHARDS + 1):
        shutil.copytree(folder / f"kept-{number}", folder / f"sent-{number}", copy_function=shutil.copyfile)
    return [folder / f"sent-{number}" for number in range(1, SHARDS + 1)]


def _gather(copy: Copy, *folders: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "maeul", "gather", *map(str, folders)]
    environment = {**os.environ, "PYTHONPATH": "hooks"}
    return subprocess.run(command, cwd=copy.root, env=environment, capture_output=True, encoding="utf-8", check=False)


def _drawn(copy: Copy) -> dict[str, tuple[int, int]]:
    """The kept files of pages: a page that is drawn gets new ones."""
    pages = copy.root / ".cache/maeul/ko/pages"
    found = ((path, path.stat()) for path in pages.rglob("*") if path.is_file())
    return {path.relative_to(pages).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in found}


def test_shards_gathered_are_the_single_build_and_nothing_is_drawn_again(
    built: Copy, fresh: Copy, caches: list[Path]
) -> None:
    result = _gather(fresh, *caches)
    assert result.returncode == 0, result.stdout
    gathered = _drawn(fresh)
    assert prints(fresh.built().site) == prints(built.site)
    assert _drawn(fresh) == gathered
    assert len([file for file in gathered if file.startswith("offices/") and file.endswith("index.html")]) == 107


def test_each_page_is_drawn_by_one_shard(built: Copy, caches: list[Path]) -> None:
    parts = [prints(folder / "ko/pages") for folder in caches]
    assert min(len(part) for part in parts) > 0
    assert sum(len(part) for part in parts) == len(prints(built.root / ".cache/maeul/ko/pages"))


def test_a_page_that_changed_on_the_way_is_left_out_and_drawn_again(
    built: Copy, fresh: Copy, caches: list[Path], tmp_path: Path
) -> None:
    sent = [Path(shutil.copytree(folder, tmp_path / folder.name)) for folder in caches]
    holder = next(folder for folder in sent if (folder / PAGE).exists())
    (holder / PAGE).write_bytes(bytes(len((holder / PAGE).read_bytes())))
    result = _gather(fresh, *sent)
    assert result.returncode == 0
    assert "1개는 만든 뒤에 파일이 달라져" in result.stdout
    assert prints(fresh.built().site) == prints(built.site)


def test_shards_of_different_projects_are_not_gathered(
    fresh: Copy, caches: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    with monkeypatch.context() as environment:
        environment.setenv("MAEUL_CACHE", str(other))
        environment.setenv("MAEUL_SHARD", "3/3")
        fresh.replace("data/i18n/ko.yaml", "call: 전화하기", "call: 전화 걸기")
        fresh.built()
    result = _gather(fresh, *caches[:2], other)
    assert result.returncode == 2
    assert f"'{other / 'ko'}'은(는) 다른 폴더와 자료, 틀, 판이나 날짜가 다릅니다." in result.stdout
    assert not (fresh.root / ".cache").exists()


def test_a_folder_without_pages_of_a_shard_is_named(fresh: Copy, caches: list[Path], tmp_path: Path) -> None:
    result = _gather(fresh, caches[0], tmp_path)
    assert result.returncode == 2
    assert f"'{tmp_path}'에 나누어 만든 페이지가 없습니다." in result.stdout


def test_a_shard_whose_list_is_damaged_is_named(fresh: Copy, caches: list[Path], tmp_path: Path) -> None:
    sent = Path(shutil.copytree(caches[1], tmp_path / "sent"))
    with (sent / "ko/shard.pickle").open("ab") as file:
        file.write(b"more")
    result = _gather(fresh, caches[0], sent)
    assert result.returncode == 2
    assert f"'{sent / 'ko'}'에 페이지 목록이 없거나 망가졌습니다." in result.stdout


def test_pages_are_not_gathered_from_where_they_go(fresh: Copy, caches: list[Path]) -> None:
    own = Path(shutil.copytree(caches[0], fresh.root / ".cache/maeul"))
    before = prints(own)
    assert _gather(fresh, own).returncode == 2
    assert prints(own) == before


def test_a_shard_that_cannot_be_is_refused(fresh: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAEUL_SHARD", "4/3")
    result = fresh.build()
    assert result.returncode == 1
    assert "MAEUL_SHARD는 '몇째/모두'로 쓰세요." in result.stdout
    assert not fresh.site.exists()
