"""A build of another day draws only what another day shows differently, and gives what a clean build gives."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from built.building import Copy, copy_project, prints
from maeul.directory import Directory
from small_project import TODAY

NEXT_DAY = TODAY + timedelta(days=1)


def _inodes(copy: Copy) -> dict[str, int]:
    pages = (copy.site / "offices").glob("*/index.html")
    return {page.parent.name: page.stat().st_ino for page in pages}


def _next_birthday(real: Directory) -> tuple[str, date]:
    """The office whose state is the next to be a year old, and the first day on which it is shown as old."""
    seen = [
        (office.status.as_of.last_day, office.id)
        for office in real.offices
        if office.status.state == "open" and office.status.as_of and office.status.as_of.day
    ]
    days = sorted((day.replace(year=day.year + 1) + timedelta(days=1), office) for day, office in seen)
    day, office = next((day, office) for day, office in days if day > NEXT_DAY)
    return office, day


def test_a_build_of_the_next_day_draws_no_office_again(built: Copy, tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "kept", built.root).built()
    before = _inodes(copy)
    copy.built(today=NEXT_DAY)
    assert _inodes(copy) == before
    assert prints(copy.site) == prints(copy_project(tmp_path / "clean", built.root).built(today=NEXT_DAY).site)


def test_an_office_that_nobody_has_seen_for_a_year_is_drawn_again(built: Copy, real: Directory, tmp_path: Path) -> None:
    office, day = _next_birthday(real)
    copy = copy_project(tmp_path / "kept", built.root).built(today=day - timedelta(days=1))
    before = _inodes(copy)
    copy.built(today=day)
    after = _inodes(copy)
    assert after[office] != before[office]
    assert sum(after[name] == before[name] for name in before) > len(before) / 2
    assert prints(copy.site) == prints(copy_project(tmp_path / "clean", built.root).built(today=day).site)
