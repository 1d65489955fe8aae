"""`maeul format`: one form, the same data, every comment."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maeul.cli import main
from maeul.editors.formatting import formatted
from maeul.load.document import Document, parse_document
from maeul.load.fields import in_model_order
from maeul.load.models import Office
from small_project import OFFICES, ROOT, TODAY, Project
from yaml_strategies import COMMENT, RECORDS, looks


def _document(text: str) -> Document:
    document, findings = parse_document("a.yaml", text)
    assert document is not None, (findings, text)
    return document


def _formatted(text: str) -> str:
    return formatted(text, _document(text))


MESSY = """\
# 머리말

# 첫 관리소
- name: "신장1동 관리소"   # 이름
  # 아이디
  id: "hanam-sinjang-1"

  status: {as_of: "2026-04-22",
    # 아직 열려 있음
    state: open}   # 상태
  hours: [{open: "09:00", days: '평일', close: "18:00"}]
  services: # 일
    # 공구
    - note: 공구 대여 # 드릴
      key: tools
    - parcels
    # 더 있을까?
  # 사람
  staff:   5
  # 기록 끝

# 다음 관리소
- {id: goyang-neunggok, 없는항목: 1, city: goyang}
# 맨 끝
"""

TIDY = """\
# 머리말

# 첫 관리소
# 아이디
- id: hanam-sinjang-1
  name: 신장1동 관리소  # 이름
  hours:
    - {days: 평일, open: "09:00", close: "18:00"}
  services:  # 일
    # 공구
    - {key: tools, note: 공구 대여}  # 드릴
    - parcels
    # 더 있을까?
  # 사람
  staff: 5
  # 아직 열려 있음
  status: {state: open, as_of: 2026-04-22}  # 상태
  # 기록 끝

# 다음 관리소
- id: goyang-neunggok
  city: goyang
  없는항목: 1

# 맨 끝
"""


def test_fields_are_ordered_quotes_are_spared_and_comments_go_along() -> None:
    assert _formatted(MESSY) == TIDY
    assert _formatted(TIDY) == TIDY


def test_lines_of_windows_stay_so() -> None:
    assert _formatted(MESSY.replace("\n", "\r\n")) == TIDY.replace("\n", "\r\n")


def test_records_in_brackets_become_lines() -> None:
    assert _formatted("[{id: a, staff: 5}, # 가\n {id: b}]") == "- id: a\n  staff: 5  # 가\n\n- id: b\n"


@given(st.data(), st.lists(RECORDS, min_size=1, max_size=3))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_data_and_comments_stay_and_a_second_time_changes_nothing(
    data: st.DataObject, records: list[dict[str, Any]]
) -> None:
    text = "".join(data.draw(looks(record, above=True)) for record in records)
    before = _document(text).data
    once = _formatted(text)
    after = _document(once).data
    assert repr(after) == repr(in_model_order(before, Office)), once
    assert _comments(once) == _comments(text), once
    assert _formatted(once) == once


def _comments(text: str) -> Counter[str]:
    return Counter(COMMENT.findall(text))


def test_our_own_records_keep_data_and_comments() -> None:
    text = (ROOT / OFFICES).read_text("utf-8")
    once = _formatted(text)
    assert _document(once).data == _document(text).data
    assert [line for line in once.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert _formatted(once) == once


@pytest.fixture
def offices(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("MAEUL_TODAY", TODAY.isoformat())
    return project.root / OFFICES


def test_command_changes_the_file_and_says_so(offices: Path, capsys: pytest.CaptureFixture[str]) -> None:
    offices.write_text(MESSY, "utf-8")
    assert main(["format"]) == 0
    assert offices.read_text("utf-8") == TIDY
    assert main(["format", OFFICES]) == 0
    assert capsys.readouterr().out == f"{OFFICES}: 다듬었습니다.\n{OFFICES}: 이미 고릅니다.\n"


def test_looks_are_only_hinted_at(offices: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = offices.read_bytes()
    assert main(["format", "--check"]) == 0
    assert offices.read_bytes() == before
    assert capsys.readouterr().out.startswith(f"{OFFICES}:13: 다듬을 줄이 있습니다. 틀린 것은 아닙니다.")


@pytest.mark.parametrize("text", ["- id: a\n  name: [가\n", "# 빈 파일\n", "id: a\n", "- 글\n"])
def test_file_that_cannot_be_read_stays_and_is_explained(
    text: str, offices: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offices.write_text(text, "utf-8")
    assert main(["format"]) == 1
    assert offices.read_text("utf-8") == text
    assert f"{OFFICES}:" in capsys.readouterr().out


def test_missing_file_is_explained(offices: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "nowhere.yaml"]) == 1
    assert "file-missing" in capsys.readouterr().out


def test_other_files_of_the_project_are_not_touched(offices: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path("data/cities.yaml").read_bytes()
    assert main(["format", "data/cities.yaml"]) == 2
    assert Path("data/cities.yaml").read_bytes() == before
    assert "관리소 기록이 아닙니다" in capsys.readouterr().out
