"""`maeul diff`: what changes, in sentences, and the pages that change with it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from maeul.cli import main
from maeul.directory import Directory
from maeul.editors.changes import Changes, changes
from maeul.load.labels import LABELS
from maeul.load.models import Office
from maeul.reader import read_directory
from maeul.words import Words, read_words
from small_project import OFFICES, ROOT, STORY, TODAY, Project

HANAM = "신장1동 행복마을관리소(하남시)"


@pytest.fixture(scope="module")
def words() -> Words:
    return read_words(ROOT / "data" / "i18n", "ko")


@pytest.fixture
def other(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A second project like the first, to be changed."""
    monkeypatch.setenv("MAEUL_TODAY", TODAY.isoformat())
    monkeypatch.chdir(project.root)
    shutil.copytree(ROOT / "data" / "i18n", project.root / "data" / "i18n")
    return Project.make(tmp_path / "other")


def _read(project: Project) -> Directory:
    directory, findings = read_directory(project.root, TODAY)
    assert directory is not None, findings
    return directory


def _edit(project: Project, old: str, new: str, file: str = OFFICES) -> None:
    text = (project.root / file).read_text("utf-8")
    assert old in text
    project.write(file, text.replace(old, new, 1))


def _changes(project: Project, other: Project, words: Words) -> Changes:
    return changes(_read(project), _read(other), words)


FIRST = [
    ("phone: 031-000-0000", "phone: 031-790-0001", "전화번호가 031-000-0000에서 031-790-0001로 바뀝니다."),
    ("  operator: 하남시\n", "  operator: 하남시\n  phone_of: 하남시청\n", "전화 받는 곳이 더해집니다: 하남시청"),
    ("name_en: Sinjang 1-dong", "name_en: Sinjang", "영문 이름이 'Sinjang 1-dong'에서 Sinjang으로 바뀝니다."),
    ("staff: 5", "staff: 10", "일하는 사람 수가 5명에서 10명으로 바뀝니다."),
    ("opened: 2019-09", "opened: 2019-09-02", "문 연 날이 '2019년 9월'에서 '2019년 9월 2일'로 바뀝니다."),
    ("serves: [신장1동, 신장2동]", "serves: [신장1동, 덕풍1동]", "함께 맡는 동네 '덕풍1동'이 더해집니다."),
    ("    - parcels\n", "", "하는 일 '택배 보관'이 빠집니다."),
    ("note: 공구 대여}", "note: 드릴 대여}", "하는 일 '공구 대여'의 설명이 '공구 대여'에서 '드릴 대여'로 바뀝니다."),
    ("state: open, as_of: 2026-04-22", "state: closed, as_of: 2025-03",
     "상태가 '운영(2026년 4월 22일)'에서 '닫음(2025년 3월)'로 바뀝니다."),
    ("precision: building", "precision: dong",
     "위치가 '37.53938, 127.20565(건물)'에서 '37.53938, 127.20565(동네 한가운데)'로 바뀝니다."),
    ("closed: true", 'open: "09:00", close: "13:00"',
     "특별한 날이 '2026년 12월 25일 쉼'에서 '2026년 12월 25일 09:00~13:00'으로 바뀝니다."),
    ("year: 2020}", "year: 2021}", "특색사업 '골목정원'의 연도가 2020에서 2021로 바뀝니다."),
    ("date: 2026-04-22\n      fields", "date: 2024-04\n      fields",
     "출처 '하남시 https://example.com/1'의 날짜가 '2026년 4월 22일'에서 '2024년 4월'로 바뀝니다."),
    ("says: 24시까지라는 기사가 있어요.", "says: 22시까지요.",
     "자료끼리 다른 점 '여는 시간'의 다르게 말하는 것이 '24시까지라는 기사가 있어요.'에서 '22시까지요.'로 바뀝니다."),
]  # fmt: skip
SECOND = [
    ("phone: 031-000-0000", "phone: 031-120", "전화번호가 031-000-0000에서 031-120으로 바뀝니다."),
    ("serves: [신장1동, 신장2동]", "serves: [신장1동]", "함께 맡는 동네 '신장2동'이 빠집니다."),
    ("- {key: tools, note: 공구 대여}", "- tools", "하는 일 '공구 대여'의 설명이 빠집니다: '공구 대여'"),
    ("    - parcels\n", "", "하는 일 '택배 보관'이 빠집니다."),
    ("  aliases: [하남시 1호 행복마을관리소]\n", "", "다른 이름 '하남시 1호 행복마을관리소'가 빠집니다."),
]


