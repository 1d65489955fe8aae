"""Did you mean: the known word nearest to what was typed."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from maeul.load.korean import particle

_MANY = 16
_LONGEST = 60  # a longer text is no slip of a word


def nearest_word(found: str, choices: Iterable[str], closest: float = 0.6) -> str | None:
    """The choice most like `found`, compared letter by letter (jamo by jamo for Hangul); None when none is near.

    `closest` is the share of letters that must be alike, from 0 to 1.
    """
    return _nearest(found, tuple(choices), closest) if len(found) <= _LONGEST else None


def nearest_key(found: str, choices: Iterable[str], names: Mapping[str, str]) -> str | None:
    """The choice most like `found` by itself or by its name in Korean; None when none is near."""
    near = nearest_word(found, (*names, *choices))
    return names.get(near, near) if near is not None else None


def advice(
    found: object, choices: Iterable[str], *, listed_in: str = "", names: Mapping[str, str] = MappingProxyType({})
) -> str:
    """What to type instead of `found`: the nearest choice, or all of them, or, when they are many, where they stand.

    `names` gives choices by what they are called in Korean.
    """
    known = tuple(choices)
    near = nearest_key(str(found), known, names)
    if near is not None:
        return f"혹시 '{near}'인가요? 그렇다면 '{near}'{particle(near, '으로')} 고치세요."
    if listed_in and len(known) > _MANY:
        return f"{listed_in}에 있는 값을 쓰세요."
    return f"다음 가운데 하나를 쓰세요: {', '.join(known)}"


@lru_cache(maxsize=4096)
def _nearest(found: str, choices: tuple[str, ...], closest: float) -> str | None:
    letters = _all_letters(choices)
    near = difflib.get_close_matches(_letters(found), letters, n=1, cutoff=closest)
    return letters[near[0]] if near else None


@lru_cache(maxsize=64)
def _all_letters(choices: tuple[str, ...]) -> dict[str, str]:
    return {_letters(choice): choice for choice in choices}


def _letters(text: str) -> str:
    return unicodedata.normalize("NFD", text).lower().replace("_", "-")
