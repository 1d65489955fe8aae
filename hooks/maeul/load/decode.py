"""The text in a file's bytes."""

from __future__ import annotations

import re

from maeul.load.findings import Finding, finding

# Control characters, further line ends that editors do not count as such, and signs without width.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ufffe\uffff]+")


def decode(file: str, raw: bytes) -> tuple[str | None, list[Finding]]:
    """UTF-8 text of a file's bytes; a byte order mark, other encodings and invisible characters are findings."""
    if raw.startswith(b"\xef\xbb\xbf"):
        return None, [finding("file-bom", file, (1, 1))]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        at = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None, [finding("file-encoding", file, at, found=f"0x{raw[error.start]:02X}")]
    if is_visible(text):
        return text, []
    return None, [
        finding("file-control", file, (number, match.start() + 1), found=f"U+{ord(match.group()[0]):04X}")
        for number, line in enumerate(text.split("\n"), 1)
        for match in _INVISIBLE.finditer(line)
    ]


def is_visible(text: str) -> bool:
    """Whether nothing in a text is invisible. What can be printed is not, and Python tells that in half the time."""
    return text.replace("\n", "").isprintable() or not _INVISIBLE.search(text)
