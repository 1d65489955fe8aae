"""`maeul schema`: the schema that editors of YAML use, as it follows from the models and the vocabularies."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from maeul.clock import today_in_seoul
from maeul.editors.console import say, show
from maeul.publish.schema import SCHEMA, schema_bytes
from maeul.reader import read_directory


def add_parser(commands: Any) -> None:
    """The command and what may follow it."""
    parser = commands.add_parser(
        "schema",
        help="편집기의 자동 완성에 쓰는 파일을 새로 만듭니다.",
        description=f"{SCHEMA}을 새로 만듭니다. 시·군이나 하는 일을 더하거나 항목을 바꾼 뒤에 씁니다.",
    )
    parser.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    directory, findings = read_directory(options.root, today_in_seoul())
    if directory is None:
        return show(findings)
    (options.root / SCHEMA).write_bytes(schema_bytes(directory))
    say(f"{SCHEMA}: 새로 만들었습니다.")
    return 0
