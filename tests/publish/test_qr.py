"""QR codes are those of segno, for the same text and mask."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.publish.qr import BORDER, LEVEL, MASK, QrCodes, draw

SVG = "{http://www.w3.org/2000/svg}"
SETTINGS = settings(max_examples=60, deadline=None, derandomize=True)
IDS = st.from_regex(r"[a-z]{2,8}(-[a-z0-9]{1,8}){1,3}", fullmatch=True)
TEXTS = st.binary(min_size=1, max_size=150)


def _segno(data: bytes) -> list[list[int]]:
    code = segno.make_qr(data, error=LEVEL, mode="byte", mask=MASK, boost_error=False)
    return [list(row) for row in code.matrix]


def _rows(width: int, modules: int) -> list[list[int]]:
    """The modules, of which a byte holds seven."""
    pieces = -(-width // 7)
    digits = [f"{byte:07b}" for byte in modules.to_bytes(width * pieces, "big")]
    rows = ("".join(digits[start : start + pieces]) for start in range(0, width * pieces, pieces))
    return [[int(digit) for digit in row[:width]] for row in rows]


@SETTINGS
@given(st.lists(IDS, min_size=1, max_size=12))
def test_codes_of_addresses_are_those_of_segno(ids: list[str]) -> None:
    codes = QrCodes()
    for key in ids:
        data = f"https://maeul.example/offices/{key}/".encode()
        assert _rows(*codes.code(data)) == _segno(data)


@SETTINGS
@given(st.lists(TEXTS, min_size=2, max_size=8))
def test_codes_of_any_texts_of_any_lengths_are_those_of_segno(texts: list[bytes]) -> None:
    codes = QrCodes()
    for data in texts:
        assert _rows(*codes.code(data)) == _segno(data)


@settings(SETTINGS, max_examples=8)
@given(st.integers(1, 45), st.data())
def test_a_code_that_needs_no_segno_any_more_is_the_same(length: int, data: st.DataObject) -> None:
    """With every bit of a length seen, the codes of all texts of that length follow."""
    codes = QrCodes()
    codes.code(bytes(length))
    for bit in range(8 * length):
        codes.code((1 << bit).to_bytes(length, "little"))
    text = data.draw(st.binary(min_size=length, max_size=length))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("maeul.publish.qr.draw", lambda _: pytest.fail("segno was asked"))
        found = codes.code(text)
    assert found == draw(text)


def test_a_code_does_not_depend_on_which_were_drawn_before() -> None:
    addresses = [f"https://maeul.example/offices/city-dong-{number}/" for number in range(40)]
    one, other = QrCodes(), QrCodes()
    forward = [one.svg(address) for address in addresses]
    assert [other.svg(address) for address in reversed(addresses)] == forward[::-1]


def _drawn(svg: bytes) -> tuple[int, set[tuple[int, int]]]:
    """The side of the drawing in modules, and the modules under its lines."""
    root = ElementTree.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    path = root.findall(f"{SVG}path")[1].attrib["d"]
    dark = set()
    x, y = 0, 0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            dark |= {(column, y) for column in range(x, x + int(values[0]))}
        x = int(values[0]) + (0 if command == "M" else x)
        if command != "h":
            y = int(values[1]) + (0 if command == "M" else y)
    return side, dark


def test_the_drawing_shows_the_modules_within_a_light_border() -> None:
    for length in (5, 30, 50, 70, 120):
        text = "https://maeul.example/" + "x" * length
        matrix = _segno(text.encode())
        side, dark = _drawn(QrCodes().svg(text))
        assert side == len(matrix) + 2 * BORDER
        assert dark == {(x + BORDER, y + BORDER) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}


def test_the_drawing_is_dark_on_light_on_any_ground_and_says_the_address() -> None:
    root = ElementTree.fromstring(QrCodes().svg("https://maeul.example/?a=1&b=<2>"))
    assert root.findtext(f"{SVG}title") == "https://maeul.example/?a=1&b=<2>"
    ground, lines = root.findall(f"{SVG}path")
    side = root.attrib["viewBox"].split()[2]
    assert (ground.attrib["fill"], ground.attrib["d"]) == ("#fff", f"M0 0h{side}v{side}H0z")
    assert lines.attrib["stroke"] == "#000"
