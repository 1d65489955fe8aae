"""A preview timed as an editor sees it: from the moment a record is saved until its page is given out anew."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from measure import RSS_UNIT, Measured, ToolError
from phone import Phone

_HOST = "127.0.0.1"
_STARTED, _SHOWN = 300.0, 60.0  # seconds at most, for the first build and for an edit
_AT_REST = 1.0  # seconds after the first page, in which it begins to look for changes


def time_preview(phone: Phone, project: Path, environment: Mapping[str, str], log: Path) -> Measured:
    """Start a preview, change the phone once, and end it; `ToolError` when the change is not shown."""
    port = _free_port()
    page = f"http://{_HOST}:{port}/offices/{phone.office}/"
    command = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"{_HOST}:{port}")
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            _wait_for(page, "", _STARTED, server)
            time.sleep(_AT_REST)
            started = time.perf_counter()
            phone.change()
            _wait_for(page, phone.shown, _SHOWN, server)
            seconds = time.perf_counter() - started
        finally:
            server.send_signal(signal.SIGINT)
            _, _, usage = os.wait4(server.pid, 0)
            server.returncode = 0
    return Measured(seconds, usage.ru_maxrss * RSS_UNIT / 1e6)


def _wait_for(page: str, text: str, longest: float, server: subprocess.Popen[bytes]) -> None:
    ends = time.perf_counter() + longest
    while time.perf_counter() < ends:
        try:
            with urllib.request.urlopen(page, timeout=longest) as answer:
                if text in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        time.sleep(0.01)
    raise ToolError(f"{page}: no {text!r} after {longest:.0f} seconds")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind((_HOST, 0))
        return int(asked.getsockname()[1])
