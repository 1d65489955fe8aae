"""What pydantic finds wrong in a record, without what is only another name for the same fault."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from maeul.load.findings import Path
from maeul.load.labels import by_title
from maeul.load.shapes import key_of, model_at
from maeul.load.suggest import nearest_key

_UNION_STEPS = ("int", "float")  # what pydantic adds to the path of a value that may be either
_RUN_ON = re.compile(r"(?P<key>[a-z_]+)\s*[:：;=]\s*(?P<value>.+)")


class Fault(NamedTuple):
    """What pydantic found: its kind, the path inside the record, what stands there."""

    kind: str
    loc: Path
    found: Any

    @classmethod
    def of(cls, fault: Any) -> Fault:
        """A fault from what pydantic says of it."""
        loc = tuple(step for step in fault["loc"] if step not in _UNION_STEPS)
        return cls(fault["type"], loc, fault["input"])

    @property
    def key(self) -> str:
        """The field at fault."""
        return key_of(self.loc)

    @property
    def is_nested(self) -> bool:
        """Whether a list or a mapping stands where it was found."""
        return isinstance(self.found, dict | list)


def faults_of(model: type[BaseModel], error: ValidationError) -> list[Fault]:
    """What pydantic found in a record of the model.

    It counts a list as too short when its items are faulty, and a field as missing when it stands there under a name
    that is nearly its own; neither is a second fault.
    """
    faults = [Fault.of(fault) for fault in error.errors(include_url=False)]
    meant = {name for fault in faults if fault.kind == "extra_forbidden" for name in _meant(model, fault)}
    return [
        fault
        for fault in faults
        if not (fault.kind == "too_short" and fault.found) and not (fault.kind == "missing" and fault.loc in meant)
    ]


def _meant(model: type[BaseModel], fault: Fault) -> list[Path]:
    inner = model_at(model, fault.loc[:-1])
    joined = run_on(inner, fault.key)
    name = joined[0] if joined else nearest_key(fault.key, inner.model_fields, by_title(inner))
    return [(*fault.loc[:-1], name)] if name else []


def run_on(model: type[BaseModel], key: str) -> tuple[str, str] | None:
    """The field and the value in a key that holds both, for want of a space or a plain colon: `open:"09:00"`."""
    match = _RUN_ON.fullmatch(key)
    return (match["key"], match["value"]) if match and match["key"] in model.model_fields else None
