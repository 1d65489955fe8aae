"""`maeul gather`: takes the pages that the builds of shards drew, so that the next build draws none of them again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from maeul.editors.console import say
from maeul.kept.shards import ShardError, gather, is_shard
from maeul.making.site import cache


def add_parser(commands: Any) -> None:
    """Add the command to those of `maeul`."""
    what = "나누어 만든 페이지를 모읍니다. 다음 빌드는 이 페이지들을 다시 그리지 않습니다."
    parser = commands.add_parser("gather", help=what, description=what)
    parser.add_argument(
        "shards", nargs="+", type=Path, metavar="폴더", help="MAEUL_SHARD로 만든 빌드의 MAEUL_CACHE 폴더"
    )
    parser.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    into = cache(options.root)
    for folder in options.shards:
        if folder.resolve() == into.resolve():
            return _refused(f"'{folder}'은(는) 모은 페이지를 둘 폴더입니다. 나누어 만든 빌드의 폴더만 쓰세요.")
        if not _languages([folder]):
            return _refused(
                f"'{folder}'에 나누어 만든 페이지가 없습니다. MAEUL_SHARD로 만든 MAEUL_CACHE 폴더를 쓰세요."
            )
    try:
        for language in _languages(options.shards):
            _gather([folder / language for folder in options.shards], into / language)
    except ShardError as error:
        return _refused(_OTHER.format(folder=error.folder) if error.other else _DAMAGED.format(folder=error.folder))
    return 0


_OTHER = "'{folder}'은(는) 다른 폴더와 자료, 틀, 판이나 날짜가 다릅니다. 같은 것에서 같은 날짜로 나누어 만드세요."
_DAMAGED = "'{folder}'에 페이지 목록이 없거나 망가졌습니다. 이 조각을 다시 만드세요."


def _languages(folders: Sequence[Path]) -> list[str]:
    return sorted({path.name for folder in folders for path in folder.glob("*") if is_shard(path)})


def _gather(shards: Sequence[Path], into: Path) -> None:
    taken, changed = gather(shards, into)
    say(f"{into}: 페이지 {taken:,}개를 모았습니다.")
    if changed:
        say(f"{into}: {changed:,}개는 만든 뒤에 파일이 달라져 모으지 않았습니다. 다음 빌드가 다시 그립니다.")


def _refused(message: str) -> int:
    say(message)
    return 2
