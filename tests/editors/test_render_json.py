"""Findings for programs: what `docs/findings.md` shows is what comes out."""

from __future__ import annotations

import json
import re

from maeul.editors.render.json_text import json_text
from maeul.editors.render.report import Report
from maeul.load.findings import Finding, Level, finding
from small_project import ROOT

GUIDE = (ROOT / "docs" / "findings.md").read_text("utf-8")
FOUND = finding(
    "time-shape",
    "data/offices.yaml",
    (15, 24),
    (0, "hours", 0, "open"),
    "행궁동 경기행복마을관리소",
    key="open",
    found="9:00",
)


def test_the_guide_shows_what_comes_out() -> None:
    shown = re.search(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert shown
    assert shown[1] == json_text(Report([FOUND], {"data/offices.yaml": {15}}))


def test_every_field_is_in_the_guide_and_no_other() -> None:
    whole = json.loads(json_text(Report([FOUND])))
    told = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", GUIDE, re.MULTILINE)
    assert {name for names in told for name in re.findall(r"\w+", names)} == {*whole, *whole["findings"][0]}


def test_counts_and_levels() -> None:
    warning = Finding("a.yaml", 1, 1, "old", Level.WARNING, (), "가", "나")
    whole = json.loads(json_text(Report([FOUND, warning])))
    assert (whole["errors"], whole["warnings"]) == (1, 1)
    assert [found["level"] for found in whole["findings"]] == ["error", "warning"]


def test_changed_is_null_while_nobody_asked_what_changed() -> None:
    def changed(report: Report) -> object:
        return json.loads(json_text(report))["findings"][0]["changed"]

    assert changed(Report([FOUND])) is None
    assert changed(Report([FOUND], {})) is False
    assert changed(Report([FOUND], {"data/offices.yaml": {15}})) is True


def test_no_findings() -> None:
    assert json.loads(json_text(Report([]))) == {"version": 1, "errors": 0, "warnings": 0, "findings": []}
