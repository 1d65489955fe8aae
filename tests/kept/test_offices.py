"""What is kept of the records must not hide what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from maeul.kept import offices
from maeul.kept.offices import packed, unpacked
from maeul.load import files
from maeul.reader import read_directory
from small_project import OFFICES, TODAY, Project


def _codes(project: Project, kept_in: Path) -> list[str]:
    return [found.code for found in read_directory(project.root, TODAY, kept_in=kept_in)[1]]


def test_a_warning_is_told_again_by_the_next_reading(project: Project, tmp_path: Path) -> None:
    text = (project.root / OFFICES).read_text("utf-8")
    project.write(OFFICES, text.replace("phone: 031", "phone: 02"))
    assert _codes(project, tmp_path / "kept") == ["phone-area"]
    assert _codes(project, tmp_path / "kept") == ["phone-area"]


def test_only_records_that_nothing_was_said_of_are_not_read_again(project: Project, tmp_path: Path) -> None:
    text = (project.root / OFFICES).read_text("utf-8")
    project.write(OFFICES, text.replace("phone: 031", "phone: 02"))
    _codes(project, tmp_path / "kept")
    with patch.object(files, "validate", side_effect=files.validate) as validated:
        _codes(project, tmp_path / "kept")
    names = [call.args[4] for call in validated.call_args_list]
    assert "신장1동 행복마을관리소" in names
    assert "능곡동 행복마을관리소" not in names


def test_a_rule_that_looks_at_all_records_sees_those_that_were_kept(project: Project, tmp_path: Path) -> None:
    assert _codes(project, tmp_path / "kept") == []
    text = (project.root / OFFICES).read_text("utf-8")
    project.write(OFFICES, text.replace("  name: 능곡동", "  former_ids: [hanam-sinjang-1]\n  name: 능곡동"))
    assert _codes(project, tmp_path / "kept") == ["former-id"]


def test_what_is_kept_reads_as_the_records_themselves(project: Project, tmp_path: Path) -> None:
    first, _ = read_directory(project.root, TODAY, kept_in=tmp_path / "kept")
    again, _ = read_directory(project.root, TODAY, kept_in=tmp_path / "kept")
    assert first is not None
    assert again is not None
    assert again.offices == first.offices
    assert [repr(office) for office in again.offices] == [repr(office) for office in first.offices]


def test_equal_parts_of_kept_offices_are_one(project: Project) -> None:
    directory, _ = read_directory(project.root, TODAY)
    assert directory is not None
    copies = [(bytes([number]), directory.offices[0].model_copy(deep=True)) for number in range(2)]
    assert copies[0][1].status is not copies[1][1].status
    one, other = (office for _, office in unpacked([packed(copies)]))
    assert one.status is other.status
    assert all(mine is its for mine, its in zip(one.sources, other.sources, strict=True))
    assert one == other == directory.offices[0]


def test_a_changed_record_leaves_the_groups_of_others_as_they_are(project: Project, tmp_path: Path) -> None:
    _codes(project, tmp_path / "kept")
    text = (project.root / OFFICES).read_text("utf-8")
    project.write(OFFICES, text.replace("name: 능곡동", "name: 새 능곡동"))
    with patch.object(offices, "packed", side_effect=offices.packed) as told:
        _codes(project, tmp_path / "kept")
    assert told.called
    assert _codes(project, tmp_path / "kept") == []
