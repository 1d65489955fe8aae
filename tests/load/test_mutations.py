"""Whatever is broken in a sound record, and in however many at once, is found at its line and column, and no more.

Findings shown ÷ findings present = 1.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from load.mutations import FIELDS, MUTATIONS, Mutation, broken, record
from maeul.load.rules_table import RULES
from maeul.places.gazetteer import read_gazetteer
from small_project import GOOD, OFFICES, ROOT, Project

# The records that others are compared with stand first and stay as they are.
FIRST = (GOOD / "offices.yaml").read_text("utf-8").rstrip() + "\n\n"
# Small ones, so that there are places in the city that are far from each.
DONGS = [
    dong
    for dong in read_gazetteer(ROOT / "data/geo").dongs
    if dong.city == "hanam" and dong.area_km2 < 10 and not dong.name.startswith("신장")
]
# Rules about other files, about files as a whole, about ids that a published site had, and about lines that are gone:
# what is left of those hangs on the lines before them (tried in ways_to_break.yaml).
ELSEWHERE = {
    "city-code", "city-key", "code-shape", "figure-unsourced", "file-bom", "file-control", "file-empty",
    "file-encoding", "file-missing", "file-shape", "file-table", "file-unreadable", "holiday-day", "holiday-duplicate",
    "id-changed", "id-vanished", "link-shape", "list-head", "list-other", "office-unknown", "policy-field-unknown",
    "published-shape", "record-bare", "record-head", "service-idle", "source-idle", "source-unknown", "story-empty",
    "story-front", "yaml-documents",
}  # fmt: skip

Place = tuple[int, int, str]
SOUND = (GOOD / "offices.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project.make(tmp_path_factory.mktemp("mutations") / "project")


def _found(project: Project, text: str) -> list[Place]:
    project.write(OFFICES, FIRST + text)
    return [(found.line, found.column, found.code) for found in project.all_findings() if found.file == OFFICES]


def _spoilt(texts: Sequence[str], mutations: Sequence[Mutation]) -> tuple[str, list[Place]]:
    """A file of these records, the first of them broken one by one, and what must be found in it."""
    file, places = "", []
    for index, text in enumerate(texts):
        if index >= len(mutations):
            file += text
            continue
        made = broken(text, mutations[index])
        places.append(((FIRST + file).count("\n") + made.line, made.column, made.code))
        file += made.text
    return file, places


def test_the_records_that_are_broken_are_sound(project: Project) -> None:
    assert _found(project, "".join(record(dong, number) for number, dong in enumerate(DONGS, 1))) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: f"{mutation.code} {mutation.edits[-1][-1][:40]!r}")
def test_one_thing_broken_is_one_finding_at_its_place(mutation: Mutation, project: Project) -> None:
    text, places = _spoilt([record(dong, number) for number, dong in enumerate(DONGS[:2], 1)], [mutation])
    assert _found(project, text) == places


def test_every_rule_that_a_record_can_break_is_tried() -> None:
    assert {mutation.code for mutation in MUTATIONS} == RULES.keys() - ELSEWHERE


@given(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=len(DONGS), unique=True), st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_many_things_broken_at_once_are_all_found(
    project: Project, mutations: list[Mutation], data: st.DataObject
) -> None:
    """Each in a record of its own, whose fields stand in any order."""
    orders = [tuple(data.draw(st.permutations(range(len(FIELDS))))) for _ in DONGS]
    texts = [record(dong, number, order) for number, (dong, order) in enumerate(zip(DONGS, orders, strict=True), 1)]
    text, places = _spoilt(texts, mutations)
    assert _found(project, text) == places


@given(st.integers(0, len(SOUND) - 1), st.sampled_from([*",:{}[]\"'-# \t\n\u3000“：０", ""]), st.integers(0, 1))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_one_letter_more_or_less_is_told_in_a_few_lines(project: Project, at: int, typed: str, cut: int) -> None:
    project.write(OFFICES, SOUND[:at] + typed + SOUND[at + cut :])
    assert len(project.findings()) <= 4
