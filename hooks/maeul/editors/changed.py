"""The lines that a change touches, as git tells them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_DIFF = (
    "-c",
    "core.quotePath=false",
    "diff",
    "--unified=0",
    "--relative",
    "--no-renames",
    "--no-color",
    "--no-ext-diff",
)


class NoSuchChangeError(ValueError):
    """There is nothing to compare with; the text is git's own."""


def changed_lines(root: Path, since: str) -> Mapping[str, set[int]]:
    """The lines of each file below `root` that differ from the commit `since`; where lines went, those around them."""
    command = ("git", "-C", str(root), *_DIFF, "--src-prefix=a/", "--dst-prefix=b/", "--end-of-options", since, "--")
    try:
        outcome = subprocess.run(command, capture_output=True, check=True)
    except OSError as error:
        raise NoSuchChangeError(str(error)) from error
    except subprocess.CalledProcessError as error:
        raise NoSuchChangeError(error.stderr.decode("utf-8", "replace").strip()) from error
    return read_diff(outcome.stdout.decode("utf-8", "replace"))


def read_diff(diff: str) -> dict[str, set[int]]:
    """The lines of each file that a diff without context writes anew."""
    changed: dict[str, set[int]] = {}
    file = ""
    lines = iter(diff.split("\n"))
    for line in lines:
        hunk = _HUNK.match(line)
        if hunk:
            changed.setdefault(file, set()).update(_touched(hunk))
            _pass_over(lines, _number(hunk[1]) + _number(hunk[3]))
        elif line.startswith("+++ "):
            file = line.removeprefix("+++ b/").removesuffix("\t")
    return changed


def _touched(hunk: re.Match[str]) -> range:
    start, count = int(hunk[2]), _number(hunk[3])
    return range(start, start + count) if count else range(start, start + 2)


def _number(count: str | None) -> int:
    return 1 if count is None else int(count)


def _pass_over(lines: Iterator[str], count: int) -> None:
    """The lines of a hunk, which may look like anything; a note on a missing line end belongs to none of them."""
    while count:
        count -= not next(lines).startswith("\\ ")
