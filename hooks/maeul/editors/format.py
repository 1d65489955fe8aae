"""`maeul format`: office records in our one form."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from maeul.directory import CITIES, HOLIDAYS, OFFICES, PROGRAMME, SERVICES
from maeul.editors.check import check_files
from maeul.editors.console import say, show
from maeul.editors.formatting import formatted
from maeul.load.document import Document, read_document

_OTHERS = (CITIES, SERVICES, PROGRAMME, HOLIDAYS)


def add_parser(commands: Any) -> None:
    """The command and what may follow it."""
    parser = commands.add_parser(
        "format",
        help="관리소 기록을 고르게 다듬습니다.",
        description="항목 순서, 따옴표, 빈칸을 고르게 다듬습니다. 내용과 '#' 뒤에 쓴 말은 그대로입니다.",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="파일", help=f"관리소 기록(기본: {OFFICES})")
    parser.add_argument("--check", action="store_true", help="고치지 않고, 다듬을 줄이 있는지만 알려 줍니다.")
    parser.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    return max(_format(options, file) for file in options.files or [options.root / OFFICES])


def _format(options: argparse.Namespace, file: Path) -> int:
    """A file that cannot be read stays as it is, and what is wrong with it is shown. How it looks is never an error."""
    if file.resolve() in {(options.root / name).resolve() for name in _OTHERS}:
        say(f"{file}: 관리소 기록이 아닙니다. {OFFICES}처럼 관리소 기록이 든 파일을 쓰세요.")
        return 2
    try:
        raw = file.read_bytes()
    except OSError:
        return show(check_files(options.root, [str(file)]))
    document, findings = read_document(str(file), raw)
    if document is None or not _is_list_of_records(document):
        return show(findings or check_files(options.root, [str(file)]))
    text = raw.decode()
    new = formatted(text, document)
    if new == text:
        say(f"{file}: 이미 고릅니다.")
    elif options.check:
        at = f"{file}:{_first_change(text, new)}"
        say(f"{at}: 다듬을 줄이 있습니다. 틀린 것은 아닙니다. 'maeul format {file}' 명령이 다듬어 줍니다.")
    else:
        file.write_bytes(new.encode())
        say(f"{file}: 다듬었습니다.")
    return 0


def _is_list_of_records(document: Document) -> bool:
    return (
        bool(document.data)
        and isinstance(document.data, list)
        and all(isinstance(item, dict) for item in document.data)
    )


def _first_change(text: str, new: str) -> int:
    """The first line that differs."""
    old_lines, new_lines = text.splitlines(), new.splitlines()
    pairs = enumerate(zip(old_lines, new_lines, strict=False), 1)
    return next((number for number, (old, new) in pairs if old != new), min(len(old_lines), len(new_lines)))
