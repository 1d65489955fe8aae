"""What the models say of a field: where the path to a value leads, what may stand there."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel

from maeul.load.fields import inner_model
from maeul.load.findings import Path


def key_of(loc: Path) -> str:
    """The last field of a path."""
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def field_at(model: type[BaseModel], loc: Path) -> Any:
    """The pydantic field that the path names; None for one that no model has."""
    return model_at(model, loc[:-1]).model_fields.get(key_of(loc))


def model_at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    """The model of the record that a path leads to, or that its last value stands in."""
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = inner_model(model.model_fields[step].annotation) or model
    return model


def literals(annotation: Any) -> tuple[str, ...]:
    """The values that a field may have, where they are counted."""
    found: tuple[str, ...] = ()
    for argument in get_args(annotation):
        found += (argument,) if isinstance(argument, str) else literals(argument)
    return found


def limits(field: Any) -> str:
    """The limits of a number in words: `33부터 39까지`, `0 이상`."""
    found: dict[str, object] = {}
    for annotation in (field, field.annotation, *get_args(field.annotation)):
        for item in (*getattr(annotation, "metadata", ()), *getattr(annotation, "__metadata__", ())):
            for inner in getattr(item, "metadata", ()) or (item,):
                found |= {name: limit for name in ("ge", "le") if (limit := getattr(inner, name, None)) is not None}
    return f"{found['ge']}부터 {found['le']}까지" if "le" in found else f"{found['ge']} 이상"
