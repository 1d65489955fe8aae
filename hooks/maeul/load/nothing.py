"""Values that are left out in the plain data of a record."""

from __future__ import annotations

from typing import Any

from maeul.load.findings import Path


def nulls(data: Any) -> list[Path]:
    """The paths to what is empty."""
    return _nulls(data, ()) if _has_null(data) else []


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
