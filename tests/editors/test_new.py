"""`maeul new`: questions, answers checked at once, a sound record at the end or nothing at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from maeul.cli import main
from maeul.directory import Directory
from maeul.editors.placing import new_office_splices
from maeul.editors.questions import questions
from maeul.editors.yaml_place import YamlText
from maeul.editors.yaml_splice import spliced
from maeul.load.document import parse_document
from small_project import OFFICES, TODAY, Project

ANSWERS = {
    "city": ["하남시"],
    "dong": ["덕풍1동"],
    "name": [""],
    "name_en": [""],
    "id": [""],
    "address": ["경기도 하남시 신장로 1"],
    "building": [""],
    "location": ["37.5393, 127.2056"],
    "precision": ["건물"],
    "phone": ["031-790-1234"],
    "phone_of": ["하남시청"],
    "hours": ["평일 09:00~18:00", ""],
    "services": ["공구 대여 | 드릴", "택배 보관", ""],
    "other_services": [""],
    "opened": ["2020"],
    "operator": [""],
    "staff": ["5"],
    "state": ["운영"],
    "url": ["https://example.com/3"],
    "publisher": ["하남시"],
    "date": [""],
}
RECORD = """\
- id: hanam-deokpung-1
  name: 덕풍1동 행복마을관리소
  name_en: Deokpung 1-dong
  city: hanam
  dong: 덕풍1동
  address: 경기도 하남시 신장로 1
  location: {lat: 37.5393, lon: 127.2056, precision: building}
  phone: 031-790-1234
  phone_of: 하남시청
  hours:
    - {days: 평일, open: "09:00", close: "18:00"}
  services:
    - {key: tools, note: 드릴}
    - {key: parcels}
  opened: 2020
  staff: 5
  status: {state: open, as_of: 2026-11-22}
  sources:
    - {url: "https://example.com/3", publisher: 하남시, date: 2026-11-22, fields: [name, dong, address, phone, hours, \
services, opened, staff, status]}
"""


@pytest.fixture
def offices(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("MAEUL_TODAY", TODAY.isoformat())
    return project.root / OFFICES


def _new(monkeypatch: pytest.MonkeyPatch, **answers: list[str]) -> int:
    lines = [line for given in {**ANSWERS, **answers}.values() for line in given]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(["new"])


def test_answers_make_a_sound_record_behind_the_last_of_its_city(
    project: Project, offices: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = offices.read_text("utf-8").split("\n- id: goyang-neunggok")
    assert _new(monkeypatch) == 0
    assert offices.read_text("utf-8") == f"{first}\n{RECORD}\n- id: goyang-neunggok{second}"
    assert not [found for found in project.findings() if found.level == "error"]
    out = capsys.readouterr().out
    line = first.count("\n") + 2
    assert f"{OFFICES} {line}~{line + RECORD.count(chr(10)) - 1}행에 적었습니다.\n\n{RECORD}" in out
    assert "다음에 할 일" in out


def test_nothing_known_is_the_middle_of_the_dong_and_unknown_hours(
    project: Project, offices: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = {name: [""] for name in ("address", "location", "phone", "hours", "services", "opened", "staff")}
    assert _new(monkeypatch, **nothing, precision=[], phone_of=[]) == 0
    text = offices.read_text("utf-8")
    record = text[text.index("- id: hanam-deokpung-1") : text.index("- id: goyang")]
    assert ", precision: dong}\n  hours: 모름\n  status: {state: open" in record
    assert "fields: [name, dong, status]}" in record
    assert not [found for found in project.findings() if found.level == "error"]


def test_a_word_for_nothing_known_is_an_empty_answer(offices: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _new(monkeypatch, building=["모름"], operator=["없음"]) == 0
    assert RECORD in offices.read_text("utf-8")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"city": ["하난시", "hanam"]}, "'하난시'는 목록에 없는 말입니다. 혹시 '하남시'인가요?"),
        ({"dong": ["덕풍일동", "덕풍1동"]}, "하남시에는 '덕풍일동'이라는 읍·면·동이 없습니다. 혹시 '덕풍"),
        ({"id": ["hanam-sinjang-1", ""]}, "id 'hanam-sinjang-1'은 1행에 이미 있습니다."),
        ({"id": ["goyang-deokpung-1", ""]}, "id 'goyang-deokpung-1'이 시·군 키 'hanam'으로 시작하지 않습니다."),
        ({"location": ["37.5", "37.5393, 127.2056"]}, "'37.5'의 모양이 맞지 않습니다. '37.53938, 127"),
        ({"location": ["36, 127", "37.5393, 127.2056"]}, "위치(36.0, 127.0)가 하남시 밖입니다."),
        ({"phone": ["010-0000-0000", "031-790-1234"]}, "휴대전화 번호 '010-0000-0000'은 실을 수 없습니다."),
        ({"hours": ["평일 9시", "평일 09:00~18:00", ""]}, "'평일 9시'의 모양이 맞지 않습니다."),
        ({"hours": ["평일 09:00~25:00", "평일 09:00~18:00", ""]}, "'닫는 시각'의 '25:00'은 시각이 아닙니다."),
        ({"services": ["공구 대여 | 드릴", "택배", "택배 보관", ""]}, "'택배'는 목록에 없는 말입니다."),
        ({"services": ["공구 대여 | 드릴", "공구 대여", "parcels", ""]}, "하는 일 'tools'가 두 번 나옵니다."),
        ({"opened": ["2030", "2020"]}, "'문 연 날'의 '2030'은 아직 오지 않은 날입니다"),
        ({"staff": ["다섯", "5"]}, "'일하는 사람 수'에는 소수점 없는 수가 와야 하는데 글 '다섯'이 있습니다."),
        ({"state": ["열림", "open"]}, "'열림'은 목록에 없는 말입니다."),
        ({"url": ["", "example.com", "https://example.com/3"]}, "꼭 있어야 합니다."),
        ({"date": ["어제", ""]}, "'날짜'의 '어제'는 날짜가 아닙니다."),
    ],
)  # fmt: skip
def test_wrong_answer_is_explained_and_asked_again(
    answers: dict[str, list[str]],
    said: str,
    offices: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _new(monkeypatch, **answers) == 0
    assert f"→ {said}" in capsys.readouterr().out
    assert RECORD in offices.read_text("utf-8")


def test_city_with_districts_is_asked_for_the_district(
    offices: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = {"city": ["고양시", "장항구", "일산동구"], "dong": ["장항1동"], "address": [""]}
    place |= {"location": [""], "precision": []}
    assert _new(monkeypatch, **place) == 0
    assert "고양시에는 '장항구'라는 구가 없습니다." in capsys.readouterr().out
    assert "\n  district: 일산동구\n" in offices.read_text("utf-8")


def test_end_of_input_changes_nothing(
    offices: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = offices.read_bytes()
    assert _new(monkeypatch, date=[]) == 1
    assert offices.read_bytes() == before
    assert capsys.readouterr().out.endswith("\n그만두었습니다. 아무것도 바뀌지 않았습니다.\n")


def test_interrupt_changes_nothing(
    offices: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = offices.read_bytes()

    def interrupted(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupted)
    assert main(["new"]) == 1
    assert offices.read_bytes() == before
    assert "아무것도 바뀌지 않았습니다." in capsys.readouterr().out


def test_faults_of_the_project_are_told_before_anything_is_asked(
    project: Project, offices: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write(OFFICES, offices.read_text("utf-8").replace("staff: 5", "staff: 0"))
    assert _new(monkeypatch) == 1
    assert capsys.readouterr().out.startswith(f"{OFFICES}:27:10: error value-number")


def test_every_question_explains_itself_with_an_example(real: Directory) -> None:
    asked = list(questions(real))
    assert len(asked) == len(ANSWERS) + 1
    for question in asked:
        assert question.title
        assert question.explanation.endswith((".", "엔터."))
        assert question.example.strip("… ")


def test_first_office_of_a_city_stands_where_its_city_belongs_under_a_heading(real: Directory) -> None:
    cities = [city for city in real.cities if city.key in ("suwon", "hanam", "yangpyeong")]
    text = "# ── 수원시 ──\n- id: a\n  city: suwon\n\n# ── 양평군 ──\n- id: b\n  city: yangpyeong\n"
    document, _ = parse_document("a.yaml", text)
    assert document is not None
    offices = [{"id": key, "city": city} for key, city in (("c", "hanam"), ("d", "suwon"), ("e", "hanam"))]
    splices = new_office_splices(YamlText(text), document, offices, cities)
    assert spliced(text, splices) == text.replace(
        "# ── 양평군",
        "- id: d\n  city: suwon\n\n# ── 하남시 ──\n- id: c\n  city: hanam\n\n- id: e\n  city: hanam\n\n# ── 양평군",
    )
