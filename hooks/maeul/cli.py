"""The command `maeul`: what editors and workflows call."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Collection, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

from maeul.clock import today_in_seoul
from maeul.editors import diff, exchange, from_form, new, schema
from maeul.editors import format as format_command
from maeul.editors.changed import NoSuchChangeError, changed_lines
from maeul.editors.check import check_files
from maeul.editors.console import show, shows_colour
from maeul.editors.render import RENDERERS, Report
from maeul.load.findings import has_errors
from maeul.making import gather
from maeul.making.stage import stage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; exit code 0 without errors, 1 with errors in the data, 2 for a wrong call."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal that lacks a letter of the data (CP949 lacks many) shows a mark in its place.
        sys.stdout.reconfigure(errors="replace")
    gc.disable()  # what is read lives as long as the command does: there is nothing to collect
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="maeul", description="경기 행복마을관리소 안내의 자료를 다룹니다.")
    commands = parser.add_subparsers(required=True, metavar="명령")
    check = commands.add_parser("check", help="자료를 살펴 고칠 곳을 모두 알려 줍니다.")
    check.add_argument(
        "files", nargs="*", metavar="파일", help="이 파일만 봅니다. 프로젝트에 없는 파일은 관리소 기록으로 읽습니다."
    )
    check.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    check.add_argument("--format", choices=sorted(RENDERERS), default="text", help="알려 주는 모양")
    check.add_argument(
        "--changed-since", metavar="커밋", help="이 커밋 뒤에 바뀐 줄을 먼저 알려 줍니다(github, markdown)."
    )
    check.add_argument(
        "--link", default="", metavar="주소", help="파일들이 있는 곳의 주소. 줄마다 링크를 답니다(markdown)."
    )
    check.add_argument(
        "--published",
        metavar="FILE",
        help="지금 누리집의 data/v1/offices.json. 거기 있던 관리소가 기록에서 사라졌는지도 봅니다.",
    )
    check.set_defaults(run=_check)
    staged = commands.add_parser("stage", help="다른 생성기가 읽을 수 있게 페이지와 파일을 씁니다.")
    staged.add_argument("out", type=Path, metavar="폴더", help="비어 있거나 아직 없는 폴더")
    staged.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    staged.set_defaults(run=_stage)
    for command in (format_command, diff, new, exchange, schema, from_form, gather):
        command.add_parser(commands)
    return parser


def _check(options: argparse.Namespace) -> int:
    try:
        changed = _changed(options)
    except NoSuchChangeError as error:
        sys.stderr.write(f"maeul: '{options.changed_since}' 뒤에 바뀐 줄을 알 수 없습니다. {error}\n")
        return 2
    if options.format != "text" and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # what programs read is the same on every machine
    findings = check_files(options.root, options.files, options.published)
    sys.stdout.write(RENDERERS[options.format](Report(findings, changed, options.link, shows_colour(sys.stdout))))
    return 1 if has_errors(findings) else 0


def _stage(options: argparse.Namespace) -> int:
    if options.out.exists() and (not options.out.is_dir() or any(options.out.iterdir())):
        sys.stderr.write(f"'{options.out}'은(는) 비어 있는 폴더가 아닙니다. 아직 없는 폴더 이름을 쓰세요.\n")
        return 2
    findings = stage(options.root, options.out, today_in_seoul())
    return show(findings)


def _changed(options: argparse.Namespace) -> Mapping[str, Collection[int]] | None:
    return changed_lines(options.root, options.changed_since) if options.changed_since else None
