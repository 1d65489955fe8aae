r"""Values of a record as text that people read and change in a cell, and exactly back.

A list has a line for each item; an item of several parts has ` | ` between them. Signs that would be lost or taken for
something else are written with a backslash: `\|`, `\n` for a line end, `\s` for a space at an edge, `\\`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from maeul.load.suggest import advice

BETWEEN = " | "
_NAMED = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_READ = {"\\": "\\", "n": "\n", "t": "\t", "r": "\r", "s": " ", "|": "|"}
_SIGNS = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|^\s|\s\Z")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))")
_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")


class CellError(ValueError):
    """A text that says nothing: `code` and `values` make the finding."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def escaped(text: str) -> str:
    """A text as it stands in a cell by itself."""
    return _SIGNS.sub(_escape, text)


def unescaped(text: str) -> str:
    """What a text in a cell stands for; a backslash before any other sign is a backslash."""
    return _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _READ.get(found[2], found[0]), text.strip()
    )


def _escape(found: re.Match[str]) -> str:
    sign = found.group()
    return _NAMED.get(sign) or ("\\s" if sign == " " else f"\\u{ord(sign):04x}")


def joined(parts: Sequence[Any]) -> str:
    """The parts of an item on one line; missing ones at the end are left out."""
    texts = ["" if part is None else escaped(str(part)).replace("|", "\\|") for part in parts]
    while texts[-1] == "":
        texts.pop()
    return BETWEEN.join(texts)


def parted(line: str, most: int) -> list[str | None]:
    """The parts of an item, always `most` of them; a missing one is None."""
    texts = [unescaped(text) or None for text in _PIPE.sub("\\1\0", line).split("\0")]
    if len(texts) > most or texts[0] is None:
        raise CellError("cell-shape", found=line)
    return [*texts, *[None] * (most - len(texts))]


def lines(text: str) -> list[str]:
    """The lines of a cell that are not empty."""
    return [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]


def filled(**values: Any) -> dict[str, Any]:
    """A mapping of what is there."""
    return {name: value for name, value in values.items() if value is not None}


def number(text: str | None) -> Any:
    """A whole number, or the text as it is, which the check will speak of."""
    return int(text) if text is not None and re.fullmatch(r"0|[1-9][0-9]{0,15}", text) else text


def decimal(text: str) -> Any:
    """A number, or the text as it is, which the check will speak of."""
    return float(text) if re.fullmatch(r"-?[0-9]{1,15}(?:\.[0-9]{1,17})?", text) else text


class Vocabulary:
    """Words for keys; a word that stands for two keys, or would not come back from a cell, gives way to the key."""

    def __init__(self, words: Mapping[str, str]) -> None:
        names = list(words.values())
        self._word = {
            key: name if names.count(name) == 1 and name not in words and not re.search(r"[|\\,\n]", name) else key
            for key, name in words.items()
        }
        self._key = {name: key for key, name in self._word.items()} | {key: key for key in words}

    @property
    def words(self) -> list[str]:
        """All words, in their order."""
        return list(self._word.values())

    def word(self, key: str) -> str:
        """The word for a key."""
        return self._word[key]

    def key(self, text: str) -> str:
        """The key for a word, or for itself."""
        found = self._key.get(text.strip())
        if found is None:
            raise CellError("cell-word", found=text, advice=advice(text, self.words))
        return found
