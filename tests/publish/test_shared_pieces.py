"""Pieces that copies of the process make are those that it would make itself, and leave nothing behind."""

from __future__ import annotations

from pathlib import Path

from maeul.kept.pieces import KeptPieces
from maeul.publish.pieces import OfficePieces, Pieces
from maeul.site.context import SiteContext


def _pieces(site: SiteContext, folder: Path) -> OfficePieces:
    pieces = Pieces(site.directory, site.words, site.addresses, site.site_url)
    return OfficePieces(pieces, KeptPieces(folder, pieces.made_from))


def test_copies_make_the_pieces_that_one_process_makes_and_keep_one_file(site: SiteContext, tmp_path: Path) -> None:
    alone, shared = (_pieces(site, tmp_path / name) for name in ("alone", "shared"))
    shared.begin(3)
    assert list(shared) == list(alone)
    kept = {path.name for path in (tmp_path / "alone").iterdir()}
    assert {path.name for path in (tmp_path / "shared").iterdir()} == kept
    again = _pieces(site, tmp_path / "shared")
    assert not again.missing
    assert list(again) == list(_pieces(site, tmp_path / "alone"))
