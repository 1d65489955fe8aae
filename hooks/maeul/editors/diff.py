"""`maeul diff`: what changes between two versions of the data, in plain sentences."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from maeul.clock import today_in_seoul
from maeul.editors.changes import Changes, changes
from maeul.editors.console import say, show
from maeul.editors.render.markdown import plain
from maeul.editors.versions import NoSuchVersionError, read_version
from maeul.load.korean import particle
from maeul.words import read_words

_NOTHING = "바뀌는 내용이 없습니다."
_LISTS = "찾기, 지도, 자료 받기처럼 관리소를 모아 보여 주는 페이지도 바뀝니다."


def add_parser(commands: Any) -> None:
    """The command and what may follow it."""
    parser = commands.add_parser(
        "diff",
        help="두 자료 사이에 무엇이 바뀌는지 우리말로 알려 줍니다.",
        description="앞의 자료에서 뒤의 자료로 무엇이 바뀌는지, 어느 페이지가 달라지는지 알려 줍니다.",
    )
    what = "프로젝트나 자료 폴더, 관리소 기록 파일, 또는 'main' 같은 git 이름"
    parser.add_argument("old", metavar="앞", help=what)
    parser.add_argument("new", metavar="뒤", help=what)
    parser.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    parser.add_argument("--format", choices=sorted(_RENDERERS), default="text", help="알려 주는 모양")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    versions = []
    for name in (options.old, options.new):
        try:
            versions.append(read_version(name, options.root, today_in_seoul()))
        except NoSuchVersionError:
            say(f"'{name}'{particle(name, '이라는')} 폴더나 파일, git 이름이 없습니다. 이름을 다시 보세요.")
            return 2
    (old, old_findings), (new, new_findings) = versions
    if old is None or new is None:
        return show((*old_findings, *new_findings))
    words = read_words(options.root / "data" / "i18n", "ko")
    say(*_RENDERERS[options.format](changes(old, new, words)))
    return 0


def _text(found: Changes) -> Iterator[str]:
    for change in (*found.offices, *found.others):
        yield from (f"{change.subject}: {sentence}" for sentence in change.sentences)
    if found.pages:
        yield from ("", f"달라지는 페이지 {len(found.pages)}개", *(f"  {path}" for path in found.pages), _LISTS)
    elif not found.offices and not found.others:
        yield _NOTHING


def _markdown(found: Changes) -> Iterator[str]:
    yield "## 바뀌는 내용"
    if not (found.offices or found.others):
        yield from ("", _NOTHING)
    for change in (*found.offices, *found.others):
        yield from ("", f"### {plain(change.subject)}", "")
        yield from (f"- {plain(sentence)}" for sentence in change.sentences)
    if found.pages:
        yield from ("", "<details>", f"<summary>달라지는 페이지 {len(found.pages)}개</summary>", "")
        yield from (f"- `{path}`" for path in found.pages)
        yield from ("", _LISTS, "", "</details>")


_RENDERERS: Mapping[str, Callable[[Changes], Iterator[str]]] = {"text": _text, "markdown": _markdown}
