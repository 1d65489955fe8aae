"""Online map tiles are offered only where a server is named."""

from __future__ import annotations

import shutil
from pathlib import Path

from built.building import Copy


def test_no_outside_map_is_offered_unless_one_is_named(built: Copy) -> None:
    assert "data-map-tiles" not in (built.site / "map/index.html").read_text("utf-8")


def test_a_named_server_is_offered_by_a_button_that_says_so(built: Copy, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "copy")
    shutil.copytree(built.root, copy.root)
    tiles = '{url: "https://t.example/{z}/{x}/{y}.png", host: t.example, attribution: © somebody}'
    copy.replace("mkdocs.yml", "tiles: null", f"tiles: {tiles}")
    page = (copy.built().site / "map/index.html").read_text("utf-8")
    assert 'data-url="https://t.example/{z}/{x}/{y}.png"' in page
    assert "누르면 t.example 서버에 접속해요." in page
