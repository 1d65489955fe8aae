"""Pieces of large files: the same bytes again, in any order, and none from a file that changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.kept.pieces import KeptPieces, RememberedPieces

PIECES = st.dictionaries(st.binary(min_size=1, max_size=4), st.tuples(st.binary(), st.binary()), max_size=6)
SMALL = {b"one": (b"a", b""), b"two": (b"bc", b"d")}


def _kept(folder: Path, pieces: dict[bytes, tuple[bytes, ...]], made_from: bytes = b"m" * 16) -> KeptPieces:
    assert list(KeptPieces(folder, made_from).replace(iter(pieces.items()))) == list(pieces.values())
    return KeptPieces(folder, made_from)


@given(PIECES, st.data())
def test_pieces_are_read_as_they_were_kept(
    tmp_path_factory: pytest.TempPathFactory, pieces: dict[bytes, tuple[bytes, ...]], data: st.DataObject
) -> None:
    kept = _kept(tmp_path_factory.mktemp("kept"), pieces)
    asked = data.draw(st.lists(st.sampled_from(sorted(pieces)))) if pieces else []
    assert list(kept.read(asked)) == [pieces[key] for key in asked]


def test_only_the_pieces_of_the_last_build_are_kept(tmp_path: Path) -> None:
    _kept(tmp_path, SMALL)
    kept = _kept(tmp_path, {b"two": (b"bc", b"d"), b"three": (b"e", b"f")})
    assert [key in kept for key in (b"one", b"two", b"three")] == [False, True, True]


def test_pieces_made_with_something_else_are_not_believed(tmp_path: Path) -> None:
    _kept(tmp_path, SMALL)
    assert b"one" not in KeptPieces(tmp_path, b"n" * 16)


def test_a_changed_file_is_not_believed(tmp_path: Path) -> None:
    _kept(tmp_path, SMALL)
    file = tmp_path / "pieces.bin"
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(1, 1))
    assert b"one" not in KeptPieces(tmp_path, b"m" * 16)


def test_pieces_of_a_build_that_was_broken_off_are_not_kept(tmp_path: Path) -> None:
    _kept(tmp_path, SMALL)
    unfinished = KeptPieces(tmp_path, b"m" * 16).replace(iter({b"three": (b"e",)}.items()))
    next(unfinished)
    unfinished.close()
    kept = KeptPieces(tmp_path, b"m" * 16)
    assert [key in kept for key in (b"one", b"three")] == [True, False]
    assert list(kept.read([b"two"])) == [(b"bc", b"d")]


def test_a_preview_reads_its_pieces_from_memory(tmp_path: Path) -> None:
    kept = RememberedPieces(tmp_path, b"m" * 16)
    assert list(kept.replace(iter(SMALL.items()))) == list(SMALL.values())
    assert b"one" in KeptPieces(tmp_path, b"m" * 16)
    (tmp_path / "pieces.bin").unlink()
    assert list(kept.read([b"two", b"one"])) == [SMALL[b"two"], SMALL[b"one"]]
    changed = {b"two": SMALL[b"two"], b"three": (b"e", b"f")}
    assert list(kept.replace(iter(changed.items()))) == list(changed.values())
    assert [key in kept for key in (b"one", b"two", b"three")] == [False, True, True]


def test_a_preview_does_not_go_back_to_pieces_that_it_has_forgotten(tmp_path: Path) -> None:
    kept = RememberedPieces(tmp_path, b"m" * 16)
    assert list(kept.replace(iter(SMALL.items()))) == list(SMALL.values())
    assert list(kept.read([])) == []
    assert b"one" not in kept
