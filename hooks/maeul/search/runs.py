"""Strings and numbers of an index written shortly: names that count up, and numbers that follow one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_LAST_NUMBER = re.compile(r"[1-9][0-9]*(?=[^0-9]*\Z)")
_DIGITS = re.compile(r"[0-9]+")


def with_runs(texts: Mapping[str, list[str]]) -> dict[str, list[Any]]:
    """Strings with their forms, of those that count up (와동 1호, 와동 2호) the first; `runs` says how many."""
    firsts: list[tuple[str, ...]] = []
    runs: list[int] = []
    for forms in zip(*texts.values(), strict=True):
        if firsts and tuple(raised(form, runs[-1]) for form in firsts[-1]) == forms:
            runs[-1] += 1
        else:
            firsts.append(forms)
            runs.append(1)
    return {**{name: [forms[at] for forms in firsts] for at, name in enumerate(texts)}, "runs": runs}


def raised(text: str, by: int) -> str:
    """A text with its last number raised; `finder/runs.js` does the same."""
    return _LAST_NUMBER.sub(lambda number: str(int(number[0]) + by), text)


def counting(text: str) -> tuple[str, list[int]]:
    """What sorts texts so that those that count up stand together in their order."""
    return _DIGITS.sub("", text), [int(number) for number in _DIGITS.findall(text)]


def ranges(numbers: Iterable[int]) -> list[int]:
    """Different numbers as pairs in one list: how many are left out, how many are taken, and so on."""
    out: list[int] = []
    after = 0
    for number in sorted(numbers):
        if out and number == after:
            out[-1] += 1
        else:
            out += [number - after, 1]
        after = number + 1
    return out
