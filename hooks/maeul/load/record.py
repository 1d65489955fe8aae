"""What all records have in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of all records: frozen, and a key that is not a field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def __reduce__(self) -> tuple[Any, ...]:
        """What a record is kept as: its values. Which of them were given and which left out is forgotten."""
        return _again, (type(self), self.__dict__)


_set = object.__setattr__
_FORGOTTEN: set[str] = set()


def _again(model: type[Record], values: dict[str, Any]) -> Record:
    """A record that was kept, a third as dear as pydantic's own way; there are a hundred thousand to an office file."""
    record = model.__new__(model)
    _set(record, "__dict__", values)
    _set(record, "__pydantic_fields_set__", _FORGOTTEN)
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record
