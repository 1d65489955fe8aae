from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from maeul.directory import Directory
from maeul.publish.sprite import sprite_svg
from maeul.site import state
from small_project import ROOT

PICTOGRAMS = ROOT / "overrides" / "assets" / "pictograms"
SVG = "{http://www.w3.org/2000/svg}"
TEMPLATES = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "overrides").rglob("*.html")))


@pytest.fixture(scope="module")
def symbols() -> dict[str, ElementTree.Element]:
    sprite = ElementTree.fromstring(sprite_svg(PICTOGRAMS))
    return {symbol.attrib["id"]: symbol for symbol in sprite.iter(f"{SVG}symbol")}


def test_every_pictogram_is_a_symbol_on_the_24_px_grid(symbols: dict[str, ElementTree.Element]) -> None:
    assert set(symbols) == {path.stem for path in PICTOGRAMS.glob("*.svg")}
    for name, symbol in symbols.items():
        assert symbol.attrib["viewBox"] == "0 0 24 24", name
        assert len(symbol), name


def test_every_icon_that_templates_name_exists(symbols: dict[str, ElementTree.Element]) -> None:
    named = set(re.findall(r'icon\("([a-z-]+)"', TEMPLATES)) | set(re.findall(r"pictograms\.svg#([a-z-]+)", TEMPLATES))
    assert named
    assert named <= set(symbols)


def test_every_service_and_every_state_has_an_icon(symbols: dict[str, ElementTree.Element], real: Directory) -> None:
    assert {service.key for service in real.services} <= set(symbols)
    assert set(state._ICONS.values()) <= set(symbols)
    assert "story" in symbols  # a story that tells of no service


def test_pictograms_take_the_colour_of_their_words(symbols: dict[str, ElementTree.Element]) -> None:
    for name, symbol in symbols.items():
        colours = {part.attrib[paint] for part in symbol.iter() for paint in ("fill", "stroke") if paint in part.attrib}
        assert colours <= {"none", "currentColor"}, name
