"""Slips that one line of text shows by itself, once the parser has stumbled over it."""

from __future__ import annotations

import re
from typing import NamedTuple

from maeul.load.models import Office, StoryFront


class Slip(NamedTuple):
    """What is wrong, what to type, and where: line and column from 0."""

    problem: str
    advice: str
    line: int
    column: int


QUOTED_ALL = "값 전체를 큰따옴표로 둘러 '항목: \"값\"'처럼 쓰세요."
SPACED = "':' 뒤에 빈칸을 넣어 '항목: 값'처럼 쓰세요."
_KEY = r"^\s*(?:- )?[A-Za-z_]+"
_WIDE_SPACE = "\u00a0\u2000-\u200a\u3000"
_LONGEST = 4_000  # characters of a line that are looked at

_FIELD = "|".join(sorted({*Office.model_fields, *StoryFront.model_fields}, key=len, reverse=True))
_IN_BRACKETS = r"(?:\{(?:[^{}]|\{[^{}]*\})*\}|\[[^\[\]]*\])"
_WHOLE = rf"(?:\"[^\"]*\"|'[^']*'|{_IN_BRACKETS})"
_NEXT_LINE = rf"(?P<at>(?:- )?(?:{_FIELD}):(?:\s|\Z)|- \{{)"
_BEFORE = r"^\s*(?:- )?(?:[A-Za-z_]+:\s+)?"  # what stands before a value

# The group `at` is where a line is wrong.
_SLIPS = tuple(
    (re.compile(pattern), problem, advice)
    for pattern, problem, advice in (
        (
            r"(?P<at>)(?:<{7}|={7}|>{7})(?:\s|$)",
            "고친 것을 합치다 남은 표시가 있습니다.",
            "'<<<<<<<'부터 '>>>>>>>'까지에서 맞는 줄만 남기고 나머지를 지우세요.",
        ),
        (r"^ *(?P<at>\t)", "탭으로 들여 썼습니다.", "탭을 지우고 빈칸 두 개로 들여 쓰세요."),
        (
            rf"^ *(?P<at>[{_WIDE_SPACE}])",
            "보통 빈칸이 아닌 빈칸으로 들여 썼습니다.",
            "이 빈칸을 지우고 스페이스바로 들여 쓰세요.",
        ),
        (r"^(?P<at>```)", "글을 옮길 때 딸려 온 표시(```)가 있습니다.", "이 줄을 지우세요."),
        (
            r"^ *(?P<at>[•‣▪·∙–—−*])\s*[A-Za-z_{\[]",
            "목록의 표시가 '-'가 아닙니다.",
            "이 자리에 하이픈과 빈칸('- ')을 쓰세요.",
        ),
        (
            r"^ *-(?P<at> {2,})[A-Za-z_]+:",
            "'-' 뒤에 빈칸이 너무 많습니다.",
            "'-' 뒤에 빈칸 하나만 두어 '- 항목: 값'처럼 쓰세요.",
        ),
        (
            rf"(?:{_BEFORE}{_WHOLE}\s*|{_KEY}:\s+[^\"'\[{{|>&*#\s][^#]*?(?<![A-Za-z_])){_NEXT_LINE}",
            "두 줄이 붙어 있습니다.",
            "이 자리에서 줄을 바꾸고, 새 줄을 다른 줄과 같은 칸에서 시작하세요.",
        ),
        (
            r"^(?: +- |\s*[a-z_]+: +)(?P<at>[a-z_]+: [^{\"\[(]*, *[a-z_]+: )",
            "'{'가 빠졌습니다.",
            "이 자리에 '{'를 넣고 끝을 '}'로 닫아 '{항목: 값, 항목: 값}'처럼 쓰세요.",
        ),
        (
            rf"{_BEFORE}(?P<at>\()[a-z_]+: ",
            "묶음을 둥근 괄호로 둘러쌌습니다.",
            "'('를 '{'로, ')'를 '}'로 고쳐 쓰세요.",
        ),
        (
            rf"{_BEFORE}{_IN_BRACKETS}\s*(?P<at>[\]}}])",
            "여는 괄호 없이 닫는 괄호가 있습니다.",
            "이 자리의 괄호를 지우세요.",
        ),
        (
            r"^(?:[^\"'#]|\"[^\"]*\")*?,\s*(?P<at>,)",
            "쉼표가 두 번 나옵니다.",
            "쉼표 하나를 지우세요.",
        ),
        (
            r"^[^#]*?(?:: |[\[,] ?)(?P<at>`)[^`]*`",
            "'`'는 따옴표가 아닙니다.",
            "'`'를 지우고 값을 큰따옴표로 둘러 '항목: \"값\"'처럼 쓰세요.",
        ),
        (_KEY + r":\s+(?P<at>[-?])\s*\Z", "값이 없습니다.", "값을 쓰거나, 모르면 이 줄을 지우세요."),
        (r"^\s*(?:- )?(?P<at>:)(?:\s|\Z)", "쌍점(:) 앞에 항목 이름이 없습니다.", "'항목: 값' 모양으로 쓰세요."),
        (r"^\s*(?P<at>-)[A-Za-z_{\[]", "'-' 뒤에 빈칸이 없습니다.", "'-' 뒤에 빈칸을 넣어 '- 항목: 값'처럼 쓰세요."),
        (_KEY + r"(?P<at>：)", "전각 쌍점(：)을 썼습니다.", SPACED),
        (
            _KEY + rf":(?P<at>[{_WIDE_SPACE}])",
            "쌍점 뒤에 보통 빈칸이 아닌 빈칸이 있습니다.",
            "이 빈칸을 지우고 스페이스바로 한 칸 띄어 쓰세요.",
        ),
        (
            _KEY + r":\s+(?:\"[^\"]*\"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*(?P<at>[^\s#,\]}])",
            "닫는 따옴표나 괄호 뒤에 글이 더 있습니다.",
            "값 전체를 작은따옴표로 둘러싸거나, 안쪽의 따옴표나 괄호를 지우세요.",
        ),
        (_KEY + r":\s+(?P<at>- )", "'항목:'과 같은 줄에 '- '가 있습니다.", "'- '를 다음 줄에 들여 쓰세요."),
        (_KEY + r":\s+[^\"'\[{|>&*#\s][^#]*?(?P<at>:)\s", "값 안에 쌍점(: )이 있습니다.", QUOTED_ALL),
        (_KEY + r"(?P<at>:)[^\s/]", "쌍점 뒤에 빈칸이 없습니다.", SPACED),
    )
)


def visible(line: str, number: int) -> Slip | None:
    """The first slip that a line shows, told as on line `number`."""
    for pattern, problem, advice in _SLIPS:
        if match := pattern.match(line[:_LONGEST]):
            return Slip(problem, advice, number, match.start("at"))
    return None
