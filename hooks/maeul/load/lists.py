"""Which list of a record an item belongs to, told by its fields: for items that stand under no name, or another's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from pydantic import BaseModel

from maeul.load.fields import inner_model


def list_of(model: type[BaseModel], keys: Collection[str]) -> str | None:
    """The first field of a model that holds records with all these fields; None when none does, or without any."""
    return next((name for name, fields in _lists(model).items() if keys and fields.issuperset(keys)), None)


def above_it(name: str) -> str:
    """What to do for a list whose name is gone."""
    return f"이 줄 위에 '{name}:' 줄을 넣어 쓰세요."


@cache
def _lists(model: type[BaseModel]) -> Mapping[str, frozenset[str]]:
    """The fields of a model that hold records, with the fields of those."""
    inner = {name: inner_model(field.annotation) for name, field in model.model_fields.items()}
    return {name: frozenset(record.model_fields) for name, record in inner.items() if record is not None}
