"""Findings for programs; `docs/findings.md` tells what each field holds."""

from __future__ import annotations

import json

from maeul.editors.render.report import Report, count
from maeul.load.findings import Level

VERSION = 1  # grows when a field goes or changes its meaning; a new field alone changes nothing


def json_text(report: Report) -> str:
    """The findings as one JSON object."""
    findings = [
        {
            "file": found.file,
            "line": found.line,
            "column": found.column,
            "path": found.path,
            "level": found.level,
            "code": found.code,
            "message": found.message,
            "hint": found.hint,
            "changed": None if report.changed is None else report.touched(found),
        }
        for found in report.findings
    ]
    whole = {
        "version": VERSION,
        "errors": count(report.findings, Level.ERROR),
        "warnings": count(report.findings, Level.WARNING),
        "findings": findings,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
