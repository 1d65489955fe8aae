"""What a rule says when it is broken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Rule(NamedTuple):
    """One rule: `level` is error or warning; `message` says what is wrong, `hint` what to type."""

    level: str
    message: str
    hint: str


Rules = Mapping[str, Rule]


def error(message: str, hint: str) -> Rule:
    """A rule that stops the build when it is broken."""
    return Rule("error", message, hint)


def warning(message: str, hint: str) -> Rule:
    """A rule that is only told of."""
    return Rule("warning", message, hint)
