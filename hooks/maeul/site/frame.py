"""The frame of a kind of page: everything around what differs, rendered once and filled for each page.

The theme renders a page whose differing values are marks that no text can hold. The result is cut at the marks, and a
page is the pieces joined with its own values in between. A mark that is missing, or that the theme altered, is an error
at once; nothing can end in another's place, because every cut knows whose value belongs there.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

# What differs from page to page of one kind. The text slots are escaped when filled, the others are HTML.
TEXT_SLOTS = ("title", "description", "canonical")
HTML_SLOTS = ("head", "languages", "content")
SLOTS = (*TEXT_SLOTS, *HTML_SLOTS)

_TOKEN = secrets.token_hex(12)
_MARK = re.compile(rf"⟦({'|'.join(SLOTS)}):{_TOKEN}⟧")


def marks() -> dict[str, str]:
    """What to render in place of each value."""
    return {slot: f"⟦{slot}:{_TOKEN}⟧" for slot in SLOTS}


@dataclass(frozen=True)
class Frame:
    """The pieces between the slots, as bytes, and the slots between the pieces."""

    pieces: tuple[bytes, ...]
    slots: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The page with its values in their places."""
        ready = {slot: _ready(slot, values[slot]) for slot in SLOTS}
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts += [ready[slot], piece]
        return b"".join(parts)


def cut(html: str) -> Frame:
    """The frame in a page rendered with `marks`. ValueError when a mark is missing or was altered on the way."""
    parts = _MARK.split(html)
    pieces, slots = parts[0::2], tuple(parts[1::2])
    missing = [slot for slot in SLOTS if slot not in slots]
    altered = [piece for piece in pieces if _TOKEN in piece]
    if missing or altered:
        raise ValueError(f"frame: missing slots {missing}, altered marks {len(altered)}")
    return Frame(tuple(piece.encode() for piece in pieces), slots)


def _ready(slot: str, value: str) -> bytes:
    return (escape(value) if slot in TEXT_SLOTS else value).encode()
