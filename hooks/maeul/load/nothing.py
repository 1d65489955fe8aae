"""Values that are left out, or said to be nothing, in the plain data of a record."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from maeul.load.findings import Path

# Words that say that there is nothing to say.
SAYS_NOTHING = frozenset(
    (
        "모름",
        "없음",
        "미상",
        "미정",
        "불명",
        "불상",
        "확인 중",
        "확인중",
        "해당 없음",
        "해당없음",
        "?",
        "-",
        "N/A",
        "n/a",
    )
)


def nulls(data: Any) -> list[Path]:
    """The paths to what is empty."""
    return _nulls(data, ()) if _has_null(data) else []


def said_to_be_nothing(model: type[BaseModel], data: Any) -> list[tuple[str, str]]:
    """The fields of a record that may be left out, each with a word in it that says there is nothing to say."""
    fields = data.items() if isinstance(data, dict) else ()
    said = [(key, value) for key, value in fields if type(value) is str and value in SAYS_NOTHING]
    return [(key, value) for key, value in said if key in model.model_fields and not _is_required(model, key)]


def _is_required(model: type[BaseModel], key: str) -> bool:
    return model.model_fields[key].is_required()


def _has_null(data: Any) -> bool:
    """Whether anything in the data is empty; most records have nothing empty, so the paths are looked for only then."""
    level = [data]
    while level:
        values = [value for item in level for value in (item.values() if type(item) is dict else item)]
        if None in values:
            return True
        level = [value for value in values if type(value) is dict or type(value) is list]
    return False


def _nulls(data: Any, at: Path) -> list[Path]:
    pairs: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        pairs = list(data.items())
    elif isinstance(data, list):
        pairs = list(enumerate(data))
    found: list[Path] = []
    for key, value in pairs:
        found += [(*at, key)] if value is None else _nulls(value, (*at, key))
    return found
