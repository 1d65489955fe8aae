"""A finding: one problem in the data, where it is, and what to type instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from maeul.load.korean import particle
from maeul.load.rules_table import RULES
from maeul.load.table.rule import Rule

Path = tuple[str | int, ...]


class Level(StrEnum):
    """How grave a finding is: an error stops the build, a warning never does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One problem in one place. `line` and `column` count from 1, `column` in characters."""

    file: str
    line: int
    column: int
    code: str
    level: Level
    path: Path
    message: str
    hint: str

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """The order in which findings are shown: by file, then by place in it."""
        return (self.file, self.line, self.column, self.code, self.message)


def finding(
    code: str, file: str, at: tuple[int, int], path: Path = (), subject: str = "", /, **values: object
) -> Finding:
    """The finding of rule `code`, its message and hint filled with `values`; `subject` names the record it is about."""
    rule = RULES[code]
    message, hint = told(rule, values)
    return Finding(
        file=file,
        line=at[0],
        column=at[1],
        code=code,
        level=Level(rule.level),
        path=path,
        message=f"{shown(subject)} · {message}" if subject else message,
        hint=hint,
    )


def told(rule: Rule, values: Mapping[str, object]) -> tuple[str, str]:
    """What a rule says is wrong, and what to type, filled with `values`."""
    said = {name: _Said(value, clip=name in _TYPED) for name, value in values.items()}
    return rule.message.format(**said), rule.hint.format(**said)


def shown(value: object, longest: int = 60) -> str:
    """What somebody typed, fit for a sentence: on one line, not too long."""
    text = " ".join(str(value)[: 4 * longest].split())
    return text if len(text) <= longest else f"{text[:longest]}…"


_TYPED = ("found", "key", "value", "typed")  # values that come from the file as they are


class _Said:
    """A value in a sentence; `{name:은}` is the particle that follows it, 은 or 는."""

    def __init__(self, value: object, *, clip: bool) -> None:
        self._text = shown(value) if clip else str(value)

    def __format__(self, after_consonant: str) -> str:
        return particle(self._text, after_consonant) if after_consonant else self._text


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each once, sorted by place."""
    return tuple(sorted(set(findings), key=lambda found: found.place))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops the build."""
    return any(found.level is Level.ERROR for found in findings)
