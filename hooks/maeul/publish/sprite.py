"""All pictograms in one SVG file of symbols, so that a page names a picture instead of carrying it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

SPRITE = "assets/pictograms.svg"
_SVG = "http://www.w3.org/2000/svg"
_KEPT = ("viewBox", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin")


def sprite_svg(folder: Path) -> bytes:
    """The SVG files of a folder as symbols named after them, in alphabetical order."""
    ElementTree.register_namespace("", _SVG)
    sprite = ElementTree.Element(f"{{{_SVG}}}svg")
    for path in sorted(folder.glob("*.svg")):
        drawing = ElementTree.fromstring(path.read_bytes())
        kept = {name: drawing.attrib[name] for name in _KEPT if name in drawing.attrib}
        symbol = ElementTree.SubElement(sprite, f"{{{_SVG}}}symbol", {"id": path.stem, **kept})
        symbol.extend(drawing)
    return bytes(ElementTree.tostring(sprite, "utf-8")) + b"\n"
