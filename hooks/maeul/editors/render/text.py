"""Findings as text, one line each, in the form that editors and terminals know: file:line:column."""

from __future__ import annotations

from collections.abc import Sequence

from maeul.editors.render.report import NONE, counted
from maeul.load.findings import Finding, Level

_PLACE = "\x1b[1m"
_LEVEL = {Level.ERROR: "\x1b[1;31m", Level.WARNING: "\x1b[1;33m"}
_PLAIN = "\x1b[0m"


def text(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """All findings, a line each, and a line that counts them."""
    lines = [line(found, colour=colour) for found in findings]
    return "".join(f"{said}\n" for said in (*lines, counted(findings) if lines else NONE))


def line(found: Finding, *, colour: bool = False) -> str:
    """`data/offices.yaml:41:12: error time-shape: 신장1동 행복마을관리소 · … "24:00"처럼 쓰세요.`"""
    place, level = f"{found.file}:{found.line}:{found.column}:", found.level.value
    if colour:
        place, level = f"{_PLACE}{place}{_PLAIN}", f"{_LEVEL[found.level]}{level}{_PLAIN}"
    return f"{place} {level} {found.code}: {found.message} {found.hint}"
