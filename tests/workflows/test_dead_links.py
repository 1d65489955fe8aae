"""Sources that no longer open, asked of a server on this machine."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
import urllib.error
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from maeul.directory import Directory
from small_project import STORY
from workflow_runner import Runner


class Server:
    """Answers by path, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.at_once = self.most_at_once = 0
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                outer.answer(self)

            do_GET = do_HEAD  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.asked.append((request.command, request.path))
            self.agents.add(request.headers["User-Agent"])
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        status = self.status(request.command, request.path)
        if status == 0:
            time.sleep(0.3)
        request.send_response(status or 200)
        if status == 301:
            request.send_header("Location", "/")
        request.send_header("Content-Length", "0")
        with self._lock:  # before the asker has its answer, and may ask again
            self.at_once -= 1
        request.end_headers()

    def status(self, method: str, path: str) -> int:
        by_path = {"/gone": 404, "/closed": 410, "/refused": 403, "/broken": 500, "/moved": 301, "/slow": 0}
        if path in ("/no-head", "/wrong-head"):
            return 200 if method == "GET" else {"/no-head": 405, "/wrong-head": 404}[path]
        if path == "/at-last":
            return 503 if len([asked for asked in self.asked if asked[1] == path]) < 5 else 200
        return by_path.get(path, 200)

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def links(scripts: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    import dead_links  # noqa: PLC0415

    monkeypatch.setattr(dead_links, "REST", 0.0)
    return dead_links


def test_a_page_that_opens_is_asked_for_its_head_only(links: Any, server: Server) -> None:
    assert links.ask(server.url("/page?id=3#part")) is None
    assert server.asked == [("HEAD", "/page?id=3")]
    assert server.agents == {"maeul-dead-links/1 (+https://github.com/example/maeul)"}


@pytest.mark.parametrize("path", ["/no-head", "/wrong-head"])
def test_a_server_that_refuses_the_head_is_asked_for_the_page(links: Any, server: Server, path: str) -> None:
    assert links.ask(server.url(path)) is None
    assert server.asked == [("HEAD", path), ("GET", path)]


@pytest.mark.parametrize(("path", "said"), [("/gone", "HTTP 404"), ("/closed", "HTTP 410")])
def test_a_page_that_is_gone_is_not_asked_again(links: Any, server: Server, path: str, said: str) -> None:
    assert links.ask(server.url(path)) == links.Answer(server.url(path), True, said)
    assert len(server.asked) == 2


def test_a_page_that_became_the_home_page_is_gone(links: Any, server: Server) -> None:
    assert links.ask(server.url("/moved")).gone
    assert links.ask(server.url("/")) is None


@pytest.mark.parametrize(("path", "said"), [("/refused", "HTTP 403"), ("/broken", "HTTP 500")])
def test_what_may_open_for_others_is_asked_again_and_not_called_gone(
    links: Any, server: Server, path: str, said: str
) -> None:
    assert links.ask(server.url(path)) == links.Answer(server.url(path), False, said)
    assert len(server.asked) == 2 * links.TRIES


def test_a_server_that_recovers_is_believed(links: Any, server: Server) -> None:
    assert links.ask(server.url("/at-last")) is None


def test_a_server_that_is_slow_may_be_there_for_others(
    links: Any, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "TIMEOUT", 0.05)
    assert links.ask(server.url("/slow")).gone is False


@pytest.mark.parametrize(
    ("reason", "gone"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), True),
        (socket.gaierror(socket.EAI_AGAIN, "later"), False),
        (ConnectionRefusedError("refused"), False),
    ],
)
def test_only_a_server_without_a_name_is_gone(
    links: Any, monkeypatch: pytest.MonkeyPatch, reason: OSError, gone: bool
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise urllib.error.URLError(reason)

    monkeypatch.setattr("urllib.request.urlopen", refuse)
    assert links.ask("https://a.kr/1").gone is gone


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://a.kr/가?q=나 다#라", "https://a.kr/%EA%B0%80?q=%EB%82%98%20%EB%8B%A4"),
        ("https://a.kr/%EA%B0%80?a=1&b=[2]", "https://a.kr/%EA%B0%80?a=1&b=[2]"),
        ("http://경기.kr/", "http://xn--289an1a.kr/"),
    ],
)
def test_addresses_in_hangul_are_sent_as_servers_want_them(links: Any, url: str, sent: str) -> None:
    assert links._sendable(url) == sent


def test_one_host_is_asked_one_page_at_a_time(links: Any, server: Server) -> None:
    urls = [server.url(f"/page/{number}") for number in range(12)]
    assert links.ask_all([*urls, server.url("/gone")]) == [links.Answer(server.url("/gone"), True, "HTTP 404")]
    assert server.most_at_once == 1


def test_every_page_that_any_record_names_is_asked(links: Any, real: Directory) -> None:
    named = links.pages(real)
    files = {place.file for places in named.values() for place in places}
    assert {"data/offices.yaml", "data/cities.yaml", "data/services.yaml", "data/programme.yaml"} <= files
    for office in real.offices:
        places = [links.Place("data/offices.yaml", real.lines[office.id], office.name)]
        assert all(set(places) <= set(named[source.url]) for source in office.sources)
    for story in real.stories:
        assert all(story.file in {place.file for place in named[source.url]} for source in story.front.sources)


def test_the_table_has_what_is_gone_first_and_where_it_is_named(links: Any) -> None:
    answers = [links.Answer("https://a.kr/1|2", True, "HTTP 404"), links.Answer("https://b.kr/", False, "@시간 초과")]
    places = [links.Place("data/offices.yaml", number, f"관리소 {number}") for number in range(1, 6)]
    named = {"https://a.kr/1|2": places, "https://b.kr/": [links.Place("data/programme.yaml", 0, "")]}
    assert links.table(answers, named, "https://x") == (
        "## 열리지 않는 출처\n\n"
        "없어진 것 1, 여기서 열어 보지 못한 것 1\n\n"
        "| 출처 | 무엇이 보였나 | 쓰인 곳 |\n|---|---|---|\n"
        "| <https://a.kr/1%7C2> | 없어짐: HTTP 404 | [관리소 1](https://x/data/offices.yaml#L1)"
        "<br>[관리소 2](https://x/data/offices.yaml#L2)<br>[관리소 3](https://x/data/offices.yaml#L3)<br>밖에 2곳 |\n"
        "| <https://b.kr/> | 확인 못 함: @\u200b시간 초과 | [data/programme.yaml](https://x/data/programme.yaml) |\n"
    )
    assert links.table([], {}, "https://x") == ""


def test_the_weekly_step_writes_findings_and_links_into_files_and_the_summary(runner: Runner, server: Server) -> None:
    for file in (*(runner.project.root / "data").glob("*.yaml"), runner.project.root / STORY):
        text = file.read_text("utf-8").replace("https://example.com/1", server.url("/gone"))
        file.write_text(re.sub(r"https://example\.com/\d", server.url("/page"), text), "utf-8")
    outcome = runner.step("weekly.yml", "look", "살펴보기", no_proxy="*")
    assert outcome.returncode == 0, outcome.stderr
    links = (runner.folder / "weekly" / "links.md").read_text("utf-8")
    assert links.count("\n| <") == 1
    assert "없어짐: HTTP 404" in links
    assert "https://github.com/example/maeul/blob/main/data/offices.yaml#L1" in links
    assert runner.summary == (runner.folder / "weekly" / "findings.md").read_text("utf-8") + links
    assert json.loads((runner.folder / "weekly" / "findings.json").read_text("utf-8"))["version"] == 1
