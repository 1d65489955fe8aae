"""`maeul from-form`: what somebody sent by the issue form, as the changed record."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from maeul.clock import today_in_seoul
from maeul.editors.asked import NOTHING_ASKED, read_asked
from maeul.editors.console import say, shows_colour
from maeul.editors.render import text
from maeul.load.findings import has_errors


def add_parser(commands: Any) -> None:
    """The command and what may follow it."""
    parser = commands.add_parser(
        "from-form",
        help="이슈 양식으로 받은 글을 고친 기록으로 바꿉니다.",
        description="이슈 양식으로 받은 글에서 고친 기록을 만듭니다. 파일은 그대로 두니, 확인하고 붙여 넣으세요.",
    )
    parser.add_argument("file", type=Path, metavar="파일", help="이슈의 글을 담은 파일")
    parser.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    """The record goes to the output; what is to be said of it beside that."""
    try:
        body = options.file.read_text("utf-8", errors="replace")
    except OSError:
        say(f"{options.file}: 파일을 읽을 수 없습니다. 이름을 다시 보세요.")
        return 2
    asked = read_asked(options.root, str(options.file), body, today_in_seoul())
    if asked.record:
        sys.stdout.write(asked.record)
    elif not asked.findings:
        say(NOTHING_ASKED)
    if asked.findings:
        sys.stderr.write(text(asked.findings, colour=shows_colour(sys.stderr)))
    if asked.note:
        sys.stderr.write(f"{asked.note}\n")
    return 1 if has_errors(asked.findings) else 0
