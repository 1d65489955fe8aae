"""Single values in a record, wherever they stand in it; and dates, which must not lie ahead."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from maeul.load.findings import Finding, Path
from maeul.load.rules.context import Place
from maeul.load.values import PartialDate

Fields = Callable[[type[BaseModel]], Collection[str]]


def all_fields(model: type[BaseModel]) -> Collection[str]:
    """Every field of a model."""
    return model.model_fields


def leaves(value: Any, path: Path = (), fields: Fields = all_fields) -> Iterator[tuple[Path, str, Any]]:
    """Every scalar in a record, or in some `fields` of it, with its path and the name of the field that holds it."""
    if isinstance(value, BaseModel):
        for name in fields(type(value)):
            yield from leaves(getattr(value, name), (*path, name), fields)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index), fields)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key), fields)
    elif value is not None:
        yield path, next((str(step) for step in reversed(path) if isinstance(step, str)), ""), value


def future_dates(record: BaseModel, place: Place, today: date, ahead: Sequence[Path] = ()) -> Iterator[Finding]:
    """Dates of the record that have not come yet, except in the parts that may lie `ahead` and in faulty fields."""
    for path, name, value in leaves(record, (), _dated_fields):
        if not isinstance(value, PartialDate) or value.first_day <= today or path[0] in place.faulty:
            continue
        if not any(path[: len(part)] == part for part in ahead):
            yield place.finding("date-future", *path, key=name, found=str(value), today=today.isoformat())


@cache
def _dated_fields(model: type[BaseModel]) -> Collection[str]:
    """The fields of a model that hold dates, themselves or in records inside them."""
    return [name for name, info in model.model_fields.items() if holds(info.annotation, PartialDate, _dated_fields)]


def holds(annotation: Any, kind: type, fields: Fields) -> bool:
    """Whether a field holds values of a kind, itself or in some `fields` of the records inside it."""
    if isinstance(annotation, type):
        return annotation is kind or (issubclass(annotation, BaseModel) and bool(fields(annotation)))
    return any(holds(argument, kind, fields) for argument in get_args(annotation))
