"""Records of a list that cannot be read, or that a stray dash tore in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from maeul.load.document import RECORD_KEYS

_STARTS = tuple(f"- {key}: " for key in RECORD_KEYS)
_FIELD = re.compile(r"^(?:- |  )([A-Za-z_]+):(?=\s|$)", re.MULTILINE)


class Unreadable:
    """Stands in a list for a record that cannot be read; `ids` are those that are plain nevertheless."""

    _ID = re.compile(r"^ ?-? ? ?(?:id|key): *[\"']?([\w-]+)", re.MULTILINE)

    def __init__(self, text: str) -> None:
        self.ids = self._ID.findall(text)


def torn_off(texts: Sequence[str]) -> set[int]:
    """Which texts are no records but the rest of the one before: they have no key, and only fields that it lacks."""
    torn: set[int] = set()
    head, before = "", None
    for index, text in enumerate(texts):
        if text.startswith(_STARTS):
            head, before = text, None
            continue
        names = set(_FIELD.findall(text))
        before = set(_FIELD.findall(head)) if before is None else before
        if names and names.isdisjoint(before | set(RECORD_KEYS)) and not before.isdisjoint(RECORD_KEYS):
            torn.add(index)
            before |= names
        else:
            before = names
    return torn
