"""What is timed: each stage puts its folder in order, runs one command, and looks at what came out."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measure import ToolError

OURS = ("cold", "clean", "one_change", "nothing", "check")
PAIRED = (
    "cold",
    "hugo",
    "clean",
    "one_change",
    "hugo_html",
)  # in the order of a round, so that pairs stand close in time
ORDER = (*PAIRED, "nothing", "check", "stock")
HUGO_CONFIG, HTML_ONLY = "hugo.json", "html-only.json"
LARGEST_COMPARED = 10_000  # offices; beyond, the others take a quarter of an hour and more
_SPOT = "bench-spot.json"  # written by synth.py
_CACHE, _SITE, _PUBLIC = ".cache", "site", "public"


def _nothing() -> None:
    """Nothing to put in order, nothing to look at."""


@dataclass(frozen=True)
class Stage:
    """A command in a folder; `prepare` and `verify` are not timed. `output` is the built site, where there is one."""

    name: str
    command: tuple[str, ...]
    folder: Path
    output: Path | None = None
    prepare: Callable[[], None] = _nothing
    verify: Callable[[], None] = _nothing


class Phone:
    """One office's telephone number, which is a new one at every change."""

    def __init__(self, project: Path) -> None:
        spot = json.loads((project / _SPOT).read_text(encoding="utf-8"))
        self._offset, self._page = spot["offset"], project / _SITE / "offices" / spot["office"] / "index.html"
        self._records = project / "data" / "offices.yaml"
        self._number = 1000

    def change(self) -> None:
        """Write the last four digits anew, in place."""
        self._number += 1
        with self._records.open("r+b") as file:
            file.seek(self._offset)
            file.write(f"{self._number:04}".encode())

    def look(self) -> None:
        """The page of the office must show the number as it is now."""
        if f"{self._number:04}<" not in self._page.read_text(encoding="utf-8"):
            raise ToolError(f"{self._page}: the changed number is not on the page")


def build_command() -> tuple[str, ...]:
    """Build the site of the folder, ours and stock alike."""
    return (sys.executable, "-m", "mkdocs", "build", "--quiet")


def our_stages(project: Path) -> list[Stage]:
    """The stages of our own builds, in an order in which each finds what it needs."""
    build, site, cache = (*build_command(), "--strict"), project / _SITE, project / _CACHE
    spare = project / f".{_SITE}-spare"  # the last site but one, from which the next is made
    phone = Phone(project)
    check = (sys.executable, "-m", "maeul", "check")
    return [
        Stage("cold", build, project, site, lambda: _remove(site, spare, cache)),
        Stage("clean", build, project, site, lambda: _remove(site, spare)),
        Stage("one_change", build, project, site, phone.change, phone.look),
        Stage("nothing", build, project, site),
        Stage("check", check, project),
    ]


def hugo_stages(program: str, folder: Path) -> list[Stage]:
    """Hugo from nothing, pages with what stands beside them and pages alone; it keeps none for the next build."""
    public = folder / _PUBLIC

    def remove() -> None:
        _remove(public, folder / "resources")

    configs = (("hugo", HUGO_CONFIG), ("hugo_html", HTML_ONLY))
    return [Stage(name, (program, "--quiet", "--config", config), folder, public, remove) for name, config in configs]


def stock_stage(folder: Path) -> Stage:
    """Stock MkDocs from nothing; it always builds all."""
    site = folder / _SITE
    return Stage("stock", build_command(), folder, site, lambda: _remove(site))


def rounds(name: str, size: int, asked: int | None) -> int:
    """How many times a stage is run: as asked, else enough for a median where it is judged."""
    if name == "stock" and size >= LARGEST_COMPARED:
        return 1
    if asked is not None:
        return asked
    if size > LARGEST_COMPARED:
        return 1
    return 5 if size <= 1000 or name in PAIRED else 3


def _remove(*folders: Path) -> None:
    for folder in folders:
        if folder.exists():
            shutil.rmtree(folder)
