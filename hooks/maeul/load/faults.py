"""What pydantic finds wrong in a record, without what is only another name for the same fault."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from maeul.load.findings import Path
from maeul.load.labels import by_title
from maeul.load.lists import list_of
from maeul.load.nearly import both_times
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


def faults_of(model: type[BaseModel], error: ValidationError, data: Any) -> list[Fault]:
    """What pydantic found in `data`, a record of the model, each fault once.

    It counts a list as too short when its items are faulty, and a field as missing when it stands there under a name
    that is nearly its own, or in the field before; neither is a second fault.
    """
    found = [Fault.of(fault) for fault in error.errors(include_url=False)]
    faults = _without_fields(model, _unlisted(_headless(model, found, data)))
    meant = {name for fault in faults if fault.kind == "extra_forbidden" for name in _meant(model, fault)}
    meant |= {(*fault.loc[:-1], "close") for fault in faults if fault.kind == "time-shape" and both_times(fault.found)}
    return [
        fault
        for fault in faults
        if not (fault.kind == "too_short" and fault.found) and not (fault.kind == "missing" and fault.loc in meant)
    ]


def _headless(model: type[BaseModel], faults: Sequence[Fault], data: Any) -> Sequence[Fault]:
    """The faults, with those of items that are of another list told as one at the first of them.

    The name of that list is gone, or it stands elsewhere.
    """
    for fault in faults:
        field, index = (*fault.loc[:2], None, None)[:2]
        if fault.kind != "extra_forbidden" or not isinstance(field, str) or not isinstance(index, int):
            continue
        name = list_of(model, data[field][index])
        if name is not None and name != field:
            told = Fault("list-other" if name in data else "list-head", (field, index), name)
            strays = {(field, at) for at, item in enumerate(data[field]) if at >= index and _is_of(model, item, name)}
            others = [other for other in faults if other.loc[:2] not in strays and other.loc != (name,)]
            return [told, *_headless(model, others, data)]
    return faults


def _is_of(model: type[BaseModel], item: Any, name: str) -> bool:
    return not isinstance(item, dict) or list_of(model, item) == name


def _unlisted(faults: Sequence[Fault]) -> Sequence[Fault]:
    """The faults, with a list that was written in braces without brackets, `fields: a, b`, told as one text."""
    lists = {fault.loc[:-1] for fault in faults if _is_text_for_list(fault)}
    cut: dict[Path, list[str]] = {}
    whole = []
    for fault in faults:
        if fault.kind == "extra_forbidden" and fault.found is None and len(fault.loc) > 1 and fault.loc[:-1] in lists:
            cut.setdefault(fault.loc[:-1], []).append(fault.key)
        else:
            whole.append(fault)
    return [
        fault._replace(found=", ".join([fault.found, *cut.get(fault.loc[:-1], ())]))
        if _is_text_for_list(fault)
        else fault
        for fault in whole
    ]


def _is_text_for_list(fault: Fault) -> bool:
    return fault.kind == "tuple_type" and isinstance(fault.found, str)


def _without_fields(model: type[BaseModel], faults: Sequence[Fault]) -> Sequence[Fault]:
    """The faults, with a mapping that has values but no fields, `{open, 2021}`, told as one text."""
    bare = {
        fault.loc[:-1]: ", ".join(fault.found)
        for fault in faults
        if fault.kind == "missing" and len(fault.loc) > 1 and _is_bare(fault.found, model_at(model, fault.loc[:-1]))
    }
    others = [fault for fault in faults if fault.loc[:-1] not in bare]
    return [*others, *(Fault("model_type", loc, text) for loc, text in bare.items())]


def _is_bare(found: Any, model: type[BaseModel]) -> bool:
    return (
        bool(found) and all(value is None for value in found.values()) and model.model_fields.keys().isdisjoint(found)
    )


def _meant(model: type[BaseModel], fault: Fault) -> list[Path]:
    inner = model_at(model, fault.loc[:-1])
    joined = run_on(inner, fault.key)
    name = joined[0] if joined else nearest_key(fault.key, inner.model_fields, by_title(inner))
    return [(*fault.loc[:-1], name)] if name else []


def run_on(model: type[BaseModel], key: str) -> tuple[str, str] | None:
    """The field and the value in a key that holds both, for want of a space or a plain colon: `open:"09:00"`."""
    match = _RUN_ON.fullmatch(key)
    return (match["key"], match["value"]) if match and match["key"] in model.model_fields else None
