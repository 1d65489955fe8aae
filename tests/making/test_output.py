from __future__ import annotations

import os
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.making import output as module
from maeul.making.output import Output


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
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site-spare", "site"]
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


def _build(tmp_path: Path, files: dict[str, bytes], theme: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """The files of a site after a build that wrote these."""
    output = Output(tmp_path / "site", beside=True)
    for name, data in files.items():
        output.write(name, data)
    for name, data in (theme or {}).items():
        path = output.theme / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    output.finish()
    return _files(tmp_path / "site")


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_half_written_site_of_a_killed_build_is_put_right(tmp_path: Path) -> None:
    _site(tmp_path / ".site-spare", "half")
    assert _build(tmp_path, {"a.html": b"a"}) == {"a.html": b"a"}


NAMES = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3).map("/".join)


def _is_tree(files: dict[str, bytes]) -> bool:
    """No file is in the place of a folder."""
    return not any(other.startswith(f"{name}/") for name in files for other in files)


TREES = st.dictionaries(NAMES, st.sampled_from([b"one", b"two", b"three"])).filter(_is_tree)


@given(st.lists(st.tuples(TREES, TREES).filter(lambda pair: _is_tree({**pair[0], **pair[1]})), max_size=5))
def test_after_any_row_of_builds_the_site_holds_what_the_last_one_wrote(
    builds: list[tuple[dict[str, bytes], dict[str, bytes]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for ours, theme in builds:
            before = _files(Path(folder) / "site")
            assert _build(Path(folder), ours, theme) == {**theme, **ours}
            spare = Path(folder) / ".site-spare"
            assert not spare.exists() or _files(spare) == before


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    for _ in range(2):  # the first makes the site, the second the spare
        _build(tmp_path, {"a/index.html": b"same", "b.html": b"one"})
    before = (tmp_path / ".site-spare" / "a/index.html").stat()
    _build(tmp_path, {"a/index.html": b"same", "b.html": b"two"})
    after = (tmp_path / "site" / "a/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (tmp_path / ".site-spare" / "b.html").read_bytes() == b"one"


def test_a_kept_page_that_changed_takes_the_place_of_the_old_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept.html"
    for text in ("one", "two", "three"):
        kept.unlink(missing_ok=True)
        kept.write_text(text)
        output = Output(tmp_path / "site", beside=True)
        output.link("a/index.html", str(kept))
        output.finish()
        assert (tmp_path / "site" / "a/index.html").read_text() == text


def test_a_preview_is_written_where_it_is_shown(tmp_path: Path) -> None:
    output = Output(tmp_path / "site", beside=False)
    output.write("a.html", b"a")
    output.finish()
    assert (tmp_path / "site" / "a.html").read_bytes() == b"a"


def test_a_kept_page_is_linked_or_copied(tmp_path: Path) -> None:
    (tmp_path / "kept.html").write_bytes(b"kept")
    output = Output(tmp_path / "site", beside=True)
    output.link("a/index.html", str(tmp_path / "kept.html"))
    with patch.object(os, "link", side_effect=OSError):
        output.link("b/index.html", str(tmp_path / "kept.html"))
    assert (output.folder / "a/index.html").read_bytes() == (output.folder / "b/index.html").read_bytes() == b"kept"
