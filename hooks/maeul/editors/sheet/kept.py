"""New values in the form that the record already had for the same: a key alone, a year as a number or as text."""

from __future__ import annotations

from typing import Any


def kept(old: Any, new: Any) -> Any:
    """The new value, each part of it as it stands in the old one where both mean the same."""
    if _meaning(old) == _meaning(new):
        return old
    if isinstance(old, list) and isinstance(new, list):
        return _kept_items(old, new)
    if isinstance(old, dict) and isinstance(new, dict):
        return {name: kept(old.get(name), value) for name, value in new.items()}
    return new


def _kept_items(old: list[Any], new: list[Any]) -> list[Any]:
    left = list(old)
    found = []
    for place, item in enumerate(new):
        same = next((one for one in left if _meaning(one) == _meaning(item)), None)
        if same is not None:
            left.remove(same)
        found.append(kept(old[place], item) if same is None and place < len(old) else item if same is None else same)
    return found


def _meaning(value: Any) -> Any:
    """What tells a value from others of its field, whatever form it has."""
    if isinstance(value, list):
        return [_meaning(item) for item in value]
    if isinstance(value, dict):
        named = {key: _meaning(value[key]) for key in sorted(value)}
        return named["key"] if named.keys() == {"key"} else named
    return value if value is None or isinstance(value, bool | float) else str(value)
