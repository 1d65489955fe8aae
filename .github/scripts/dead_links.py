"""Which sources no longer open: asks every page that records name, politely, and writes a table in Markdown.

Pages of one host are asked one after another, with a rest between; a page that does not answer is asked again.
Nothing is written when all of them open.
"""

from __future__ import annotations

import http.client
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit

import gh
from maeul.clock import today_in_seoul
from maeul.directory import CITIES, HOLIDAYS, OFFICES, PROGRAMME, SERVICES, Directory
from maeul.editors.render.markdown import plain
from maeul.reader import read_directory
from pydantic import BaseModel

TIMEOUT = 20.0  # seconds for an answer
REST = 1.0  # seconds between two questions to one host
TRIES = 3
HOSTS = 8  # asked at the same time

_GONE = (404, 410)
_PLACES = 3  # named for a page; more are counted


@dataclass(frozen=True)
class Place:
    """Where a page is named: file, line where it is known, and whose record it is."""

    file: str
    line: int
    name: str


@dataclass(frozen=True)
class Answer:
    """What came of a page: `gone` for certain, or only not to be seen from here."""

    url: str
    gone: bool
    said: str


def main() -> int:
    """Ask all pages of the project in this folder and print the table."""
    directory, _ = read_directory(Path(), today_in_seoul())
    if directory is None:
        return 1
    named = pages(directory)
    sys.stdout.write(table(ask_all(named), named, f"{gh.address()}/blob/main"))
    return 0


def pages(directory: Directory) -> dict[str, list[Place]]:
    """The pages that records name, and where."""
    named: dict[str, list[Place]] = {}
    for place, record in _records(directory):
        for url in dict.fromkeys(_urls(record)):
            named.setdefault(url, []).append(place)
    return named


def _records(directory: Directory) -> Iterator[tuple[Place, BaseModel]]:
    for office in directory.offices:
        yield Place(OFFICES, directory.lines[office.id], office.name), office
    for city in directory.cities:
        yield Place(CITIES, 0, city.name), city
    for service in directory.services:
        yield Place(SERVICES, 0, service.name), service
    for story in directory.stories:
        yield Place(story.file, 0, story.front.title), story.front
    for holiday in directory.holidays:
        yield Place(HOLIDAYS, 0, holiday.name), holiday
    yield Place(PROGRAMME, 0, ""), directory.programme


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        if isinstance(url := getattr(value, "url", None), str):
            yield url
        value = [part for _, part in value]
    if isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, Iterable) and not isinstance(value, str):
        for part in value:
            yield from _urls(part)


def ask_all(urls: Iterable[str]) -> list[Answer]:
    """The answers of those that do not open, in the order of the addresses."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(HOSTS) as workers:
        answers = [answer for answered in workers.map(_ask_host, hosts.values()) for answer in answered]
    return sorted(answers, key=lambda answer: (not answer.gone, answer.url))


def _ask_host(urls: Sequence[str]) -> list[Answer]:
    answers = []
    for number, url in enumerate(urls):
        if number:
            time.sleep(REST)
        answers.append(ask(url))
    return [answer for answer in answers if answer is not None]


def ask(url: str) -> Answer | None:
    """None when a page opens; else what came of it. Only the head is asked for, the page itself if that is refused."""
    answer = None
    for attempt in range(TRIES):
        if attempt:
            time.sleep(REST * 2**attempt)
        answer = _ask_once(url, "HEAD")
        if answer is not None:
            answer = _ask_once(url, "GET")
        if answer is None or answer.gone:
            break
    return answer


def _ask_once(url: str, method: str) -> Answer | None:
    try:
        agent = f"maeul-dead-links/1 (+{gh.address()})"
        request = urllib.request.Request(_sendable(url), method=method, headers={"User-Agent": agent})
        with urllib.request.urlopen(request, timeout=TIMEOUT) as response:
            if _is_home(response.url) and not _is_home(url):
                return Answer(url, True, "첫 화면으로 넘어갑니다")
            return None
    except urllib.error.HTTPError as error:
        with error:
            return Answer(url, error.code in _GONE, f"HTTP {error.code}")
    except urllib.error.URLError as error:
        unknown = isinstance(error.reason, socket.gaierror) and error.reason.errno == socket.EAI_NONAME
        return Answer(url, unknown, "없는 서버입니다" if unknown else str(error.reason))
    except (OSError, ValueError, http.client.HTTPException) as error:
        return Answer(url, False, str(error) or type(error).__name__)


def _sendable(url: str) -> str:
    """An address as it goes over the line: host and path in ASCII, without the part after `#`."""
    parts = urlsplit(urldefrag(url).url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = (quote(part, safe="%/:=&?~+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


def table(answers: Sequence[Answer], named: Mapping[str, Sequence[Place]], link: str) -> str:
    """The answers as Markdown, those that are gone first; nothing when there are none."""
    if not answers:
        return ""
    gone = sum(answer.gone for answer in answers)
    head = f"## 열리지 않는 출처\n\n없어진 것 {gone}, 여기서 열어 보지 못한 것 {len(answers) - gone}"
    lines = (_row(answer, named[answer.url], link) for answer in answers)
    return f"{head}\n\n| 출처 | 무엇이 보였나 | 쓰인 곳 |\n|---|---|---|\n{''.join(lines)}"


def _row(answer: Answer, places: Sequence[Place], link: str) -> str:
    shown = [_place(place, link) for place in places[:_PLACES]]
    if len(places) > _PLACES:
        shown.append(f"밖에 {len(places) - _PLACES}곳")
    state = "없어짐" if answer.gone else "확인 못 함"
    address = answer.url.replace("|", "%7C").replace("\\", "%5C")
    return f"| <{address}> | {state}: {plain(answer.said)} | {'<br>'.join(shown)} |\n"


def _place(place: Place, link: str) -> str:
    line = f"#L{place.line}" if place.line else ""
    return f"[{plain(place.name or place.file)}]({link}/{quote(place.file)}{line})"


if __name__ == "__main__":
    raise SystemExit(main())
