"""What the check says of a record, said of cells and answers: titles for names of fields, cells for lines."""

from __future__ import annotations

import re

from maeul.load.korean import particle
from maeul.load.labels import LABELS

_LINE = re.compile(r"'[a-z_]+:' 줄을 지우세요")
_TYPED = re.compile(r"'[a-z_]+: ([^\n]*?)'(?=처럼)")
_PLAIN = re.compile(r"[^\[{\"…]+")
_NAMED = re.compile(r"'([a-z_]+)'((?:은|는|이|가|을|를|과|와)(?![가-힣]))?")
_AFTER_CONSONANT = {"는": "은", "가": "이", "를": "을", "와": "과"}


def in_cells(text: str, example: str) -> str:
    """A sentence of the check for somebody who fills in a cell, like this example, and not a line of the file."""
    text = _LINE.sub("칸을 비우세요", text)
    text = _TYPED.sub(lambda typed: f"'{typed[1] if _PLAIN.fullmatch(typed[1]) else example}'", text)
    return _NAMED.sub(_titled, text)


def _titled(name: re.Match[str]) -> str:
    if name[1] not in LABELS or name[1] == "id":
        return name[0]
    title = LABELS[name[1]].title
    return f"'{title}'{particle(title, _AFTER_CONSONANT.get(name[2], name[2])) if name[2] else ''}"
