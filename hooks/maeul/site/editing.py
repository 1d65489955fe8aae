"""The editors' guide: what people wrote, and every rule of the data as it is told when it is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from maeul.load.findings import Level
from maeul.load.rules_table import RULES
from maeul.site.context import SiteContext

MANUAL = "CONTRIBUTING.md"
_ADVICE = "{advice}"  # a hint that is different in each place


@dataclass(frozen=True)
class RuleView:
    """A rule, what is said when it is broken, and what to type; `…` stands for what differs from place to place."""

    code: str
    message: str
    hint: str


def editing_view(site: SiteContext) -> dict[str, Any]:
    """The rules by level, and the project's own manual where it has a place."""
    return {
        "levels": tuple((level.value, _rules(level, site)) for level in Level),
        "manual": site.file_link(MANUAL),
        "can_edit": bool(site.repo_url),
    }


def _rules(level: Level, site: SiteContext) -> tuple[RuleView, ...]:
    return tuple(
        RuleView(code, _in_general(rule.message), _hint(rule.hint, site))
        for code, rule in RULES.items()
        if rule.level == level
    )


def _hint(hint: str, site: SiteContext) -> str:
    return site.words("editing.advice") if hint == _ADVICE else _in_general(hint)


def _in_general(sentence: str) -> str:
    """A sentence with nothing filled in: `'{key}'{key:은}` is `'…'은`."""
    return sentence.format_map(_Anything())


class _Anything(dict[str, "_Blank"]):
    def __missing__(self, name: str) -> _Blank:
        return _Blank()


class _Blank:
    def __format__(self, after_consonant: str) -> str:
        return after_consonant or "…"