@pytest.mark.parametrize("cases", [FIRST, SECOND])
def test_changes_are_told_in_sentences(
    cases: list[tuple[str, str, str]], project: Project, other: Project, words: Words
) -> None:
    for old, new, _ in cases:
        _edit(other, old, new)
    (change,) = _changes(project, other, words).offices
    assert change.subject == HANAM
    assert sorted({sentence for *_, sentence in cases} - set(change.sentences)) == []


def test_hours_are_told_in_words(project: Project, other: Project, words: Words) -> None:
    _edit(other, "  hours: 모름", '  hours:\n    - {days: 월-금, open: "09:00", close: "22:00"}')
    _edit(other, "fields: [name, status]", "fields: [name, hours, status]")
    (change,) = _changes(project, other, words).offices
    assert change.sentences == (
        "여는 시간이 모름에서 '월-금 오전 9시부터 오후 10시까지'로 바뀝니다.",
        "출처 '고양시 https://example.com/2'의 확인한 항목이 '이름, 상태'에서 '이름, 여는 시간, 상태'로 바뀝니다.",
    )


def test_long_values_are_shown_where_they_differ(project: Project, other: Project, words: Words) -> None:
    start = "골목에 꽃밭을 가꾸고 나무를 심었어요. " * 5
    for side, end in ((project, "봄이었어요."), (other, "가을이었어요.")):
        _edit(side, "골목에 꽃밭을 가꿨어요.", start + end)
    (change,) = _changes(project, other, words).offices
    (sentence,) = change.sentences
    assert "봄이었어요.'에서 '…" in sentence
    assert sentence.endswith("가을이었어요.'로 바뀝니다.")
    assert len(sentence) < 150


def test_every_field_of_an_office_is_told_when_it_goes(words: Words, project: Project, other: Project) -> None:
    old, new = _read(project), _read(other)
    told = {}
    for name, field in Office.model_fields.items():
        if not field.is_required() and getattr(new.offices[0], name):
            changed = new.offices[0].model_copy(update={name: field.default})
            directory = read_directory(other.root, TODAY)[0]
            assert directory is not None
            told[name] = changes(old, _with(directory, changed), words).offices[0].sentences
    assert set(told) >= {"aliases", "serves", "exceptions", "services", "projects", "conflicts", "location"}
    for name, sentences in told.items():
        assert sentences
        assert all(sentence.startswith(LABELS[name].title) for sentence in sentences)


def _with(directory: Directory, office: Office) -> Directory:
    return replace(directory, offices=(office, *directory.offices[1:]))


def test_new_and_missing_offices_are_told(project: Project, other: Project, words: Words) -> None:
    text = (other.root / OFFICES).read_text("utf-8")
    head, _ = text.split("- id: goyang-neunggok", 1)
    other.write(OFFICES, head)
    other.write(STORY, (other.root / STORY).read_text("utf-8").replace("goyang-neunggok", "hanam-sinjang-1"))
    gone = _changes(project, other, words)
    assert [(change.subject, change.sentences) for change in gone.offices] == [
        ("능곡동 행복마을관리소(고양시)", ("기록이 빠집니다.",))
    ]
    assert "/offices/goyang-neunggok/" in gone.pages
    come = _changes(other, project, words)
    assert come.offices[0].sentences == ("새로 실립니다.",)


def test_office_with_another_id_is_the_same_office(project: Project, other: Project, words: Words) -> None:
    text = (other.root / OFFICES).read_text("utf-8").replace("goyang-neunggok", "goyang-neung")
    other.write(OFFICES, text.replace("  name: 능곡동", "  former_ids: [goyang-neunggok]\n  name: 능곡동"))
    other.write(STORY, (other.root / STORY).read_text("utf-8").replace("goyang-neunggok", "goyang-neung"))
    (change,) = _changes(project, other, words).offices
    assert change.sentences == (
        "id가 goyang-neunggok에서 goyang-neung으로 바뀝니다.",
        "옛 id 'goyang-neunggok'이 더해집니다.",
    )


