"""QR codes of many addresses that are nearly the same, as SVG.

For one length of text, one mask and one level of correction, every module of a QR code is a sum over GF(2) of bits of
the text and a constant: the codewords are the text's bits, the correction is linear in them, the mask is a pattern
added at the end. So where two texts differ as two others do, their codes differ alike. Codes drawn by segno are a
basis, from which all further ones come by elimination: of ten thousand addresses, segno draws two hundred.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

import segno

LEVEL = "m"  # still read with 15 % of it damaged (ISO/IEC 18004)
MASK = 2  # any can be read; the same for all, so that a code does not depend on which others are drawn
BORDER = 4  # light modules around the code
_PIECE = 7  # modules in a byte; its highest bit is free to say that a row ends
_ROW_END = 1 << _PIECE
_DIGITS = bytes.maketrans(b"\0\1", b"01")

Code = tuple[int, int]  # modules along a side; all modules, seven to a byte, as a number, the first row highest


class QrCodes:
    """Draws codes, remembering what it needs to draw the next one without segno.

    `_first` holds a text and its code for each length; `_basis`, for each size of code, differences of two texts, each
    with the difference of their codes below it in one number, by the highest bit.
    """

    def __init__(self) -> None:
        self._first: dict[int, tuple[int, Code]] = {}
        self._basis: defaultdict[int, dict[int, int]] = defaultdict(dict)

    def svg(self, text: str) -> bytes:
        """The code of a text as a drawing, dark on light whatever is behind it; a module is a unit wide."""
        width, modules = self.code(text.encode())
        side = width + 2 * BORDER
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
            f'<title>{escape(text)}</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
            f'<path fill="none" stroke="#000" d="M{BORDER} {BORDER}.5{_lines(width, modules)}"/></svg>\n'
        ).encode()

    def code(self, data: bytes) -> Code:
        """The code of a text."""
        text = int.from_bytes(data, "little")  # a byte has the same bits in texts of all lengths
        if len(data) not in self._first:
            self._first[len(data)] = (text, draw(data))
        first, (width, modules) = self._first[len(data)]
        basis, room = self._basis[width], _room(width)
        rest = (text ^ first) << room | modules
        while (highest := rest.bit_length()) > room:
            if highest not in basis:
                drawn = draw(data)
                basis[highest] = rest ^ drawn[1]
                return drawn
            rest ^= basis[highest]
        return width, rest


def draw(data: bytes) -> Code:
    """A code as segno draws it, in the smallest size that holds the data."""
    matrix = segno.make_qr(data, error=LEVEL, mode="byte", mask=MASK, boost_error=False).matrix
    return len(matrix), int.from_bytes(b"".join(map(_packed, matrix)), "big")


def _packed(row: bytes | bytearray) -> bytes:
    """A row of modules, seven to a byte; the last byte is filled up with light ones."""
    digits = row.translate(_DIGITS).ljust(-(-len(row) // _PIECE) * _PIECE, b"0")
    return bytes(int(digits[start : start + _PIECE], 2) for start in range(0, len(digits), _PIECE))


def _lines(width: int, modules: int) -> str:
    """The dark modules as lines of a path, from the middle of the first module's left edge on."""
    pieces = (modules | _row_ends(width)).to_bytes(_room(width) // 8, "big")
    return "".join(map(_steps(width).__getitem__, pieces))


def _room(width: int) -> int:
    """How many bits the number of a code has."""
    return 8 * width * -(-width // _PIECE)


@cache
def _row_ends(width: int) -> int:
    """The number that sets the free bit of the last byte of each row but the last."""
    row = bytes(-(-width // _PIECE) - 1)
    return int.from_bytes((row + bytes([_ROW_END])) * (width - 1) + row + b"\0", "big")


@cache
def _steps(width: int) -> tuple[str, ...]:
    """For each byte what draws it: lines over dark modules, moves over light ones, and the way to the next row."""
    back = f"m-{-(-width // _PIECE) * _PIECE} 1"
    pieces = [_runs(f"{piece:0{_PIECE}b}") for piece in range(_ROW_END)]
    return (*pieces, *(steps + back for steps in pieces))


def _runs(digits: str) -> str:
    runs = ((digit, len(list(run))) for digit, run in groupby(digits))
    return "".join(f"h{length}" if digit == "1" else f"m{length} 0" for digit, length in runs)
