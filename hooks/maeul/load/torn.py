"""Records of a list that cannot be read, or that a stray dash tore in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from maeul.load.document import RECORD_KEYS

_STARTS = tuple(f"- {key}: " for key in RECORD_KEYS)
_FIELD = re.compile(r"^(?:- |  )([A-Za-z_]+):(?=\s|$)", re.MULTILINE)
_ITEM = re.compile(r"- \{[^\n]*")


class Unreadable:
    """Stands in a list for a record that cannot be read.

    `ids` are those that are plain nevertheless; none when the text may hold more records than ids.
    """

    _ID = re.compile(r"(?:^ ?-? ? ?|[\]}\"] *- )(?:id|key): *[\"']?([\w-]+)", re.MULTILINE)
    _NAME = re.compile(r"^(?:- |  )name:", re.MULTILINE)

    def __init__(self, text: str) -> None:
        ids = self._ID.findall(text)
        self.ids = ids if len(ids) >= len(self._NAME.findall(text)) else []


def torn_off(texts: Sequence[str]) -> set[int]:
    """Which texts are no records but the rest of the one before.

    They have no key, and only fields that it lacks, or begin with an item of one of its lists.
    """
    torn: set[int] = set()
    head, before = "", None
    for index, text in enumerate(texts):
        if text.startswith(_STARTS):
            head, before = text, None
            continue
        names = set(_FIELD.findall(text))
        before = set(_FIELD.findall(head)) if before is None else before
        rest = names and names.isdisjoint(before | set(RECORD_KEYS)) and not before.isdisjoint(RECORD_KEYS)
        if rest or _is_item(text, head):
            torn.add(index)
            before |= names
        else:
            before = names
    return torn


def _is_item(text: str, head: str) -> bool:
    """Whether a text begins with an item of a list inside the record before it: in brackets, and without its key."""
    item, key = _ITEM.match(text), next((start for start in _STARTS if head.startswith(start)), None)
    return item is not None and key is not None and key.removeprefix("- ") not in item[0]
