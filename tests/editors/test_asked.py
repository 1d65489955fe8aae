"""A submitted form becomes the record with what it asks for."""

from __future__ import annotations

import shutil
from collections.abc import Collection
from pathlib import Path

import pytest
from issue_form import submitted
from maeul.cli import main
from maeul.editors.asked import Asked, read_asked
from maeul.editors.form import FORM
from maeul.load.document import read_document
from maeul.load.findings import Level
from small_project import OFFICES, ROOT, TODAY, Project

HANAM = "hanam-sinjang-1"
GOYANG = "goyang-neunggok"
SOURCE = {"url": "https://www.hanam.go.kr/1", "publisher": "하남시", "date": "2026-11-20"}


@pytest.fixture(autouse=True)
def with_form(project: Project) -> None:
    (project.root / FORM).parent.mkdir(parents=True)
    shutil.copy(ROOT / FORM, project.root / FORM)


def _asked(project: Project, office: str = HANAM, /, **answers: str | Collection[str]) -> Asked:
    return read_asked(project.root, "신고.md", submitted({"id": office, "wrong": "달라요", **answers}), TODAY)


def _changed(project: Project, office: str = HANAM, /, **answers: str | Collection[str]) -> list[str]:
    """Lines that went and came, without those of sources."""
    asked = _asked(project, office, **SOURCE, **answers)
    assert not [found for found in asked.findings if found.level is Level.ERROR], asked.findings
    before = (project.root / OFFICES).read_text("utf-8").splitlines()
    after = asked.record.splitlines()
    start = asked.line - 1
    end = next((number for number in range(start + 1, len(before)) if not before[number].strip()), len(before))
    old = before[start:end]
    gone = [f"-{line}" for line in old if line not in after and "url" not in line and "fields" not in line]
    return gone + [f"+{line}" for line in after if line not in old and "url" not in line and "fields" not in line]


def _sources(asked: Asked) -> list[tuple[str, list[str]]]:
    document, _ = read_document(OFFICES, asked.record.encode())
    assert document is not None
    return [(source["url"], source["fields"]) for source in document.data[0]["sources"]]


@pytest.mark.parametrize(
    ("answers", "changed"),
    [
        ({"phone": "031-000-0001"}, ["-  phone: 031-000-0000", "+  phone: 031-000-0001"]),
        ({"phone_of": "하남시청"}, ["+  phone_of: 하남시청"]),
        ({"building": "2층"}, ["-  building: 1층", "+  building: 2층"]),
        ({"name": "신장동 관리소"}, ["-  name: 신장1동 행복마을관리소", "+  name: 신장동 관리소"]),
        (
            {"status": "문을 닫았어요"},
            ["-  status: {state: open, as_of: 2026-04-22}", "+  status: {state: closed, as_of: 2026-11-20}"],
        ),
        ({"services": ["공구 대여", "택배 보관"]}, []),
    ],
)
def test_only_the_fields_that_were_answered_change(
    project: Project, answers: dict[str, str], changed: list[str]
) -> None:
    assert _changed(project, **answers) == changed


@pytest.mark.parametrize(
    ("hours", "lines"),
    [
        ("매일 9:00~18:00", ['    - {days: 매일, open: "09:00", close: "18:00"}']),
        (
            "평일 09:00 - 18:00 (점심 12:00~13:00)\n\n토, 일 10:00~24:00",
            [
                '    - {days: 평일, open: "09:00", close: "18:00", breaks: [{open: "12:00", close: "13:00"}]}',
                '    - {days: "토, 일", open: "10:00", close: "24:00"}',
            ],
        ),
        ("모름", None),
    ],
)
def test_hours_are_written_a_line_a_span(project: Project, hours: str, lines: list[str] | None) -> None:
    added = [line[1:] for line in _changed(project, GOYANG, hours=hours) if line.startswith("+    - ")]
    assert added == (lines or [])


def test_services_are_added_and_none_is_lost(project: Project) -> None:
    added = _changed(project, GOYANG, services=["공구 대여"])
    assert added == ["+  services:", "+    - {key: tools}"]


