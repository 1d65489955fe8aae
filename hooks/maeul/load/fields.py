"""The fields of records as their models order them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from maeul.load.models import Office
from maeul.load.values import PartialDate


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, in a list or by itself; None for a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for argument in get_args(annotation) if (inner := inner_model(argument))), None)


def in_model_order(data: Any, model: type[BaseModel] | None) -> Any:
    """Plain data with the keys of every mapping in the order of its model; keys that are no fields come last."""
    if isinstance(data, list):
        return [in_model_order(item, model) for item in data]
    if not isinstance(data, dict) or model is None:
        return data
    fields = _inner_models(model)
    known = {key: in_model_order(data[key], inner) for key, inner in fields.items() if key in data}
    return known | {key: value for key, value in data.items() if key not in fields}


@cache
def _inner_models(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """The fields of a model with the models that they hold."""
    return {name: inner_model(field.annotation) for name, field in model.model_fields.items()}


def _dated(model: type[BaseModel]) -> Iterator[str]:
    """The fields that hold a date, in a model and the models inside it."""
    for name, inner in _inner_models(model).items():
        if inner is not None:
            yield from _dated(inner)
        elif _holds_date(model.model_fields[name].annotation):
            yield name


def _holds_date(annotation: Any) -> bool:
    return annotation is PartialDate or any(_holds_date(argument) for argument in get_args(annotation))


# Fields of an office that hold a date: there 2021-04-06 stands as it is, while as a text it needs quotes.
DATE_FIELDS = frozenset(_dated(Office))
