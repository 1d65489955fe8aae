"""What can be wrong with a table and its cells, as findings that name the cell."""

from __future__ import annotations

from dataclasses import dataclass

from maeul.editors.sheet.cells import CellError
from maeul.editors.sheet.in_cells import in_cells
from maeul.load.findings import Finding, Level, told
from maeul.load.table.rule import Rules, error

_AGAIN = "'maeul export'로 받은 표를 고쳐서 다시 쓰세요."


RULES: Rules = {
    "cell-shape": error("'{found}'의 모양이 맞지 않습니다.", "'{example}'처럼 쓰세요."),
    "cell-word": error("'{found}'{found:은} 목록에 없는 말입니다.", "{advice}"),
    "cell-formula": error("수식이 든 칸입니다.", "수식 대신 값을 글로 쓰세요."),
    "column-unknown": error("'{found}'{found:이라는} 칸은 없습니다.", "{advice}"),
    "column-duplicate": error("'{found}' 칸이 두 번 있습니다.", "둘 가운데 하나를 지우세요."),
    "column-missing": error("'{found}' 칸이 없습니다.", f"첫 줄에 칸 이름이 있어야 합니다. {_AGAIN}"),
    "row-id": error("id가 없는 줄입니다.", "'hanam-sinjang-1'처럼 id를 쓰거나, 줄 전체를 지우세요."),
    "row-duplicate": error("id '{found}'{found:이} {first}행에도 있습니다.", "둘 가운데 하나만 남기세요."),
    "table-unreadable": error("표를 읽을 수 없습니다({reason}).", _AGAIN),
    "table-large": error("표가 너무 큽니다({reason}).", _AGAIN),
    "sheet-missing": error(
        "'{found}' 시트가 없습니다.", f"기록이 든 시트의 이름을 '{{found}}'{{found:으로}} 고치세요. {_AGAIN}"
    ),
}


@dataclass(frozen=True)
class CellPlace:
    """A cell of a table: `row` and `column` count from 1; `sheet` is "" in a file that has no sheets."""

    file: str
    sheet: str = ""
    row: int = 1
    column: int = 1

    def __str__(self) -> str:
        cell = f"{_letters(self.column)}{self.row}"
        return f"{self.file}:{self.sheet}!{cell}" if self.sheet else f"{self.file}:{cell}"


@dataclass(frozen=True)
class CellFinding:
    """One problem in one cell."""

    place: CellPlace
    level: Level
    code: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.place}: {self.level.value} {self.code}: {self.message} {self.hint}"


def cell_finding(code: str, place: CellPlace, **values: object) -> CellFinding:
    """The finding of a rule for tables."""
    rule = RULES[code]
    return CellFinding(place, Level(rule.level), code, *told(rule, values))


def of_error(refused: CellError, place: CellPlace, example: str) -> CellFinding:
    """The finding for a cell that says nothing; `example` shows what would."""
    return cell_finding(refused.code, place, **{"example": example, **refused.values})


def of_finding(found: Finding, place: CellPlace, example: str) -> CellFinding:
    """A finding of the check, told of the cell that it comes from; `example` shows what would be right."""
    return CellFinding(place, found.level, found.code, in_cells(found.message, example), in_cells(found.hint, example))


def _letters(column: int) -> str:
    """The name of a column: A, B … Z, AA."""
    letters = ""
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
