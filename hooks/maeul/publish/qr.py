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

    `_first` holds a text and its code for each length; `_basis`, for each size of code, differences of two texts by
    their highest bit, and the difference of their codes.
    """

    def __init__(self) -> None:
        self._first: dict[int, tuple[int, Code]] = {}
        self._basis: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)

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
        basis, difference = self._basis[width], text ^ first
        while difference:
            highest = difference.bit_length()
            if highest not in basis:
                drawn = draw(data)
                basis[highest] = (difference, modules ^ drawn[1])
                return drawn
            of_text, of_code = basis[highest]
            difference ^= of_text
            modules ^= of_code
        return width, modules


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
    size, ends = _row_ends(width)
    return (modules | ends).to_bytes(size, "big").decode("latin-1").translate(_steps(width))


@cache
def _row_ends(width: int) -> tuple[int, int]:
    """How many bytes a code has, and the number that sets the free bit of the last byte of each row but the last."""
    pieces = -(-width // _PIECE)
    row = bytes(pieces - 1)
    return width * pieces, int.from_bytes((row + bytes([_ROW_END])) * (width - 1) + row + b"\0", "big")


@cache
def _steps(width: int) -> dict[int, str]:
    """For each byte what draws it: lines over dark modules, moves over light ones, and the way to the next row."""
    back = f"m-{-(-width // _PIECE) * _PIECE} 1"
    pieces = {piece: _runs(f"{piece:0{_PIECE}b}") for piece in range(_ROW_END)}
    return pieces | {piece | _ROW_END: steps + back for piece, steps in pieces.items()}


def _runs(digits: str) -> str:
    runs = ((digit, len(list(run))) for digit, run in groupby(digits))
    return "".join(f"h{length}" if digit == "1" else f"m{length} 0" for digit, length in runs)
