"""The edit that is timed: one office's telephone number."""

from __future__ import annotations

import json
from pathlib import Path

_SPOT = "bench-spot.json"  # written by synth.py


class Phone:
    """One office's telephone number, which is a new one at every change."""

    def __init__(self, project: Path) -> None:
        spot = json.loads((project / _SPOT).read_text(encoding="utf-8"))
        self.office: str = spot["office"]
        self._offset: int = spot["offset"]
        self._records = project / "data" / "offices.yaml"
        self._number = 1000

    def change(self) -> None:
        """Write the last four digits anew, in place."""
        self._number += 1
        with self._records.open("r+b") as file:
            file.seek(self._offset)
            file.write(f"{self._number:04}".encode())

    @property
    def shown(self) -> str:
        """The end of the number as it stands on the office's page."""
        return f"{self._number:04}<"
