"""What the second sheet says: each column, and how to write in cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maeul.editors.sheet.columns import Column
from maeul.load.examples import example
from maeul.load.labels import LABELS
from maeul.load.models import Office

TITLES = ("칸", "항목", "꼭 있어야 하나요", "쓰는 법", "보기")
NOTES = (
    "고친 뒤 'maeul import 파일' 명령을 쓰면 바뀐 칸만 기록에 옮깁니다.",
    "새 관리소는 맨 아래에 새 id로 한 줄을 더합니다. 줄을 지워도 기록은 지워지지 않습니다.",
    "모르는 것은 칸을 비워 둡니다. 여는 시간과 확인한 날짜는 '모름'이라고 씁니다.",
    "한 칸에 줄을 더하려면 Alt+Enter를 누릅니다. '|'는 한 줄 안의 값을 나눕니다.",
    "글에 든 '|'는 '\\|', '\\'는 '\\\\', 줄바꿈은 '\\n'으로 씁니다.",
    "'=', '+', '-', '@'로 시작하는 글 앞의 작은따옴표는 수식이 되지 않게 하는 표시입니다. 그대로 두세요.",
)


def explained(columns: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    """A row for each column, below a row of titles."""
    yield TITLES
    for column in columns:
        needed = "예" if is_required(column) else ""
        yield column.title, ".".join(column.path), needed, explanation_of(column), shown_example(column)


def is_required(column: Column) -> bool:
    """Whether a record cannot do without its field."""
    return Office.model_fields[column.path[0]].is_required()


def explanation_of(column: Column) -> str:
    """What to write into a cell of the column."""
    return " ".join(filter(None, (LABELS[column.path[-1]].description, column.how)))


def shown_example(column: Column) -> str:
    """What to type into a cell of the column."""
    if column.words:
        return column.words[0]
    return column.example or example(Office, column.path[0]).partition(": ")[2].strip('"[]')
