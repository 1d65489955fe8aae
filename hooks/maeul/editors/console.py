"""What the commands for editors write to the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from maeul.editors.render import RENDERERS
from maeul.load.findings import Finding, has_errors, in_order


def say(*lines: str) -> None:
    """Lines for the editor."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def show(findings: Iterable[Finding]) -> int:
    """All findings as `maeul check` shows them; the exit code that says whether there are errors."""
    found = in_order(findings)
    sys.stdout.write(RENDERERS["text"](found))
    return 1 if has_errors(found) else 0
