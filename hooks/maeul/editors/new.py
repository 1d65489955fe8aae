"""`maeul new`: a new office, by questions and answers."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from maeul.clock import today_in_seoul
from maeul.directory import OFFICES, Directory
from maeul.editors.console import say, show
from maeul.editors.interview import interview
from maeul.editors.offices_file import read_offices_file
from maeul.editors.placing import new_office_splices
from maeul.editors.questions import Record
from maeul.editors.render.text import line
from maeul.reader import read_directory

_INTRO = """새 관리소 하나를 적습니다. 물음마다 답을 쓰고 엔터를 누르세요.
[대괄호] 안의 답이 맞으면 그냥 엔터를 누릅니다. 모르는 것도 비워 두고 엔터를 누릅니다.
그만두려면 Ctrl+C를 누르세요. 끝까지 답하기 전에는 아무것도 바뀌지 않습니다."""
_STOPPED = "그만두었습니다. 아무것도 바뀌지 않았습니다."
_NEXT = """다음에 할 일
  1. 다른 이름, 특색사업, 다른 출처가 있으면 파일에 이어 쓰세요. 쓰는 법은 CONTRIBUTING.md에 있습니다.
  2. 'maeul check'로 살펴보세요.
  3. 바뀐 파일을 저장소에 올리고 풀 리퀘스트를 여세요."""


def add_parser(commands: Any) -> None:
    """The command and what may follow it."""
    parser = commands.add_parser(
        "new",
        help="새 관리소를 물음에 답해 적습니다.",
        description="한 가지씩 묻고, 답을 바로 살펴, 맞는 기록을 관리소 기록 파일에 적습니다.",
    )
    parser.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    directory, findings = read_directory(options.root, today_in_seoul())
    if directory is None:
        return show(findings)
    say(_INTRO)
    try:
        return _add(options.root, directory, interview(directory, input))
    except (EOFError, KeyboardInterrupt):
        say("", _STOPPED)
        return 1


def _add(root: Path, directory: Directory, record: Record) -> int:
    """Writes the record when the whole file then keeps the rules, and shows it."""
    file = read_offices_file(root)
    (splice,) = new_office_splices(file.source, file.document, [record], directory.cities)
    text = file.changed([splice])
    sound, findings = file.read_again(text, directory.today)
    if sound is None:
        return show(findings)
    first = text.count("\n", 0, splice.start) + 3
    last = first + splice.text.strip().count("\n")
    file.write(text)
    say("", f"{OFFICES} {first}~{last}행에 적었습니다.", "", splice.text.strip(), "")
    own = [found for found in findings if first <= found.line <= last]
    say(*map(line, own), *([""] if own else []), _NEXT)
    return 0
