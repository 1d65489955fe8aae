"""`maeul export` and `maeul import`: office records as a table for spreadsheets, and back."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from maeul.clock import today_in_seoul
from maeul.directory import OFFICES, Directory
from maeul.editors.changes import changes
from maeul.editors.console import say, show
from maeul.editors.offices_file import read_offices_file
from maeul.editors.render.text import line
from maeul.editors.sheet.columns import columns
from maeul.editors.sheet.csv_form import read_csv, write_csv
from maeul.editors.sheet.merge import merged
from maeul.editors.sheet.outcome import outcome
from maeul.editors.sheet.problems import CellFinding, CellPlace, cell_finding
from maeul.editors.sheet.table import LARGEST_FILE, SHEET, Table, table_of
from maeul.editors.sheet.xlsx_form import LONGEST_CELL, read_xlsx, write_xlsx
from maeul.load.findings import Finding, Level
from maeul.reader import read_directory
from maeul.words import read_words

_FORMS = (".csv", ".xlsx")


def add_parser(commands: Any) -> None:
    """The two commands and what may follow them."""
    exported = commands.add_parser(
        "export",
        help="관리소 기록을 표(.csv, .xlsx)로 씁니다.",
        description="관리소 기록을 표로 씁니다. 엑셀 파일(.xlsx)에는 고를 수 있는 목록과 설명 시트가 함께 들어갑니다.",
    )
    exported.set_defaults(run=_export)
    imported = commands.add_parser(
        "import",
        help="고친 표를 관리소 기록에 옮깁니다.",
        description="'maeul export'로 받아 고친 표에서 바뀐 칸만 기록에 옮깁니다. 표에 없는 관리소는 그대로 둡니다.",
    )
    imported.set_defaults(run=_import)
    for parser in (exported, imported):
        parser.add_argument("file", type=Path, metavar="파일", help="이름이 .csv나 .xlsx로 끝나는 파일")
        parser.add_argument("--root", type=Path, default=Path(), help="프로젝트 폴더(기본: 지금 폴더)")


def _export(options: argparse.Namespace) -> int:
    if _refuses(options.file):
        return 2
    directory, findings = read_directory(options.root, today_in_seoul())
    if directory is None:
        return show(findings)
    made = columns(directory)
    rows = table_of(read_offices_file(options.root).data, made)
    if options.file.suffix == ".csv":
        options.file.write_bytes(write_csv(rows))
    elif max(len(cell) for row in rows for cell in row) > LONGEST_CELL:
        say(f"한 칸이 {LONGEST_CELL}자를 넘어 엑셀 파일로 쓸 수 없습니다. .csv로 쓰세요.")
        return 1
    else:
        options.file.write_bytes(write_xlsx(rows, made))
    say(f"{options.file}: 관리소 {len(rows) - 1}곳을 썼습니다.")
    say(f"고친 뒤에는 'maeul import {options.file}' 명령으로 옮기세요.")
    return 0


def _import(options: argparse.Namespace) -> int:
    if _refuses(options.file):
        return 2
    if not options.file.is_file():
        say(f"{options.file}: 파일이 없습니다. 이름을 다시 보세요.")
        return 2
    directory, findings = read_directory(options.root, today_in_seoul())
    if directory is None:
        return show(findings)
    return _merge(options.root, options.file, directory)


def _refuses(file: Path) -> bool:
    if file.suffix in _FORMS:
        return False
    say(f"{file}: 이름이 .csv나 .xlsx로 끝나는 파일을 쓰세요.")
    return True


def _merge(root: Path, path: Path, directory: Directory) -> int:
    """Writes what the table changes, when all of it keeps the rules; else says what is wrong, cell by cell."""
    file = read_offices_file(root)
    table = _read(path)
    if not table.rows:
        return _say_findings(table.findings)
    place = CellPlace(str(path), SHEET if path.suffix == ".xlsx" else "")
    merge = merged(table.rows, file.data, columns(directory), place)
    found = outcome(file, directory, merge, place)
    findings = [*table.findings, *merge.findings, *found.findings]
    if found.directory is None or any(one.level is Level.ERROR for one in findings):
        return _say_findings(findings)
    told = changes(directory, found.directory, read_words(root / "data" / "i18n", "ko")).offices
    file.write(found.text)
    say(*(f"{change.subject}: {sentence}" for change in told for sentence in change.sentences))
    say(f"{OFFICES}: 관리소 {len(told)}곳이 바뀌었습니다." if told else "바뀐 칸이 없습니다.")
    if merge.missing:
        say(f"표에 없는 관리소 {len(merge.missing)}곳은 그대로 두었습니다: {', '.join(merge.missing)}")
    return _say_findings(findings) if findings else 0


def _read(path: Path) -> Table:
    size = path.stat().st_size
    if size > LARGEST_FILE:
        reason = f"{LARGEST_FILE // 1_000_000} MB를 넘습니다"
        return Table([], [cell_finding("table-large", CellPlace(str(path)), reason=reason)])
    return (read_csv if path.suffix == ".csv" else read_xlsx)(str(path), path.read_bytes())


def _say_findings(findings: Sequence[CellFinding | Finding]) -> int:
    """The findings, a line each; the exit code."""
    say(*(str(one) if isinstance(one, CellFinding) else line(one) for one in findings))
    errors = sum(one.level is Level.ERROR for one in findings)
    say(f"고칠 곳 {errors}, 살펴볼 곳 {len(findings) - errors}")
    if errors:
        say("아무것도 바뀌지 않았습니다.")
    return 1 if errors else 0
