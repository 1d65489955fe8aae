"""A fault is told once, where it is, and not again by all that leans on it; but all faults are told in one run."""

from __future__ import annotations

import pytest
from maeul.directory import STORIES_PAGES
from small_project import OFFICES, STORY, Project


def _codes(project: Project) -> list[tuple[str, str]]:
    return [(found.file, found.code) for found in project.findings()]


def _replace(project: Project, file: str, old: str, new: str) -> None:
    text = (project.root / file).read_text("utf-8")
    assert old in text
    project.write(file, text.replace(old, new, 1))


def test_unreadable_offices_do_not_break_the_links_of_stories(project: Project) -> None:
    project.write(OFFICES, "- id: [\n")
    assert _codes(project) == [(OFFICES, "yaml-syntax")]


def test_faulty_office_still_holds_the_links_to_its_id(project: Project) -> None:
    _replace(project, OFFICES, "staff: 5", "staff: 0")
    assert _codes(project) == [(OFFICES, "value-number")]


def test_faulty_city_still_holds_the_offices_of_its_key(project: Project) -> None:
    _replace(project, "data/cities.yaml", "  name: 하남시\n", "")
    assert _codes(project) == [("data/cities.yaml", "field-missing")]


def test_city_whose_key_is_under_a_wrong_name_leaves_its_offices_alone(project: Project) -> None:
    _replace(project, "data/cities.yaml", "- key: hanam\n", "- kye: hanam\n")
    assert _codes(project) == [("data/cities.yaml", "field-unknown")]


def test_what_only_the_quick_reader_can_read_is_told_where_the_exact_one_stops(project: Project) -> None:
    _replace(project, OFFICES, '{url: "https://example.com/2", publisher: 고양시, date: 모름', "{url: a, date: :2021")
    assert _codes(project) == [(OFFICES, "yaml-syntax")]


def test_items_of_a_list_without_its_name_hide_no_other_fault(project: Project) -> None:
    _replace(project, OFFICES, "  services:\n", "")
    _replace(project, OFFICES, "staff: 5", "staff: 0")
    _replace(project, OFFICES, 'open: "09:00"', "open: 아침")
    assert _codes(project) == [(OFFICES, "time-shape"), (OFFICES, "list-head"), (OFFICES, "value-number")]


def test_unreadable_cities_leave_offices_alone(project: Project) -> None:
    (project.root / "data/cities.yaml").unlink()
    assert _codes(project) == [("data/cities.yaml", "file-missing")]


def test_faulty_service_still_holds_the_offices_that_offer_it(project: Project) -> None:
    _replace(project, "data/services.yaml", "  summary: 공구를 빌려 쓸 수 있어요.\n", "")
    assert _codes(project) == [("data/services.yaml", "field-missing")]


def test_faulty_programme_leaves_the_policy_fields_of_stories_alone(project: Project) -> None:
    _replace(project, "data/programme.yaml", "official: false", "official: maybe")
    assert _codes(project) == [("data/programme.yaml", "field-type")]


def test_missing_borders_leave_positions_alone(project: Project) -> None:
    folder = project.root / "data" / "geo"
    contents = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    folder.unlink()
    for name, content in contents.items():
        project.write(f"data/geo/{name}", content)
    assert _codes(project) == [("data/geo/cities.geojson", "file-missing")]


def test_list_with_a_faulty_item_is_not_called_empty_too(project: Project) -> None:
    _replace(project, OFFICES, "fields: [name, status]", "fields: [nam, status]")
    assert _codes(project) == [(OFFICES, "value-choice")]


def test_number_that_may_be_whole_or_not_is_told_once(project: Project) -> None:
    _replace(project, "data/programme.yaml", "value: 120", "value: many")
    assert _codes(project) == [("data/programme.yaml", "field-type")]


def test_unknown_field_without_value_is_told_once(project: Project) -> None:
    _replace(project, OFFICES, "note: 공구 대여", "note: 공구, 사다리")
    assert _codes(project) == [(OFFICES, "field-unknown")]


def test_record_with_a_faulty_field_is_still_checked_in_the_others(project: Project) -> None:
    _replace(project, OFFICES, "staff: 5", "staff: 0")
    _replace(project, OFFICES, "- parcels", "- parcel")
    _replace(project, OFFICES, "opened: 2019-09", "opened: 2062-09")
    _replace(project, OFFICES, "lat: 37.53938", "lat: 36.53938")
    assert [code for _, code in _codes(project)] == [
        "position-outside",
        "service-unknown",
        "date-future",
        "value-number",
    ]


def test_faulty_sources_are_not_taken_for_missing_ones(project: Project) -> None:
    _replace(project, OFFICES, "publisher: 하남시", "publisher: 5")
    assert _codes(project) == [(OFFICES, "field-type")]


def test_faulty_field_is_not_said_to_be_without_value(project: Project) -> None:
    _replace(project, OFFICES, "phone: 031-000-0000", "phone: 010-0000-0000")
    assert _codes(project) == [(OFFICES, "phone-mobile")]


def test_story_with_a_faulty_field_is_still_checked_in_the_others(project: Project) -> None:
    _replace(project, STORY, "year: 2021", "year: 21")
    _replace(project, STORY, "[hanam-sinjang-1]", "[hanam-sinjang-9]")
    assert [code for _, code in _codes(project)] == ["office-unknown", "value-number"]


def test_empty_story_is_still_checked_in_its_front_matter(project: Project) -> None:
    front, fence, _ = (project.root / STORY).read_text("utf-8").rpartition("---\n")
    project.write(STORY, (front + fence).replace("[tools]", "[tool]"))
    assert [code for _, code in _codes(project)] == ["service-unknown", "story-empty"]


def test_planned_office_may_open_later_but_was_not_seen_later(project: Project) -> None:
    _replace(project, OFFICES, "state: open, as_of: 2026-04-22", "state: planned, as_of: 2026-04-22")
    _replace(project, OFFICES, "opened: 2019-09", "opened: 2027-03")
    assert _codes(project) == []
    _replace(project, OFFICES, "as_of: 2026-04-22", "as_of: 2027-01")
    assert _codes(project) == [(OFFICES, "date-future")]


@pytest.mark.parametrize("page", STORIES_PAGES)
def test_page_that_lists_the_stories_is_no_story(project: Project, page: str) -> None:
    project.write(f"content/stories/{page}", "---\ntitle: 이야기\n---\n")
    assert _codes(project) == []


def test_record_is_named_by_its_id_while_it_has_no_name(project: Project) -> None:
    _replace(project, OFFICES, "  name: 신장1동 행복마을관리소\n", "")
    assert project.findings()[0].message.startswith("hanam-sinjang-1 · ")
