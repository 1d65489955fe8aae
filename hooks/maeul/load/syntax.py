"""YAML syntax errors in words: what is most likely meant, at the line that is at fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml

from maeul.load.findings import Finding, finding
from maeul.load.lists import above_it, list_of
from maeul.load.models import Office
from maeul.load.visible import QUOTED_ALL, Slip, visible

_QUOTE_OPENS = re.compile(r"(?<=[:\[{,-]) *\"")
_CURLY_CLOSES = re.compile(r"\"[^\"“”]*(?=”)")
_QUOTE_CLOSES = re.compile(r"\"\s*(?:[,\]}#]|$)")
_HAS_VALUE = re.compile(r"(?:- |  )[a-z_]+: +[^\s#]")
_ITEM = re.compile(r" +- (?P<keys>.*)")
_ITEM_KEY = re.compile(r"(?:\A|[{,] *)([a-z_]+): ")


def explain(file: str, text: str, error: yaml.YAMLError, first_line: int = 0) -> Finding:
    """The finding for what the parser met, pointed at the nearest line above that shows a known slip."""
    slip = _likely(_Met.of(text, error))
    at = (slip.line + 1 + first_line, slip.column + 1)
    return finding("yaml-syntax", file, at, problem=slip.problem, advice=slip.advice)


class _Met(NamedTuple):
    """What the parser met: its words, where it stopped, and where the piece began that it was reading."""

    lines: Sequence[str]
    said: str
    stop: tuple[int, int]
    start: tuple[int, int]

    @classmethod
    def of(cls, text: str, error: yaml.YAMLError) -> _Met:
        lines = re.split(r"\r\n|\r|\n", text)
        context, problem = (_place(getattr(error, name, None), lines) for name in ("context_mark", "problem_mark"))
        stop = problem or context or (0, 0)
        said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
        return cls(lines, said, stop, context or stop)


def _place(mark: yaml.Mark | None, lines: Sequence[str]) -> tuple[int, int] | None:
    return (min(mark.line, len(lines) - 1), mark.column) if mark else None


def _likely(met: _Met) -> Slip:
    slip = _open_quote(met) or _visible(met)
    if slip is not None:
        return slip
    for words, explanation in _EXPLANATIONS:
        if words in met.said and (slip := explanation(met)) is not None:
            return slip
    return Slip(
        "이 줄이나 바로 윗줄을 읽을 수 없습니다.",
        "위 기록과 같은 칸에 맞추어 '항목: 값' 모양으로 다시 쓰세요.",
        *met.stop,
    )


def _open_quote(met: _Met) -> Slip | None:
    """A quote that was not closed on its line: it swallows what follows, so the parser stops further down."""
    if not any(words in met.said for words in ("quoted scalar", "did not find expected", "could not find expected")):
        return None
    if "unknown escape" in met.said:
        return None
    for line in range(met.stop[0], met.start[0] - 1, -1):
        text = met.lines[line].replace('\\"', "  ")
        if (column := _left_open(text)) is not None:
            if curly := _CURLY_CLOSES.match(text, column):
                return Slip(
                    "곧은 따옴표로 연 값을 둥근 따옴표로 닫았습니다.", "'”'를 '\"'로 고쳐 쓰세요.", line, curly.end()
                )
            return Slip("따옴표가 닫히지 않았습니다.", "이 자리에서 연 따옴표를 같은 줄에서 닫으세요.", line, column)
    return None


def _left_open(text: str) -> int | None:
    """Where in a line a quote opens that does not close before the next one opens, or before the end."""
    opens = {match.end() - 1 for match in _QUOTE_OPENS.finditer(text)}
    quotes = [index for index, char in enumerate(text) if char == '"']
    while quotes:
        here = quotes.pop(0)
        if here not in opens:
            continue
        if not quotes or (quotes[0] in opens and not _QUOTE_CLOSES.match(text, quotes[0])):
            return here
        quotes.pop(0)
    return None


def _visible(met: _Met) -> Slip | None:
    """A slip that a line shows by itself: the line where the parser stopped, the one above, the one it began at."""
    lines = dict.fromkeys((met.stop[0], max(met.stop[0] - 1, 0), met.start[0]))
    return next((slip for line in lines if (slip := visible(met.lines[line], line))), None)


def _unclosed_quote(met: _Met) -> Slip:
    return Slip("따옴표가 닫히지 않았습니다.", "이 자리에서 연 따옴표를 같은 줄에서 닫으세요.", *met.start)


def _escape(met: _Met) -> Slip:
    return Slip(
        "큰따옴표 안에서 쓸 수 없는 '\\'가 있습니다.", "'\\'를 지우거나, 값을 작은따옴표로 둘러싸세요.", *met.stop
    )


def _brackets(met: _Met) -> Slip:
    text = met.lines[met.stop[0]]
    met_char = text[met.stop[1] : met.stop[1] + 1]
    if met.stop[0] == met.start[0] and met_char == ":":
        return Slip("쉼표가 빠졌거나 값 안에 쌍점(: )이 있습니다.", "값 사이에 ', '를 넣거나, " + QUOTED_ALL, *met.stop)
    if met.stop[0] == met.start[0] and met_char in ("]", "}"):
        return Slip("여는 괄호와 닫는 괄호의 짝이 맞지 않습니다.", "'['는 ']'로, '{'는 '}'로 닫으세요.", *met.stop)
    if met.stop[0] == met.start[0] and text[: met.stop[1]].rstrip().endswith(("'", '"')):
        return Slip(
            "닫는 따옴표 뒤에 글이 더 있습니다.",
            "안쪽의 따옴표를 지우거나, 다음 항목이면 앞에 ', '를 넣으세요.",
            *met.stop,
        )
    return Slip(
        "중괄호나 대괄호가 닫히지 않았거나 쉼표가 빠졌습니다.",
        "여는 괄호와 닫는 괄호를 맞추고 값 사이에 ', '를 넣으세요.",
        *met.start,
    )


def _sign(met: _Met) -> Slip | None:
    line, column = met.start if met.start[0] == met.stop[0] else met.stop
    first = met.lines[line][column : column + 1]
    return Slip(f"따옴표 없이 '{first}'로 시작하는 글이 있습니다.", QUOTED_ALL, line, column) if first else None


def _directive(met: _Met) -> Slip:
    return Slip("'%'로 시작하는 줄이 있습니다.", "이 줄을 지우거나, 글이면 " + QUOTED_ALL, *met.start)


def _no_colon(met: _Met) -> Slip:
    if met.lines[met.start[0]].lstrip().startswith(("{", "[")):
        return _no_dash(*met.start)
    return Slip(
        "이 줄에 쌍점(:)이 없습니다.",
        "'항목: 값' 모양으로 쓰거나, 윗줄의 글이면 그 줄에 이어 쓰고, 적어 둔 말이면 앞에 '# '를 붙여 쓰세요.",
        *met.start,
    )


def _no_dash(line: int, column: int) -> Slip:
    return Slip("목록의 '- '가 빠졌습니다.", "이 자리에 '- '를 넣어 '- {항목: 값}'처럼 쓰세요.", line, column)


def _indent(met: _Met) -> Slip:
    text, above = met.lines[met.stop[0]], met.lines[max(met.stop[0] - 1, 0)]
    if text.lstrip().startswith("- ") and above.lstrip().startswith(("{", "[")):
        return _no_dash(met.stop[0] - 1, len(above) - len(above.lstrip()))
    if text.lstrip().startswith("- ") and (name := _headless(text, above)) is not None:
        return Slip("목록의 이름이 빠졌습니다.", above_it(name), met.stop[0], len(text) - len(text.lstrip()))
    if text.lstrip().startswith("- "):
        return Slip(
            "'- '가 올 자리가 아닙니다.",
            "'- '를 지우고 윗항목과 같은 칸에 쓰거나, 목록이면 다른 '- '와 같은 칸에 맞추어 쓰세요.",
            met.stop[0],
            len(text) - len(text.lstrip()),
        )
    return Slip(
        "들여쓰기가 윗줄과 맞지 않습니다.",
        "새 기록은 줄 맨 앞의 '- '로, 기록 안의 항목은 윗항목과 같은 칸에서 시작하세요.",
        met.stop[0],
        len(text) - len(text.lstrip()),
    )


def _headless(text: str, above: str) -> str | None:
    """The list that an item is of, where the line above it is a field that has its value: the list's name is gone."""
    if not _HAS_VALUE.match(above) or (item := _ITEM.match(text)) is None:
        return None
    return list_of(Office, _ITEM_KEY.findall(item["keys"]))


def _stray_bracket(met: _Met) -> Slip:
    return Slip("여는 괄호 없이 닫는 괄호나 쉼표가 있습니다.", "이 자리의 괄호나 쉼표를 지우세요.", *met.stop)


_EXPLANATIONS: tuple[tuple[str, Callable[[_Met], Slip | None]], ...] = (
    ("unknown escape", _escape),
    ("quoted scalar", _unclosed_quote),
    ("flow", _brackets),
    ("directive", _directive),
    ("cannot start any token", _sign),
    (" an alias", _sign),
    (" an anchor", _sign),
    (" a tag", _sign),
    ("block scalar", _sign),
    ("simple key", _no_colon),
    ("expected node content", _stray_bracket),
    ("'-' indicator", _indent),
    ("expected key", _indent),
    ("not allowed in this context", _indent),
)
