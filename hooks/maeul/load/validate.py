"""Plain data to typed records: every fault that the models see becomes a finding at its place in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from maeul.load.document import Document
from maeul.load.explain import Explainer
from maeul.load.faults import faults_of
from maeul.load.findings import Finding, Path
from maeul.load.nothing import nulls

Model = TypeVar("Model", bound=BaseModel)


def validate(
    document: Document, model: type[Model], data: Any, at: Path = (), subject: str = ""
) -> tuple[Model | None, list[Finding]]:
    """The record in `data`, which stands at `at` in the document; None with the findings when it has faults."""
    checked = Explainer(document, model, at, subject)
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        record, faults = None, faults_of(model, error, data)
    else:
        faults = []
    findings = {fault.loc: checked.explain(fault) for fault in faults}
    # An empty value is said to be empty, whatever else its field makes of it; an unknown field is only unknown.
    findings |= {loc: checked.empty(loc) for loc in nulls(data) if checked.knows(loc)}
    return (None if findings else record), list(findings.values())


def salvage(model: type[Model], data: Any, faulty: frozenset[str], stand_ins: Mapping[str, Any]) -> Model:
    """The record in `data` without its faulty fields, so that the sound ones can be checked against other records.

    `stand_ins` gives a value for each required field; what is salvaged must never be shown.
    """
    sound = {name: value for name, value in data.items() if name in model.model_fields and name not in faulty}
    return model.model_validate({**stand_ins, **sound})


def faulty_fields(
    model: type[BaseModel], data: Mapping[str, Any], findings: Sequence[Finding], at: Path = ()
) -> frozenset[str]:
    """The fields of the record in `data`, at `at`, that the findings of `validate` are about.

    A field that is not known, and a list whose name is gone, may stand for any that is not there.
    """
    faulty = {str(found.path[len(at)]) for found in findings}
    absent = model.model_fields.keys() - data.keys()
    unnamed = any(found.code in ("list-head", "list-other") for found in findings)
    return frozenset(faulty if faulty <= model.model_fields.keys() and not unnamed else faulty | absent)