def test_order_quotes_and_comments_are_no_change(project: Project, other: Project, words: Words) -> None:
    first, second = (other.root / OFFICES).read_text("utf-8").split("- id: goyang-neunggok", 1)
    other.write(OFFICES, f"# 말\n- id: 'goyang-neunggok'{second}\n{first}")
    found = _changes(project, other, words)
    assert found.offices == found.others == ()


def test_pages_that_change_are_those_that_show_the_office(project: Project, other: Project, words: Words) -> None:
    _edit(other, "phone: 031-000-0000", "phone: 031-790-0001")
    pages = _changes(project, other, words).pages
    assert {"/offices/hanam-sinjang-1/", "/cities/hanam/", "/services/tools/"} <= set(pages)
    assert "/find/" not in pages


def test_new_line_in_the_file_changes_no_page(project: Project, other: Project, words: Words) -> None:
    other.write(OFFICES, "# 말\n\n" + (other.root / OFFICES).read_text("utf-8"))
    assert _changes(project, other, words) == ((), (), ())


def test_changes_around_the_offices_are_told_with_the_pages_that_show_them(
    project: Project, other: Project, words: Words
) -> None:
    _edit(other, "name: 공구 대여", "name: 공구 빌림", "data/services.yaml")
    found = _changes(project, other, words)
    assert [change.subject for change in found.others] == ["하는 일 '공구 빌림'"]
    assert "/services/tools/" in found.pages
    assert "/offices/hanam-sinjang-1/" in found.pages
    _edit(other, "title: ", "title: 새 ", STORY)
    assert any(change.subject.startswith("이야기 '새 ") for change in _changes(project, other, words).others)


@pytest.mark.parametrize("side", ["folder", "data", "file", "git"])
def test_versions_are_folders_files_and_names_of_git(
    side: str, project: Project, other: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(other, "staff: 5", "staff: 10")
    old = {"folder": ".", "data": "data", "file": OFFICES, "git": "before"}[side]
    if side == "git":
        _commit(project, "before")
        _edit(project, "staff: 5", "staff: 7")
    assert main(["diff", old, str(other.root)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{HANAM}: 일하는 사람 수가 5명에서 10명으로 바뀝니다.\n\n달라지는 페이지 ")
    assert "\n  /offices/hanam-sinjang-1/\n" in out


def _commit(project: Project, tag: str) -> None:
    """A commit of the project, with the places in place of the link to them."""
    geo = project.root / "data" / "geo"
    places = geo.resolve()
    geo.unlink()
    shutil.copytree(places, geo)
    who = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"], ["tag", tag]):
        subprocess.run(["git", *command], cwd=project.root, check=True)


def test_no_change_is_said(project: Project, other: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", ".", str(other.root)]) == 0
    assert capsys.readouterr().out == "바뀌는 내용이 없습니다.\n"


def test_bad_data_on_either_side_is_shown(project: Project, other: Project, capsys: pytest.CaptureFixture[str]) -> None:
    _edit(other, "staff: 5", "staff: 0")
    for pair in ([".", str(other.root)], [str(other.root), "."]):
        assert main(["diff", *pair]) == 1
        assert f"{other.root}/{OFFICES}:27:10: error value-number" in capsys.readouterr().out


def test_unknown_name_is_a_wrong_call(project: Project, other: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--", ".", "--nowhere"]) == 2
    assert "'--nowhere'라는 폴더나 파일, git 이름이 없습니다" in capsys.readouterr().out


def test_markdown_shows_what_people_typed_as_it_is(
    project: Project, other: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(other, "operator: 하남시", 'operator: "<b>@하남</b> [x](https://a.b) *시*"')
    assert main(["diff", ".", str(other.root), "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert f"### {HANAM}" in out
    assert "<b>" not in out
    assert "\\[x\\](https&#58;//a.b) \\*시\\*" in out
    assert "- `/offices/hanam-sinjang-1/`" in out
