"""JSON as all files of ours have it: UTF-8, no spaces, one line end."""

from __future__ import annotations

import json
from typing import Any


def json_bytes(value: Any) -> bytes:
    """Compact JSON. NaN and infinities are refused: they are not JSON."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()
