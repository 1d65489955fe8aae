"""A preview without its server: a process that builds a copy of the project again and again, as `mkdocs serve` does.

`python preview.py SITE_URL SITE_DIR` builds once for each line that it is sent, and answers with a line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import IO

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort


class Preview:
    """The preview of a copy of the project; `site` is its folder, which is not the one that `mkdocs build` writes."""

    def __init__(self, site: Path, asked: IO[str], told: IO[str]) -> None:
        self.site = site
        self._asked, self._told = asked, told

    def build(self) -> str:
        """Build, and tell how it went: `built`, `refused` for errors in data, `broken` for one in a template."""
        self._asked.write("\n")
        self._asked.flush()
        return self._told.readline().strip()


@contextmanager
def preview(root: Path, environment: dict[str, str]) -> Iterator[Preview]:
    """A preview of the project in a folder, which ends with the block."""
    site = root / "preview"
    command = [sys.executable, __file__, environment["SITE_URL"], str(site)]
    around = {**os.environ, **environment}
    with subprocess.Popen(
        command, cwd=root, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Preview(site, process.stdin, process.stdout)


def main(url: str, site: str) -> None:
    """Build for each line; another thread is there, as that of the server is after the first build."""
    load_config(site_dir=site).plugins.on_startup(command="serve", dirty=False)
    ended = Event()
    for _ in sys.stdin:
        config = load_config(site_dir=site)
        config.site_url = url
        try:
            build(config, serve_url=url)
        except Abort:
            print("refused", flush=True)
        except jinja2.TemplateError:
            print("broken", flush=True)
        else:
            print("built", flush=True)
        Thread(target=ended.wait, daemon=True).start()
    ended.set()


if __name__ == "__main__":
    main(*sys.argv[1:])
