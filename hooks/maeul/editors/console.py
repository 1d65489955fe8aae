"""What the commands for editors write to the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from maeul.editors.render import text
from maeul.load.findings import Finding, has_errors, in_order


def say(*lines: str) -> None:
    """Lines for the editor."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def show(findings: Iterable[Finding]) -> int:
    """All findings as `maeul check` shows them; the exit code that says whether there are errors."""
    found = in_order(findings)
    sys.stdout.write(text(found, colour=shows_colour(sys.stdout)))
    return 1 if has_errors(found) else 0


def shows_colour(stream: TextIO) -> bool:
    """Whether words are read on a terminal that shows colours, by somebody who wants them (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
