from __future__ import annotations

import re

from maeul.load.rules_table import RULES
from small_project import ROOT

GUIDE = (ROOT / "docs" / "rules.md").read_text("utf-8")


def test_every_rule_has_a_line_in_the_editors_guide_and_every_line_a_rule() -> None:
    assert re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.MULTILINE) == list(RULES)


def test_the_guide_for_contributors_leads_to_the_rules() -> None:
    assert "docs/rules.md" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
