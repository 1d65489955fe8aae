"""The columns of the table: what each is called, how its value is written in a cell and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, get_args, get_origin

from maeul.directory import Directory
from maeul.editors.sheet import items
from maeul.editors.sheet.cells import Vocabulary, decimal, escaped, lines, number, unescaped
from maeul.load.labels import LABELS, PRECISIONS, STATES
from maeul.load.models import BACKED_FIELDS, Office

Write = Callable[[Any], str]
Read = Callable[[str], Any]


class Form(NamedTuple):
    """How a value is written in a cell and read back."""

    write: Write
    read: Read


@dataclass(frozen=True)
class Column:
    """A column: `path` leads to its value in a record, `how` and `example` explain it, `words` are all that fit."""

    path: tuple[str, ...]
    form: Form
    how: str = ""
    example: str = ""
    words: Sequence[str] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return LABELS[self.path[-1]].title

    @property
    def in_lines(self) -> bool:
        """Whether a cell may have several lines."""
        return self.how.startswith(_EACH)

    def cell(self, record: Mapping[str, Any]) -> str:
        """The cell of a record; nothing is an empty cell."""
        value: Any = record
        for step in self.path:
            value = value.get(step) if isinstance(value, Mapping) else None
        return "" if value is None else self.form.write(value)

    def value(self, cell: str) -> Any:
        """What a cell says; None for an empty one. Raises CellError for a text that says nothing."""
        return self.form.read(cell) if cell.strip() else None


def columns(directory: Directory) -> tuple[Column, ...]:
    """All columns, in the order of the fields of an office."""
    special = _special(directory)
    return tuple(column for name in Office.model_fields for column in special.get(name) or [_plain(name)])


_TEXT = Form(escaped, unescaped)
_NUMBER = Form(str, lambda text: number(text.strip()))
_DECIMAL = Form(str, lambda text: decimal(text.strip()))
_EACH = "한 줄에 하나씩 씁니다."


def _plain(name: str) -> Column:
    """A text, or a text a line."""
    if get_origin(Office.model_fields[name].annotation) is tuple:
        return Column((name,), _in_lines(_TEXT), _EACH)
    return Column((name,), _TEXT)


def _in_lines(form: Form) -> Form:
    """A list, a line for each item."""
    return Form(lambda found: "\n".join(map(form.write, found)), lambda text: [form.read(line) for line in lines(text)])


def _in_words(vocabulary: Vocabulary) -> Form:
    return Form(vocabulary.word, vocabulary.key)


def _special(directory: Directory) -> Mapping[str, Sequence[Column]]:
    """The columns of fields that are more than text."""
    cities = Vocabulary({city.key: city.name for city in directory.cities})
    services = Vocabulary({service.key: service.name for service in directory.services})
    fields = Vocabulary({name: LABELS[name].title for name in get_args(BACKED_FIELDS)})
    states, precisions = Vocabulary(STATES), Vocabulary(PRECISIONS)
    named = items.Items(services, fields)
    made = [
        Column(("city",), _in_words(cities), words=cities.words),
        Column(("location", "lat"), _DECIMAL, example="37.53938"),
        Column(("location", "lon"), _DECIMAL, example="127.20565"),
        Column(("location", "precision"), _in_words(precisions), words=precisions.words),
        Column(
            ("hours",),
            Form(items.write_hours, items.read_hours),
            f"{_EACH} 쉬는 시간과 철은 '|' 뒤에 씁니다.",
            "평일 09:00~18:00 | 쉬는 시간 12:00~13:00 | 11-01부터 02-28까지",
        ),
        Column(
            ("exceptions",),
            _in_lines(Form(items.write_exception, items.read_exception)),
            f"{_EACH} 쉬는 날은 '쉼', 여는 날은 시각을 쓰고, 덧붙일 말은 '|' 뒤에 씁니다.",
            "2026-12-25 쉼 | 성탄절",
        ),
        Column(
            ("services",),
            _in_lines(Form(named.write_service, named.read_service)),
            f"{_EACH} '|' 뒤에 관리소가 쓰는 말을 씁니다. 하는 일: {', '.join(services.words)}.",
            f"{services.words[0]} | 관리소가 쓰는 말",
        ),
        Column(
            ("projects",),
            _in_lines(Form(items.write_project, items.read_project)),
            f"{_EACH} 이름 | 내용 | 연도.",
            "골목정원 | 골목에 꽃밭을 가꿨어요. | 2020",
        ),
        Column(("opened",), _NUMBER),
        Column(("staff",), _NUMBER),
        Column(("status", "state"), _in_words(states), words=states.words),
        Column(("status", "as_of"), _NUMBER),
        Column(
            ("sources",),
            _in_lines(Form(named.write_source, named.read_source)),
            f"{_EACH} 펴낸 곳 | 날짜 | 링크 | 확인한 항목들. 항목: {', '.join(fields.words)}.",
            "하남시 | 2024-04-22 | https://www.hanam.go.kr/ | 주소, 여는 시간, 상태",
        ),
        Column(
            ("conflicts",),
            _in_lines(Form(named.write_conflict, named.read_conflict)),
            f"{_EACH} 항목 | 다르게 말하는 것 | 링크.",
            "여는 시간 | 24시까지라는 기사가 있어요. | https://www.hanam.go.kr/",
        ),
    ]
    return {name: [column for column in made if column.path[0] == name] for name in {column.path[0] for column in made}}
