"""Shared strings of a file of search: each is written once with its keys, initials and romanisation."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from maeul.search.romanise import fold, romanise
from maeul.search.text import initials, keys


class Texts:
    """A dictionary of strings that rows point into by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str | None) -> int:
        """The number of a string, new or known; -1 for none."""
        return self._numbers.setdefault(text, len(self._numbers)) if text else -1

    def numbers(self, texts: Iterable[str]) -> list[int]:
        """The numbers of some strings."""
        return [self.number(text) for text in texts]

    def known(self) -> list[str]:
        """The strings by number."""
        return list(self._numbers)

    def columns(self) -> dict[str, list[str]]:
        """The strings by number, with what they are compared by."""
        return columns(self._numbers)


def columns(texts: Iterable[str]) -> dict[str, list[str]]:
    """Strings with the forms that they are compared by."""
    forms = [_forms(text) for text in texts]
    return {name: [form[at] for form in forms] for at, name in enumerate(("text", "keys", "initials", "roman"))}


@lru_cache(maxsize=20_000)  # a preview asks for the same ones again
def _forms(text: str) -> tuple[str, str, str, str]:
    return text, keys(text), initials(text), fold(romanise(text))


def steps(numbers: Iterable[int | None]) -> list[int | None]:
    """Each number as its difference from the last one before it, which is short where neighbours are near."""
    last = 0
    out: list[int | None] = []
    for number in numbers:
        out.append(None if number is None else number - last)
        last = last if number is None else number
    return out
