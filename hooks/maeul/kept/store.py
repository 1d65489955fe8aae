"""A value kept in a file: written whole or not at all, and only believed when nothing in it has changed."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path
from typing import Any

from maeul.kept.digests import digest

_DIGEST = 16


def keep(file: Path, made_from: bytes, value: Any) -> None:
    """Keep a value together with the digest of what it was made from."""
    payload = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    with new.open("wb") as out:
        out.write(made_from)
        out.write(digest(payload))
        out.write(payload)
    new.replace(file)


def kept(file: Path, made_from: bytes) -> Any:
    """The value, or None when there is none, or it was made from something else, or the file was damaged."""
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    payload = memoryview(raw)[2 * _DIGEST :]
    if raw[:_DIGEST] != made_from or raw[_DIGEST : 2 * _DIGEST] != digest(payload):
        return None
    return pickle.loads(payload)


def what_made(file: Path) -> bytes:
    """The digest of what the value in a file was made from. OSError when there is no such file."""
    with file.open("rb") as start:
        return start.read(_DIGEST)


def size_and_time(file: str | Path) -> tuple[int, int] | None:
    """Size and time of writing in ns, by which a file is believed, as git's index does it; None without a file."""
    try:
        stat = os.stat(file)
    except OSError:
        return None
    return (stat.st_size, stat.st_mtime_ns)


def link(source: str, path: str) -> None:
    """Give a file a second name that is not taken yet, or a copy where the file system can't."""
    try:
        os.link(source, path)
    except OSError:
        shutil.copy2(source, path)
