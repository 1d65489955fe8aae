from __future__ import annotations

from pathlib import Path

import pytest
from maeul.kept.digests import digest, digest_of_files
from maeul.kept.pages import KeptPages
from maeul.kept.store import keep, kept

FROM = digest("made from this")


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path / "a" / "value", FROM, {"x": [1, 2]})
    assert kept(tmp_path / "a" / "value", FROM) == {"x": [1, 2]}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["value"]


def test_what_was_made_from_something_else_is_not_believed(tmp_path: Path) -> None:
    keep(tmp_path / "value", FROM, 1)
    assert kept(tmp_path / "value", digest("something else")) is None


def test_nothing_kept_is_nothing(tmp_path: Path) -> None:
    assert kept(tmp_path / "value", FROM) is None


@pytest.mark.parametrize("at", [0, 20, 40, -1])
def test_a_damaged_file_is_not_believed(tmp_path: Path, at: int) -> None:
    file = tmp_path / "value"
    keep(file, FROM, list(range(100)))
    raw = bytearray(file.read_bytes())
    raw[at] ^= 1
    file.write_bytes(raw)
    assert kept(file, FROM) is None


@pytest.mark.parametrize("length", [0, 10, 31, 32, 40])
def test_a_file_cut_short_is_not_believed(tmp_path: Path, length: int) -> None:
    file = tmp_path / "value"
    keep(file, FROM, list(range(100)))
    file.write_bytes(file.read_bytes()[:length])
    assert kept(file, FROM) is None


def test_digests_tell_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") == digest(b"a")


def test_a_renamed_file_changes_the_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    before = digest_of_files([tmp_path / "a"])
    (tmp_path / "a").rename(tmp_path / "b")
    assert digest_of_files([tmp_path / "b"]) != before


def test_a_copy_of_files_elsewhere_has_the_same_digest(tmp_path: Path) -> None:
    files = ("data/a", "data/geo/b", "words")
    for folder in ("one", "two"):
        for file in files:
            path = tmp_path / folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file)
    one, two = (digest_of_files(tmp_path / folder / file for file in files) for folder in ("one", "two"))
    assert one == two
    (tmp_path / "two/data/geo/b").rename(tmp_path / "two/data/b")
    assert digest_of_files(tmp_path / "two" / file for file in ("data/a", "data/b", "words")) != one


FILES = {"index.html": b"page", "card.vcf": b"card"}


def _one_page(folder: Path) -> KeptPages:
    """What the next build finds of a page."""
    pages = KeptPages(folder, FROM)
    pages.note({"offices/a": pages.write("offices/a", digest("1"), FILES)})
    pages.finish()
    return KeptPages(folder, FROM)


def _read(pages: KeptPages, name: str) -> dict[str, bytes]:
    return {file: Path(path).read_bytes() for file, path, _ in pages.files(name)}


def test_an_unchanged_page_is_found_again_with_the_files_beside_it(tmp_path: Path) -> None:
    pages = _one_page(tmp_path)
    assert pages.find("offices/a", digest("1"))
    assert _read(pages, "offices/a") == FILES


def test_a_page_made_from_something_else_is_not_found(tmp_path: Path) -> None:
    assert not _one_page(tmp_path).find("offices/a", digest("2"))
    assert not KeptPages(tmp_path, digest("other templates")).find("offices/a", digest("1"))


@pytest.mark.parametrize("file", FILES)
def test_a_page_with_a_file_that_somebody_wrote_to_or_removed_is_not_found(tmp_path: Path, file: str) -> None:
    pages = _one_page(tmp_path)
    path = tmp_path / "pages" / f"offices/a.{file}"
    path.write_bytes(b"OTHER")
    assert not pages.find("offices/a", digest("1"))
    path.unlink()
    assert not pages.find("offices/a", digest("1"))


def test_a_page_drawn_again_leaves_what_the_last_site_shows(tmp_path: Path) -> None:
    pages = _one_page(tmp_path)
    for file in FILES:
        (tmp_path / file).hardlink_to(tmp_path / "pages" / f"offices/a.{file}")
    new = {file: b"new" for file in FILES}
    pages.note({"offices/a": pages.write("offices/a", digest("2"), new)})
    assert _read(pages, "offices/a") == new
    assert {file: (tmp_path / file).read_bytes() for file in FILES} == FILES


def test_pages_that_are_not_made_any_more_are_removed_with_the_files_beside_them(tmp_path: Path) -> None:
    _one_page(tmp_path).finish()
    assert [path for path in (tmp_path / "pages").rglob("*") if path.is_file()] == []
    assert not KeptPages(tmp_path, FROM).find("offices/a", digest("1"))
