"""Findings in the forms in which people and programs want them: terminals, GitHub's pull requests, comments, JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from maeul.editors.render.github import github
from maeul.editors.render.json_text import json_text
from maeul.editors.render.markdown import markdown
from maeul.editors.render.report import Report
from maeul.editors.render.text import text

__all__ = ["RENDERERS", "Report", "text"]

RENDERERS: Mapping[str, Callable[[Report], str]] = {
    "text": lambda report: text(report.findings, colour=report.colour),
    "github": github,
    "json": json_text,
    "markdown": markdown,
}