def test_the_source_backs_what_was_told_and_older_ones_no_longer_back_what_changed(project: Project) -> None:
    asked = _asked(project, **SOURCE, phone="031-000-0001", building="1층")
    (old, backed), new = _sources(asked)
    assert (old, "phone" in backed, "building" in backed) == ("https://example.com/1", False, True)
    assert new == ("https://www.hanam.go.kr/1", ["building", "phone"])


def test_a_source_that_is_known_backs_more(project: Project) -> None:
    asked = _asked(project, GOYANG, url="https://example.com/2", publisher="고양시", phone="031-000-0001")
    assert _sources(asked) == [("https://example.com/2", ["name", "status", "phone"])]


def test_a_source_that_backs_nothing_any_more_goes(project: Project) -> None:
    text = (project.root / OFFICES).read_text("utf-8").replace("fields: [name, status]", "fields: [status]")
    project.write(OFFICES, text)
    asked = _asked(project, GOYANG, **SOURCE, status="운영해요")
    assert _sources(asked) == [("https://www.hanam.go.kr/1", ["status"])]


def test_a_state_without_a_date_is_of_an_unknown_day(project: Project) -> None:
    asked = _asked(project, url=SOURCE["url"], publisher="하남시", status="문을 닫았어요")
    assert "status: {state: closed, as_of: 모름}" in asked.record


def test_a_year_as_a_date(project: Project) -> None:
    asked = _asked(project, **{**SOURCE, "date": "2026"}, phone="031-000-0001")
    assert "date: 2026, fields: [phone]}" in asked.record


def test_a_new_address_needs_a_new_position(project: Project) -> None:
    asked = _asked(project, **SOURCE, address="경기도 하남시 신장로 1")
    assert asked.note == "주소가 바뀌면 위치(location)도 다시 찾아 고쳐야 합니다."
    assert _asked(project, **SOURCE, phone="031-000-0001").note == ""


def test_the_line_is_that_of_the_record_in_the_file(project: Project) -> None:
    lines = (project.root / OFFICES).read_text("utf-8").splitlines()
    asked = _asked(project, GOYANG, **SOURCE, phone="031-000-0001")
    assert lines[asked.line - 1] == f"- id: {GOYANG}"


def test_what_is_only_told_in_words_is_for_people(project: Project) -> None:
    assert _asked(project, **SOURCE) == Asked()
    assert _asked(project, name="신장1동 행복마을관리소") == Asked()


@pytest.mark.parametrize(
    ("answers", "code", "field"),
    [
        ({"phone": "010-1234-5678"}, "phone-mobile", "phone"),
        ({"phone": "전화 없음"}, "phone-shape", "phone"),
        ({"url": "여기"}, "url-shape", "url"),
        ({"publisher": ""}, "field-missing", "url"),
        ({"date": "지난주"}, "date-shape", "date"),
        ({"date": "2027-01-01"}, "date-future", "date"),
        ({"hours": "월화 09:00~18:00"}, "hours-days", "hours"),
        ({"hours": "아홉 시부터"}, "hours-shape", "hours"),
        ({"hours": "평일 09:00~18:00 (점심)"}, "hours-shape", "hours"),
        ({"hours": "평일 29:00~18:00"}, "time-shape", "hours"),
        ({"status": "글쎄요"}, "value-choice", "status"),
        ({"services": ["방역"]}, "service-unknown", "services"),
    ],
)
def test_what_breaks_a_rule_is_found_where_it_was_written(
    project: Project, answers: dict[str, str], code: str, field: str
) -> None:
    asked = _asked(project, **{"phone": "031-000-0001", **SOURCE, **answers})
    assert asked.record == ""
    assert [(found.code, found.path) for found in asked.findings] == [(code, (field,))]
    body = submitted({"id": HANAM, "wrong": "달라요", "phone": "031-000-0001", **SOURCE, **answers}).split("\n")
    found = asked.findings[0]
    assert found.file == "신고.md"
    shown = body[found.line - 1]
    assert shown in str(answers.get(field, SOURCE.get(field, ""))) or shown.startswith("- [")


