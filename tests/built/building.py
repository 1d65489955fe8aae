"""Copies of the project that are built for real, in processes of their own."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from small_project import ROOT, TODAY

SITE_URL = "https://example.test/p/"
REPO_URL = "https://code.example/maeul"
BASE = "/p/"


@dataclass(frozen=True)
class Copy:
    """A copy of what a build reads: change it, build it, look at its site."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "site"

    def build(self, *options: str, today: date = TODAY) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "SITE_URL": SITE_URL,
            "REPO_URL": REPO_URL,
            "MAEUL_TODAY": today.isoformat(),
            "NO_MKDOCS_2_WARNING": "1",
        }
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    def built(self, *options: str, today: date = TODAY) -> Copy:
        """This copy after a build that went well."""
        result = self.build(*options, today=today)
        assert result.returncode == 0, result.stderr
        return self

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    def append(self, file: str, text: str) -> None:
        with (self.root / file).open("a", encoding="utf-8") as out:
            out.write(text)


def copy_project(root: Path, source: Path = ROOT) -> Copy:
    """What a build needs, in a new folder."""
    for name in ("hooks", "overrides", "content", "data"):
        shutil.copytree(source / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(source / "mkdocs.yml", root)
    return Copy(root)


def prints(folder: Path, *, but_for: str = r"(?!)") -> dict[str, str]:
    """A checksum of every file of a folder, by its path there, but for what a pattern finds in it."""
    left_out = re.compile(but_for.encode())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(left_out.sub(b"", path.read_bytes())).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
