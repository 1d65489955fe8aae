"""JSON as all files of ours have it: UTF-8, no spaces, one line end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json


def json_part(value: Any) -> bytes:
    """A value as it stands inside a file. NaN and infinities, which are not JSON, become null."""
    return to_json(value, inf_nan_mode="null")


def json_bytes(value: Any) -> bytes:
    """A whole file."""
    return json_part(value) + b"\n"


def around_list(above: Mapping[str, Any], name: str) -> tuple[bytes, bytes]:
    """What stands before and after the items of a file that is an object with a list of this name at its end."""
    before, after = json_part({**above, name: []})[:-2], b"]}\n"
    return before, after
