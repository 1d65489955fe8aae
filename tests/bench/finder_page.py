"""How long results take from a key to what a page shows of them: `python tests/bench/finder_page.py [OFFICES] [EVERY]`.

Builds a site of 10,000 synthetic offices in a scratch folder (TMPDIR), or takes a built one (`SITE=folder/site`), and
types each EVERYth query of `finder_queries.yaml` key by key into the find page in Chromium. A time runs from the key's
own time stamp to the first moment after the frame that drew the last change of suggestions and results in view. It is
measured without the wait for the screen's next refresh (up to 16.7 ms at 60 Hz, which no page can shorten) and with it,
as the processor is and four times slower. `none` is a key into the same box when nothing answers it: what the browser
itself takes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread

import yaml
from playwright.sync_api import CDPSession, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "tests" / "finder_queries.yaml"
PHONE = ViewportSize(width=360, height=740)
UNSYNCED = ("--disable-gpu-vsync", "--disable-frame-rate-limit")
SLOWER = (1, 4)
ROUNDS = int(os.environ.get("ROUNDS", "3"))
MOST_KEYS = 40
READY = ("신장1동", "미사1동 공구", "관리소")  # these need every file
WATCH = (Path(__file__).parent / "finder_page.js").read_text(encoding="utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def queries(every: int) -> list[str]:
    """Each so many-th query of the list."""
    found = yaml.load(QUERIES.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [str(query["q"])[:MOST_KEYS] for query in found][::every]


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site while it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def build(count: int, project: Path) -> Path:
    """The site of a project with so many offices."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    synth = [sys.executable, str(ROOT / "tests/bench/synth.py"), str(ROOT), str(count), str(project)]
    subprocess.run(synth, env=environment, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, env=environment, check=True)
    return project / "site"


def times(page: Page, asked: Sequence[str], slower: int) -> list[float]:
    """Milliseconds of every key, sorted, the shortest of some rounds, when every file has been read."""
    keyboard = page.context.new_cdp_session(page)
    for query in READY:
        _typed(page, keyboard, query)
    keyboard.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    rounds = [[time for query in asked for time in _typed(page, keyboard, query)] for _ in range(ROUNDS)]
    keyboard.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return sorted(map(min, zip(*rounds, strict=True)))


def _typed(page: Page, keyboard: CDPSession, query: str) -> list[float]:
    page.evaluate("watched.empty()")
    found: list[float] = []
    for char in query:
        page.evaluate("watched.begin()")
        keyboard.send("Input.dispatchKeyEvent", {"type": "keyDown", "key": char, "text": char})
        keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": char})
        found.append(page.evaluate("watched.painted()"))
    return found


def measure(origin: str, asked: Sequence[str]) -> None:
    """Print a line for each kind of screen and speed."""
    print(f"{'':42}{'keys':>6}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    with sync_playwright() as playwright:
        for screen, options in (("without the screen's refresh", UNSYNCED), ("with a screen of 60 Hz", ())):
            program = os.environ.get("CHROMIUM") or which("chromium")
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", *options])
            page = browser.new_page(viewport=PHONE)
            page.add_init_script(WATCH)
            page.goto(f"{origin}find/", wait_until="networkidle")
            page.locator("#mae-q").focus()
            for slower in SLOWER:
                _report(f"{screen}, {slower}x slower", times(page, asked, slower))
            page.evaluate("watched.quiet()")
            for slower in SLOWER:
                _report(f"none: {screen}, {slower}x slower", times(page, asked, slower))
            browser.close()


def _report(what: str, found: Sequence[float]) -> None:
    at = [found[min(len(found) - 1, int(len(found) * share))] for share in (0.5, 0.95, 1)]
    print(f"{what:42}{len(found):6}" + "".join(f"{value:9.1f}" for value in at), flush=True)


def main(arguments: Sequence[str]) -> None:
    """Measure a site given by $SITE, else one that is built for this."""
    count, every = (*map(int, arguments), 10_000, 4)[:2] if len(arguments) < 2 else map(int, arguments)
    with tempfile.TemporaryDirectory(prefix="maeul-page-") as scratch:
        given = os.environ.get("SITE")
        site = Path(given) if given else build(count, Path(scratch) / "project")
        with served(site) as origin:
            measure(origin, queries(every))


if __name__ == "__main__":
    main(sys.argv[1:])
