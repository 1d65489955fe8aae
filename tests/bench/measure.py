"""One child process timed, and one folder weighed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in KiB on Linux
_SHOWN = 12


class ToolError(RuntimeError):
    """A command that failed, with the last lines that it wrote."""


@dataclass(frozen=True)
class Measured:
    """Wall time, and the largest memory that the process or one of its own children held."""

    seconds: float
    peak_mb: float


@dataclass(frozen=True)
class Weight:
    """A built site: all its bytes, files and pages; of the pages of offices their number and mean bytes."""

    bytes: int
    files: int
    all_pages: int
    pages: int
    page_bytes: int


@dataclass
class Results:
    """What was measured at one size, stage by stage, and what failed."""

    size: int
    runs: dict[str, list[Measured]] = field(default_factory=lambda: defaultdict(list))
    weights: dict[str, Weight] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Measured:
    """Run a command to its end; `ToolError` when it fails.

    A child's memory is counted from before its program begins, so this process must stay small itself.
    """
    os.sync()  # what the last stage wrote shall not be written out at this one's cost
    with log.open("wb") as out:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-_SHOWN:]
        raise ToolError("\n".join([f"{Path(command[0]).name}: exit {process.returncode}", *said]))
    return Measured(seconds, usage.ru_maxrss * RSS_UNIT / 1e6)


def weigh(site: Path) -> Weight:
    """Walk through a built site."""
    total = count = all_pages = pages = page_bytes = 0
    offices = str(site / "offices") + os.sep
    for folder, _, names in os.walk(site):
        for name in names:
            size = os.stat(os.path.join(folder, name)).st_size
            total, count, all_pages = total + size, count + 1, all_pages + name.endswith(".html")
            if folder.startswith(offices) and name == "index.html":
                pages, page_bytes = pages + 1, page_bytes + size
    return Weight(total, count, all_pages, pages, round(page_bytes / pages) if pages else 0)
