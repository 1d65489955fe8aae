from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from maeul.making import output as module
from maeul.making.output import Output
from maeul.making.workers import spread, workers_for


def _site(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(text)


_exchange = module._exchange


def _without_exchange(new: Path, old: Path) -> None:
    with patch.object(module.ctypes, "CDLL", side_effect=OSError):
        _exchange(new, old)


@pytest.mark.parametrize("exchange", [_exchange, _without_exchange])
def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path, exchange: object) -> None:
    _site(tmp_path / "site", "old")
    output = Output(tmp_path / "site", beside=True)
    output.write("offices/a/index.html", b"new")
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    with patch.object(module, "_exchange", exchange):
        output.finish()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
    assert (tmp_path / "site" / "offices/a/index.html").read_bytes() == b"new"
    assert not (tmp_path / "site" / "index.html").exists()


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    output = Output(tmp_path / "site", beside=True)
    output.write("index.html", b"new")
    output.finish()
    assert (tmp_path / "site" / "index.html").read_bytes() == b"new"


def test_a_failed_build_leaves_only_the_old_site(tmp_path: Path) -> None:
    _site(tmp_path / "site", "old")
    output = Output(tmp_path / "site", beside=True)
    output.write("index.html", b"new")
    output.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_an_old_site_left_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    _site(tmp_path / ".site-old", "old")
    Output(tmp_path / "site", beside=True)
    assert (tmp_path / "site" / "index.html").read_text() == "old"


def test_a_half_written_site_of_a_killed_build_is_not_built_upon(tmp_path: Path) -> None:
    _site(tmp_path / ".site-new", "half")
    output = Output(tmp_path / "site", beside=True)
    output.write("a.html", b"a")
    output.finish()
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["a.html"]


def test_a_preview_is_written_where_it_is_shown(tmp_path: Path) -> None:
    output = Output(tmp_path / "site", beside=False)
    output.write("a.html", b"a")
    output.finish()
    assert (tmp_path / "site" / "a.html").read_bytes() == b"a"


def test_a_kept_page_is_linked_or_copied(tmp_path: Path) -> None:
    (tmp_path / "kept.html").write_bytes(b"kept")
    output = Output(tmp_path / "site", beside=True)
    output.link("a/index.html", tmp_path / "kept.html")
    with patch.object(os, "link", side_effect=OSError):
        output.link("b/index.html", tmp_path / "kept.html")
    assert (output.folder / "a/index.html").read_bytes() == (output.folder / "b/index.html").read_bytes() == b"kept"


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_work_is_done_once_and_in_order_by_any_number_of_workers(workers: int, count: int) -> None:
    items = list(range(count))
    assert [item for part in spread(items, lambda part: [2 * n for n in part], workers) for item in part] == [
        2 * n for n in items
    ]


def test_little_work_and_systems_that_cannot_copy_a_process_have_one_worker() -> None:
    assert workers_for(107) == 1
    assert workers_for(1_000_000) >= 1
    with patch("multiprocessing.get_all_start_methods", return_value=["spawn"]):
        assert workers_for(1_000_000) == 1
