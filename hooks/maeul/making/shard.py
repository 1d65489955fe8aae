"""A shard of a build: the part of its pages that one of several machines draws."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")

_SHARD = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


@dataclass(frozen=True)
class Shard:
    """The `number`th of `of` shards, counted from 1."""

    number: int
    of: int

    def part(self, items: Sequence[Item]) -> Sequence[Item]:
        """The items of this shard: neighbours, for they share cards. All shards together have each item once."""
        return items[len(items) * (self.number - 1) // self.of : len(items) * self.number // self.of]


def read_shard(text: str) -> Shard | None:
    """The shard that a text such as `2/3` names; None when there is no text. ValueError when it names none."""
    if not text:
        return None
    match = _SHARD.fullmatch(text)
    if match is None or int(match[1]) > int(match[2]):
        raise ValueError(text)
    return Shard(int(match[1]), int(match[2]))
