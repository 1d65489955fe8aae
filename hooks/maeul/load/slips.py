"""Slips of typing that YAML lets pass or stumbles over: wide letters, odd spaces, curly quotes, a # that cuts a value.

They are mended for the reading that follows, so that all else in the file is found in the same run. A mended text is as
long as it was, so that every place in it stays true; only Hangul whose letters were split becomes shorter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from maeul.load.decode import is_visible
from maeul.load.findings import Finding, finding

# Digits and what stands between them (０９：００, ０３１-７２９-２３１３), a wide colon in a time, wide brackets around
# a value, a wide comma before the next field.
_WIDE = re.compile(
    "[０-９](?:[０-９0-9：－．:.-]*[０-９])?|(?<![0-9])[0-9]{1,2}：[0-9]{2}(?![0-9])"
    "|(?<=[:-] )［[^\\[\\]\n]*?］|(?<=[:-] )｛[^{}\n]*?｝|，(?=\\s*[a-z_]+: )"
)
_OPENS = "(?:(?<=: )|(?<=- )|(?<=[\\[{,] )|(?<=[\\[{,]))"
_CURLY = re.compile(_OPENS + "(?:“([^“”\"\\\\\n]*)”|‘([^‘’'\n]*)’)(?=\\s*(?:[,\\]}#]|$))")
_STRAIGHT = {ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"}
# Spaces that come with a text from a page or a document, between its words.
_SPACE = re.compile("(?<=[^\\s:,\\[{-])[\u00a0\u2000-\u200a\u202f\u3000]+(?=[^\\s])")
_SPLIT = re.compile("[\u1100-\u1112](?:[\u1100-\u1112\u1161-\u1175\u11a8-\u11c2]|[0-9 ·]+(?=[\u1100-\u1112]))*")
_ANY = re.compile("[０-９：“‘［｛，\u00a0\u1100-\u1112\u2000-\u200a\u202f\u3000]")
_CUT = re.compile(r" #(?=[^\s#!])")


def mend(file: str, text: str, first_line: int = 0) -> tuple[str, list[Finding]]:
    """The text of a file without its slips, and a finding for each of them. Comments may hold anything."""
    if not _ANY.search(text) and not _CUT.search(text):
        return text, []
    lines, findings = text.split("\n"), []
    for number, line in enumerate(lines):
        if not _ANY.search(line) and not _CUT.search(line):
            continue
        at = number + 1 + first_line
        end = _comment(line)
        if _CUT.match(line, end - 1) and line[:end].strip():
            findings.append(finding("text-comment", file, (at, end + 1), found=line[end:]))
        head = line[:end]
        for code, pattern, mended in _RULES:
            findings += [
                finding(code, file, (at, match.start() + 1), found=match.group(), typed=mended(match))
                for match in pattern.finditer(head)
            ]
            head = pattern.sub(mended, head)
        lines[number] = head + line[end:]
    return "\n".join(lines), findings


def is_clean(text: str) -> bool:
    """Whether a text, or any lines of it, has no slips and nothing invisible."""
    return is_visible(text) and not mend("", text)[1]


def _narrow(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def _straight(found: re.Match[str]) -> str:
    return found.group().translate(_STRAIGHT)


def _spaced(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _whole(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found.group())


_RULES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    ("text-width", _WIDE, _narrow),
    ("text-quotes", _CURLY, _straight),
    ("text-space", _SPACE, _spaced),
    ("text-split", _SPLIT, _whole),
)


def _comment(line: str) -> int:
    """Where the comment of a line begins; its end when it has none. A # inside quotes begins none."""
    quote = ""
    for index, char in enumerate(line):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and line[:index].rstrip()[-1:] in ("", ":", "[", "{", ",", "-"):
            quote = char
        elif char == "#" and (index == 0 or line[index - 1].isspace()):
            return index
    return len(line)
