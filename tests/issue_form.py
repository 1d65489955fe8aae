"""Submitted forms, as GitHub writes them into an issue."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from maeul.editors.form import FORM
from maeul.load.document import read_document
from small_project import ROOT


def form() -> Any:
    """The form's plain data."""
    document, findings = read_document(FORM, (ROOT / FORM).read_bytes())
    assert document is not None, findings
    return document.data


FIELDS = [part for part in form()["body"] if "id" in part]


def submitted(answers: Mapping[str, str | Collection[str]]) -> str:
    """The text of an issue: a heading a field, `_No response_` where nothing was written."""
    return "\n\n".join(f"### {part['attributes']['label']}\n\n{_answer(part, answers)}" for part in FIELDS)


def _answer(part: Any, answers: Mapping[str, str | Collection[str]]) -> str:
    if part["type"] == "checkboxes":
        options = [option["label"] for option in part["attributes"]["options"]]
        ticked = answers.get(part["id"], ())
        return "\n".join(f"- [{'x' if option in ticked else ' '}] {option}" for option in options)
    return str(answers.get(part["id"]) or "_No response_")
