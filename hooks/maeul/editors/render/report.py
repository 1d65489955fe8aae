"""What a renderer is given: the findings, and what is known around them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from maeul.load.findings import Finding, Level

NONE = "고칠 곳이 없습니다."
LEVEL_WORDS = {Level.ERROR: "고칠 곳", Level.WARNING: "살펴볼 곳"}


@dataclass(frozen=True)
class Report:
    """Findings, sorted by place. What is not known of the rest is left out by the renderers.

    `changed` gives the lines that a change touches, by file; None when no change is looked at. `link` is the address
    under which the project's files stand on its code host. `colour` is for terminals that show it.
    """

    findings: Sequence[Finding]
    changed: Mapping[str, Collection[int]] | None = None
    link: str = ""
    colour: bool = False

    def touched(self, found: Finding) -> bool:
        """Whether the change touches the line of a finding."""
        return found.line in (self.changed or {}).get(found.file, ())

    @property
    def touched_first(self) -> tuple[Finding, ...]:
        """The findings on lines of the change, then all others."""
        return tuple(sorted(self.findings, key=lambda found: not self.touched(found)))


def count(findings: Sequence[Finding], level: Level) -> int:
    """How many findings are of a level."""
    return sum(found.level is level for found in findings)


def counted(findings: Sequence[Finding]) -> str:
    """How many findings there are: `고칠 곳 2, 살펴볼 곳 1`."""
    return ", ".join(f"{word} {count(findings, level)}" for level, word in LEVEL_WORDS.items())
