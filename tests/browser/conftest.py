"""A real browser, and the built site served under a sub-path of a server of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from built.building import BASE, Copy, copy_project
from maeul.site.context import MANY
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright
from small_project import ROOT, TODAY

PHONE = {"width": 360, "height": 740}
# No office has hours of the last year. Those of suwon-haenggung get a date, so that there is one to be open.
_SOURCE = 'article/1648176", publisher: 경인일보, date: {}, fields: [hours'
NEW_HOURS = (_SOURCE.format("모름"), _SOURCE.format("2025-12-29"))
TIMEOUT_MS = 15_000
expect.set_options(timeout=TIMEOUT_MS)
BENCH = ROOT / "tests" / "bench"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class _Handler(SimpleHTTPRequestHandler):
    """The site under its base, its own page for what is missing, and no log."""

    def send_head(self) -> Any:
        file = Path(self.translate_path(self.path))
        if (file.is_dir() and not self.path.partition("?")[0].endswith("/")) or not file.exists():
            body = (Path(self.directory) / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(BASE) if path.startswith(BASE) else "no-such-file"
        return super().translate_path(f"/{inside}")

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass
class Visits:
    """Opens pages of the site and writes down what no page may do."""

    browser: Browser
    origin: str
    problems: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def __call__(self, path: str, *, now: str = "", watched: bool = True, **options: Any) -> Page:
        """A page in a window of its own; `now` stops its clock, `watched=False` lets it have problems."""
        context = self.browser.new_context(**{"viewport": PHONE, "locale": "ko-KR", **options})
        context.set_default_timeout(TIMEOUT_MS)
        self.contexts.append(context)
        page = context.new_page()
        if now:
            page.clock.set_fixed_time(now)
        if watched:
            page.on("console", self._on_console)
            page.on("pageerror", lambda error: self.problems.append(f"{path}: {error}"))
            page.on("request", self._on_request)
        page.goto(self.url(path))
        return page

    def url(self, path: str) -> str:
        return f"{self.origin}{BASE}{path}"

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"{message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}{BASE}", "data:", "blob:")):
            self.problems.append(f"request: {request.url}")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a server of a built site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = copy_project(tmp_path_factory.mktemp("served") / "project")
    project.replace("data/offices.yaml", *NEW_HOURS)
    with served(project.built().site) as address:
        yield address


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A project with more offices than one page lists, most of them made up, and its site."""
    copy = Copy(tmp_path_factory.mktemp("crowded") / "project")
    _run(ROOT, str(BENCH / "synth.py"), str(ROOT), str(MANY + 100), str(copy.root))
    return copy.built()


@pytest.fixture(scope="session")
def crowded_origin(crowded: Copy) -> Iterator[str]:
    with served(crowded.site) as address:
        yield address


@pytest.fixture(scope="session")
def cut_origin(crowded: Copy, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site with its index of search in shards, as if it had some thousand offices."""
    site = Path(shutil.copytree(crowded.site, tmp_path_factory.mktemp("cut") / "site"))
    _run(crowded.root, "-m", "maeul.search.dump", str(site), "1")
    with served(site) as address:
        yield address


def _run(folder: Path, *command: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "MAEUL_TODAY": TODAY.isoformat()}
    subprocess.run([sys.executable, *command], cwd=folder, env=environment, capture_output=True, check=True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium of $CHROMIUM, else an installed one, else the one that Playwright installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, origin: str) -> Iterator[Visits]:
    """Opens pages; afterwards none of them may have logged an error or asked another host for anything."""
    yield from _visits(chromium, origin)


@pytest.fixture
def visit_cut(chromium: Browser, cut_origin: str) -> Iterator[Visits]:
    """The same with an index of search in shards."""
    yield from _visits(chromium, cut_origin)


@pytest.fixture
def visit_crowded(chromium: Browser, crowded_origin: str) -> Iterator[Visits]:
    """The same for the site with very many offices."""
    yield from _visits(chromium, crowded_origin)


def _visits(chromium: Browser, origin: str) -> Iterator[Visits]:
    visits = Visits(chromium, origin)
    yield visits
    for context in visits.contexts:
        context.close()
    assert visits.problems == []


@pytest.fixture(scope="session")
def tab_to() -> Callable[[Page, str, int], None]:
    """Presses Tab until what has the focus matches a selector."""

    def press(page: Page, selector: str, most: int = 60) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} cannot be reached by {most} presses of Tab")

    return press
