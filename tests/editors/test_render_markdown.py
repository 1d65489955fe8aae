"""Findings as Markdown on GitHub."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.editors.render.markdown import markdown, plain
from maeul.editors.render.report import Report
from maeul.load.findings import Finding, Level

REPOSITORY = "https://github.com/example/maeul/blob/0a1b2c3"
_TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(r"\`*_[]()<>&|~$!#@-+=.)1GHab "))


def _finding(line: int = 3, level: Level = Level.ERROR, file: str = "data/offices.yaml", said: str = "가") -> Finding:
    return Finding(file, line, 5, "time-shape", level, (), said, "나 쓰세요.")


def test_all_findings_are_in_a_table() -> None:
    assert markdown(Report([_finding(), _finding(9, Level.WARNING)])) == (
        "## 자료를 살폈습니다: 고칠 곳 1, 살펴볼 곳 1\n\n"
        "'고칠 곳'을 모두 고쳐야 누리집에 실립니다. '살펴볼 곳'은 그대로 두어도 실립니다.\n\n"
        "| 자리 | 무엇이 틀렸나 | 무엇을 쓰나 |\n"
        "|---|---|---|\n"
        "| data/offices.yaml 3행 5칸<br>고칠 곳 `time-shape` | 가 | 나 쓰세요. |\n"
        "| data/offices.yaml 9행 5칸<br>살펴볼 곳 `time-shape` | 가 | 나 쓰세요. |\n"
    )


def test_lines_of_the_change_have_a_table_of_their_own_before_the_rest() -> None:
    said = markdown(Report([_finding(3), _finding(9)], {"data/offices.yaml": {9}}))
    assert re.findall(r"^### .*|\d+행", said, re.MULTILINE) == ["### 이번에 바꾼 줄", "9행", "### 그 밖의 줄", "3행"]


def test_warnings_of_lines_that_a_change_did_not_touch_are_folded_away() -> None:
    findings = [_finding(3, Level.WARNING), _finding(5), _finding(7, Level.WARNING), _finding(9, Level.WARNING)]
    said = markdown(Report(findings, {"data/offices.yaml": {9}}))
    shown, folded = said.split("<details><summary>그 밖에 살펴볼 곳 2</summary>\n\n")
    assert re.findall(r"\d+행", shown) == ["9행", "5행"]
    assert re.findall(r"\d+행", folded) == ["3행", "7행"]
    assert folded.endswith("|\n\n</details>\n")
    assert "<details>" not in markdown(Report(findings))


def test_a_fold_is_closed_where_a_limit_cuts_it() -> None:
    findings = [_finding(line, Level.WARNING) for line in range(100)]
    said = markdown(Report(findings, {}), 2000)
    assert len(said) <= 2000
    assert said.count("</details>") == 1
    assert said.index("</details>") < said.index("다 싣지 못한")


def test_without_findings_one_sentence_says_so() -> None:
    assert markdown(Report([])) == "## 자료를 살폈습니다\n\n고칠 곳이 없습니다.\n"


def test_places_lead_to_the_line_where_the_repository_is_known() -> None:
    said = markdown(Report([_finding(), _finding(file="content/stories/가 (나).md")], link=f"{REPOSITORY}/"))
    assert f"[data/offices.yaml 3행 5칸]({REPOSITORY}/data/offices.yaml#L3)" in said
    story = "content/stories/%EA%B0%80%20%28%EB%82%98%29.md?plain=1#L3"
    assert f"[content/stories/가 (나).md 3행 5칸]({REPOSITORY}/{story})" in said


def test_a_file_outside_the_project_has_no_address() -> None:
    assert "](" not in markdown(Report([_finding(file="/elsewhere/new.yaml")], link=REPOSITORY))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a | b", r"a \| b"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("[여기](https://x.example)", r"\[여기\](https&#58;//x.example)"),
        ("www.x.example", "www&#46;x.example"),
        ("**굵게** _기울게_ `코드` ~줄~ $x$", r"\*\*굵게\*\* \_기울게\_ \`코드\` \~줄\~ \$x\$"),
        ("@admin #12 GH-3", "@\u200badmin \\#\u200b12 GH\u200b-3"),
        ("# 제목", r"\# 제목"),
        ("- 하나", r"\- 하나"),
        ("12. 하나", r"12\. 하나"),
        ("두 줄\n\n을 한 줄로", "두 줄 을 한 줄로"),
        ("'close'의 '2400'은 시각이 아닙니다.", "'close'의 '2400'은 시각이 아닙니다."),
    ],
)
def test_what_somebody_typed_stays_text(typed: str, shown: str) -> None:
    assert plain(typed) == shown


@given(_TYPED)
def test_any_text_can_be_read_back_and_holds_no_markup(typed: str) -> None:
    shown = plain(typed)
    read = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown)).replace("\u200b", "")
    assert read == " ".join(typed.split()).replace("\u200b", "")
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]|~$!#]|[<>]", shown)
    assert not re.search(r"@\w|\\#\w|://|www\.", shown)


@given(st.lists(st.integers(1, 90), max_size=60), st.integers(400, 6000))
def test_a_limit_is_kept_and_no_finding_is_lost_without_a_word(lengths: list[int], longest: int) -> None:
    findings = [_finding(line, said="가" * length) for line, length in enumerate(lengths, start=1)]
    said = markdown(Report(findings), longest)
    assert len(said) <= longest
    rows = len(re.findall(r"\d+행", said))
    more = re.search(r"싣지 못한 곳이 (\d+)곳", said)
    assert rows + (int(more[1]) if more else 0) == len(findings)


def test_what_does_not_fit_is_said_at_the_end() -> None:
    said = markdown(Report([_finding(line) for line in range(500)]), 2000)
    assert said.endswith("곳 더 있습니다. 작업 요약(Summary)에는 모두 있습니다.\n")
