"""Digests: what something was made from, in sixteen bytes."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

_SIZE = 16
# What takes part in making pages besides our own code: another version of it may make them differently.
_PACKAGES = (
    "holidays",
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pydantic",
    "py-yaml12",
    "pyyaml",
    "segno",
)


def digest(*parts: bytes | memoryview | str) -> bytes:
    """The digest of parts, each told apart from the next by its length."""
    made = hashlib.blake2b(digest_size=_SIZE)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        made.update(len(raw).to_bytes(8, "little"))
        made.update(raw)
    return made.digest()


def digest_of_files(files: Iterable[Path]) -> bytes:
    """The digest of files, their names and what is in them, in the order of their paths.

    A name begins at the folder that all of them are in, so that the same files in another place have the same digest.
    """
    paths = sorted(files)
    around = os.path.commonpath([path.parent for path in paths]) if paths else ""
    parts: list[bytes | str] = []
    for path in paths:
        parts += [path.relative_to(around).as_posix(), path.read_bytes()]
    return digest(*parts)


@cache
def digest_of_code() -> bytes:
    """The digest of this package and of the versions of what it works with."""
    own = digest_of_files(Path(__file__).parent.parent.rglob("*.py"))
    return digest(own, platform.python_version(), *(f"{name} {version(name)}" for name in _PACKAGES))
