"""Identifiers for formats that want UUIDs: the same for ever, whatever the address of the site."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha1

_NAMESPACE = bytes.fromhex("59a84b3cd73a4260ac7cf2fca11768dd")
_VARIANT = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))  # its highest bits are 10


@lru_cache(maxsize=1024)  # services and cities are named again and again
def permanent_id(name: str) -> str:
    """The UUID (version 5, RFC 9562) of a name that never changes, such as the path of an office's page."""
    digits = sha1(_NAMESPACE + name.encode(), usedforsecurity=False).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{_VARIANT[digits[16]]}{digits[17:20]}-{digits[20:32]}"
