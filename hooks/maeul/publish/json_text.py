"""JSON as all files of ours have it: UTF-8, no spaces, one line end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_ENCODE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def json_part(value: Any) -> bytes:
    """A value as it stands inside a file. NaN and infinities are refused: they are not JSON."""
    return _ENCODE(value).encode()


def json_bytes(value: Any) -> bytes:
    """A whole file."""
    return json_part(value) + b"\n"


def around_list(above: Mapping[str, Any], name: str) -> tuple[bytes, bytes]:
    """What stands before and after the items of a file that is an object with a list of this name at its end."""
    before, after = json_part({**above, name: []})[:-2], b"]}\n"
    return before, after
