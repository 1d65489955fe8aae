from __future__ import annotations

import re

import pytest
from maeul.load.models import SOURCED_FIELDS, Office
from maeul.load.rules_table import RULES
from small_project import ROOT

GUIDE = (ROOT / "docs" / "rules.md").read_text("utf-8")
LINES = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", GUIDE, re.MULTILINE))
LEVELS = {"error": "오류", "warning": "경고"}


def _read(sentence: str) -> str:
    """A sentence as the guide has it: values are …, and particles those after a consonant."""
    sentence = re.sub(r"\{\{.*?\}\}", "{…}", sentence)
    return re.sub(r"\{\w+\}", "…", re.sub(r"\{\w+:([^}]+)\}", r"\1", sentence))


def test_every_rule_has_a_line_in_the_editors_guide_and_every_line_a_rule() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.MULTILINE) == list(RULES)


@pytest.mark.parametrize("code", RULES)
def test_the_guide_says_of_a_rule_what_the_check_says(code: str) -> None:
    rule = RULES[code]
    level, message, hint = LINES[code].split(" | ")
    assert level == LEVELS[rule.level]
    assert message == _read(rule.message)
    assert hint == _read(rule.hint) or rule.hint == "{advice}"


def test_the_guide_says_which_fields_need_a_source_and_which_do_not() -> None:
    needed, exempt = GUIDE.split("## 출처와 확인한 날")[1].split("| 규칙")[0].split("`hours`의 출처")
    assert [name for name in _fields_in(needed) if name != "exceptions"] == list(SOURCED_FIELDS)
    assert set(_fields_in(exempt)) == set(Office.model_fields) - {*SOURCED_FIELDS, "exceptions", "sources", "conflicts"}


def _fields_in(text: str) -> list[str]:
    return re.findall(r"`(\w+)`", text)


def test_the_guide_for_contributors_leads_to_the_rules() -> None:
    assert "docs/rules.md" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
