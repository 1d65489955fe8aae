"""One page has one date, wherever it is named as a source."""

from __future__ import annotations

import pytest
from maeul.directory import Directory
from maeul.load.rules.source_dates import sources_in
from small_project import OFFICES, STORY, Project

SOURCE = '{url: "https://example.com/1", publisher: 하남시, date: 2026-04-23}'
# Where each file names a page that it does not date, and the page of an office that is dated 2026-04-22.
PLACES = {
    "data/cities.yaml": '{url: "https://example.com/3", publisher: 경기도, date: 모름}',
    "data/services.yaml": '{url: "https://example.com/4", publisher: 경기도, date: 모름}',
    "data/programme.yaml": '{url: "https://example.com/5", publisher: 연합뉴스, date: 2021-10-27}',
    "data/holidays.yaml": '{url: "https://example.com/3", publisher: 인사혁신처, date: 2026-11-10}',
}


def _replace(project: Project, file: str, old: str, new: str) -> None:
    text = (project.root / file).read_text("utf-8")
    assert old in text
    project.write(file, text.replace(old, new, 1))


@pytest.mark.parametrize("file", PLACES)
def test_dates_are_compared_between_all_files(file: str, project: Project) -> None:
    _replace(project, file, PLACES[file], SOURCE)
    found = [finding for finding in project.all_findings() if finding.code != "source-idle"]
    assert [finding.code for finding in found] == ["source-date"]
    assert {finding.file for finding in found} <= {file, OFFICES}


def test_a_page_that_is_not_dated_everywhere_is_no_contradiction(project: Project) -> None:
    _replace(project, "data/cities.yaml", PLACES["data/cities.yaml"], SOURCE.replace("2026-04-23", "모름"))
    assert project.all_findings() == ()


def test_the_first_page_with_another_date_is_named(project: Project) -> None:
    _replace(project, STORY, "sources:\n", f"sources:\n  - {SOURCE}\n")
    found = project.all_findings()
    assert [(finding.file, finding.code) for finding in found] == [(STORY, "source-date")]
    assert "(data/offices.yaml 32행)" in found[0].message


def test_every_source_of_a_record_is_looked_at(real: Directory) -> None:
    for office in real.offices:
        assert [source for _, source in sources_in(office)] == list(office.sources)
    for city in real.cities:
        parts = [part for part in (city.contact, city.website, city.desk) if part is not None]
        assert [source for _, source in sources_in(city)] == [source for part in parts for source in part.sources]
    assert len(list(sources_in(real.programme))) == len(real.programme.sources)
