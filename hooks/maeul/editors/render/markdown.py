"""Findings as Markdown for GitHub: the summary of a check, and the comment on a pull request.

What findings say is text that somebody typed. Here it stays text: no markup, no HTML, and nobody is called by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from maeul.editors.render.report import LEVEL_WORDS, NONE, Report, counted
from maeul.load.findings import Finding, Level

_TITLE = "## 자료를 살폈습니다"
_LEAD = "'고칠 곳'을 모두 고쳐야 누리집에 실립니다. '살펴볼 곳'은 그대로 두어도 실립니다."
_TOUCHED, _OTHERS = "### 이번에 바꾼 줄", "### 그 밖의 줄"
_FOLDED, _FOLD_END = "\n<details><summary>그 밖에 살펴볼 곳 {count}</summary>\n\n", "\n</details>\n"
_HEAD = "| 자리 | 무엇이 틀렸나 | 무엇을 쓰나 |\n|---|---|---|\n"
_MORE = "\n여기에 다 싣지 못한 곳이 {count}곳 더 있습니다. 작업 요약(Summary)에는 모두 있습니다.\n"

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_\[\]|~$!#]")
_FIRST = re.compile(r"(\d*)([-+=.)])")  # what makes a list or a heading of the line that it begins
_LINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)  # would become a link, in which escapes are no escapes
_CALLS = re.compile(r"(?<=@)(?=\w)|(?<=\\#)(?=\w)|(?<=GH)(?=-\d)", re.IGNORECASE)
_NOTHING = "\u200b"  # a space without width parts a name from its @, for escapes do not: GitHub looks at the text


def markdown(report: Report, longest: int | None = None) -> str:
    """All findings in tables; or as many as fit into `longest` characters, and how many more there are."""
    if not report.findings:
        return f"{_TITLE}\n\n{NONE}\n"
    parts = list(_parts(report))
    if longest is None or sum(map(len, parts)) <= longest:
        return "".join(parts)
    room, kept = longest - len(_MORE.format(count=len(report.findings)) + _FOLD_END), ""
    left = len(report.findings)
    for part in parts:
        if len(kept) + len(part) > room:
            break
        kept += part
        left -= _is_row(part)
    open_fold = _FOLD_END if "<details>" in kept and _FOLD_END not in kept else ""
    return kept + open_fold + _MORE.format(count=left)


def plain(text: str) -> str:
    """Text that GitHub shows as it is, on one line: no Markdown, no HTML, nobody notified, no issue linked."""
    said = "".join(_HTML.get(letter, letter) for letter in " ".join(text.split()))
    said = _LINK.sub(lambda sign: f"&#{ord(sign[0])};", _MARKUP.sub(r"\\\g<0>", said))
    said = _CALLS.sub(_NOTHING, said)
    first = _FIRST.match(said)
    return f"{first[1]}\\{said[first.end(1) :]}" if first else said


def _parts(report: Report) -> Iterator[str]:
    yield f"{_TITLE}: {counted(report.findings)}\n\n{_LEAD}\n"
    touched = [found for found in report.findings if report.touched(found)]
    others = [found for found in report.findings if not report.touched(found)]
    # In a change, warnings of lines that it did not touch are many and not its own: they are there, but folded away.
    open_levels = [Level.ERROR] if report.changed is not None else [Level.ERROR, Level.WARNING]
    shown = [found for found in others if found.level in open_levels]
    folded = [found for found in others if found.level not in open_levels]
    yield from _table(f"\n{_TOUCHED}\n\n", touched, report.link)
    yield from _table(f"\n{_OTHERS}\n\n" if touched else "\n", shown, report.link)
    yield from _table(_FOLDED.format(count=len(folded)), folded, report.link)
    if folded:
        yield _FOLD_END


def _table(above: str, findings: Sequence[Finding], link: str) -> Iterator[str]:
    if findings:
        yield f"{above}{_HEAD}"
        yield from (_row(found, link) for found in findings)


def _row(found: Finding, link: str) -> str:
    name = f"{plain(found.file)} {found.line}행 {found.column}칸"
    place = f"[{name}]({_address(found, link)})" if link and not found.file.startswith("/") else name
    return f"| {place}<br>{LEVEL_WORDS[found.level]} `{found.code}` | {plain(found.message)} | {plain(found.hint)} |\n"


def _is_row(part: str) -> bool:
    return part.startswith("| ")


def _address(found: Finding, link: str) -> str:
    """The line of a file on the code host; a Markdown file has lines there only when it is shown as it is written."""
    query = "?plain=1" if found.file.endswith(".md") else ""
    return f"{link.rstrip('/')}/{quote(found.file)}{query}#L{found.line}"