def test_of_several_hours_the_wrong_line_is_found(project: Project) -> None:
    hours = "평일 09:00~18:00\n\n토 10:00~12:60"
    body = submitted({"id": HANAM, "hours": hours, **SOURCE})
    (found,) = read_asked(project.root, "신고.md", body, TODAY).findings
    assert body.split("\n")[found.line - 1] == "토 10:00~12:60"


@pytest.mark.parametrize("hours", ["월~금 9시~18시", "월-금요일 오전 9시부터 오후 6시까지", "월-금 09:00 ~ 18:00"])
def test_hours_may_be_written_as_people_say_them(project: Project, hours: str) -> None:
    asked = _asked(project, **SOURCE, hours=hours)
    assert all(part in asked.record for part in ("days: 월-금\n", 'open: "09:00"\n', 'close: "18:00"\n'))


def test_date_may_be_written_with_dots(project: Project) -> None:
    asked = _asked(project, **{**SOURCE, "date": "2026. 11. 20."}, phone="031-000-0001")
    assert "date: 2026-11-20" in asked.record


def test_all_that_is_wrong_in_a_form_is_told_at_once(project: Project) -> None:
    asked = _asked(project, hours="아침부터", phone="010-1234-5678", building="2층")
    assert sorted(found.code for found in asked.findings) == ["hours-shape", "phone-mobile", "source-missing"]
    assert asked.record == ""


def test_a_change_without_a_source_is_not_made(project: Project) -> None:
    (found,) = _asked(project, phone="031-000-0001").findings
    assert (found.code, found.path) == ("source-missing", ("phone",))
    assert found.hint == "이 내용을 볼 수 있는 글의 주소를 '출처 주소'에 쓰세요."


def test_an_office_that_is_none(project: Project) -> None:
    (found,) = _asked(project, "hanam-sinjang-11", phone="031-000-0001").findings
    assert (found.code, "hanam-sinjang-1" in found.hint) == ("office-unknown", True)
    (found,) = read_asked(project.root, "신고.md", "안녕하세요", TODAY).findings
    assert (found.code, found.line) == ("office-unknown", 1)


def test_records_that_are_not_sound_are_mended_first(project: Project) -> None:
    project.write(OFFICES, (project.root / OFFICES).read_text("utf-8").replace("staff: 5", "staff: 0"))
    asked = _asked(project, GOYANG, **SOURCE, phone="031-000-0001")
    assert [(found.file, found.code) for found in asked.findings] == [(OFFICES, "value-number")]


@pytest.mark.parametrize(
    "evil", ["가: 나", '"', "'", "# 가", "- 가", "{가}", "*가", "```", "\u200b가", "가\n  phone: 1"]
)
def test_whatever_is_written_stays_one_text(project: Project, evil: str) -> None:
    asked = _asked(project, **SOURCE, building=evil)
    document, findings = read_document(OFFICES, asked.record.encode())
    assert document is not None, findings
    assert document.data[0]["building"] == " ".join(evil.replace("\u200b", " ").split())
    assert document.data[0]["phone"] == "031-000-0000"


def test_command_prints_the_record(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("MAEUL_TODAY", TODAY.isoformat())
    file = tmp_path / "신고.md"
    file.write_text(submitted({"id": HANAM, "address": "경기도 하남시 신장로 1", **SOURCE}), "utf-8")
    assert main(["from-form", str(file)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("- id: hanam-sinjang-1\n")
    assert "  address: 경기도 하남시 신장로 1\n" in out
    assert err == "주소가 바뀌면 위치(location)도 다시 찾아 고쳐야 합니다.\n"
    file.write_text(submitted({"id": HANAM, "phone": "1", **SOURCE}), "utf-8")
    assert main(["from-form", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "신고.md:" in err
    file.write_text(submitted({"id": HANAM}), "utf-8")
    assert main(["from-form", str(file)]) == 0
    assert "칸에 적힌 변경이 없습니다" in capsys.readouterr().out
    assert main(["from-form", "nowhere.md"]) == 2
