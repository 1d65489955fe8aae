"""Slips of typing that YAML lets pass or stumbles over: wide letters, curly quotes, a # that cuts a value off.

Wide letters and curly quotes are mended for the reading that follows, so that all else in the file is found in the same
run. A mended text is as long as it was, so that every place in it stays true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from maeul.load.findings import Finding, finding

# Digits and what stands between them (０９：００, ０３１-７２９-２３１３), a wide colon in a time, wide brackets around
# a value, a wide comma before the next field.
_WIDE = re.compile(
    "[０-９](?:[０-９0-9：－．:.-]*[０-９])?|(?<![0-9])[0-9]{1,2}：[0-9]{2}(?![0-9])"
    "|(?<=: )［[^\\[\\]\n]*?］|(?<=: )｛[^{}\n]*?｝|，(?=\\s*[a-z_]+: )"
)
_OPENS = "(?:(?<=: )|(?<=- )|(?<=[\\[{,] )|(?<=[\\[{,]))"
_CURLY = re.compile(_OPENS + "(?:“([^“”\"\\\\\n]*)”|‘([^‘’'\n]*)’)(?=\\s*(?:[,\\]}#]|$))")
_STRAIGHT = {ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"}
_ANY = re.compile("[０-９：“‘［｛，]")
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
        for code, pattern, straighten in _RULES:
            for match in pattern.finditer(head):
                typed = straighten(match.group())
                findings.append(finding(code, file, (at, match.start() + 1), found=match.group(), typed=typed))
                head = f"{head[: match.start()]}{typed}{head[match.end() :]}"
        lines[number] = head + line[end:]
    return "\n".join(lines), findings


def _narrow(found: str) -> str:
    return unicodedata.normalize("NFKC", found)


def _straight(found: str) -> str:
    return found.translate(_STRAIGHT)


_RULES: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("text-width", _WIDE, _narrow),
    ("text-quotes", _CURLY, _straight),
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
