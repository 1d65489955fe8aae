"""What is timed: each stage puts its folder in order, runs one command, and looks at what came out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measure import Measured, ToolError
from phone import Phone
from preview import time_preview

PAIRED = (
    "cold",
    "hugo",
    "clean",
    "one_change",
    "hugo_html",
)  # in the order of a round, so that pairs stand close in time
ORDER = (*PAIRED, "nothing", "preview", "check", "stock")
HUGO_CONFIG, HTML_ONLY = "hugo.json", "html-only.json"
LARGEST_COMPARED = 10_000  # offices; beyond, the others take a quarter of an hour and more
_CACHE, _SITE, _PUBLIC = ".cache", "site", "public"


def _nothing() -> None:
    """Nothing to put in order, nothing to look at."""


@dataclass(frozen=True)
class Stage:
    """A command in a folder; `prepare` and `verify` are not timed. `output` is the built site, where there is one.

    `measure` times something else than how long the command takes.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    output: Path | None = None
    prepare: Callable[[], None] = _nothing
    verify: Callable[[], None] = _nothing
    measure: Callable[[Mapping[str, str], Path], Measured] | None = None


def build_command() -> tuple[str, ...]:
    """Build the site of the folder, ours and stock alike."""
    return (sys.executable, "-m", "mkdocs", "build", "--quiet")


def our_stages(project: Path) -> list[Stage]:
    """The stages of our own builds, in an order in which each finds what it needs."""
    build, site, cache = (*build_command(), "--strict"), project / _SITE, project / _CACHE
    spare = project / f".{_SITE}-spare"  # the last site but one, from which the next is made
    phone, page = Phone(project), site / "offices"

    def look() -> None:
        shown = page / phone.office / "index.html"
        if phone.shown not in shown.read_text(encoding="utf-8"):
            raise ToolError(f"{shown}: the changed number is not on the page")

    check = (sys.executable, "-m", "maeul", "check")
    return [
        Stage("cold", build, project, site, lambda: _remove(site, spare, cache)),
        Stage("clean", build, project, site, lambda: _remove(site, spare)),
        Stage("one_change", build, project, site, phone.change, look),
        Stage("nothing", build, project, site),
        Stage("preview", (), project, measure=partial(time_preview, phone, project)),
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
