"""What the page of coverage says is counted again here, from the text of the records."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from built.building import REPO_URL, Copy
from built.links import Site
from small_project import OFFICES, ROOT, TODAY

PAGE = "data/coverage/index.html"
Record = dict[str, Any]


def _confirmed(record: Record) -> bool:
    """Confirmed from the same date of the last year on."""
    year, month, day = (f"{record['status']['as_of']}-01-01").split("-")[:3]
    since = TODAY.replace(year=TODAY.year - 1).isoformat()
    return record["status"]["state"] != "unconfirmed" and year.isdigit() and f"{year}-{month}-{day}" >= since


KNOWN: dict[str, Callable[[Record], bool]] = {
    "address": lambda record: "address" in record,
    "location": lambda record: record.get("location", {}).get("precision") == "building",
    "phone": lambda record: "phone" in record,
    "hours": lambda record: record["hours"] != "모름",
    "services": lambda record: bool(record.get("services") or record.get("other_services")),
    "status": _confirmed,
    "opened": lambda record: "opened" in record,
    "operator": lambda record: "operator" in record,
    "staff": lambda record: "staff" in record,
}
NEEDS = ("address", "location", "phone", "hours", "services", "status")
SHARE = re.compile(r'data-field="(\w+)">.*?<strong>(\d+)곳</strong> <span class="mae-small">(?:모름 (\d+)곳|모두)')
LINE = re.compile(r'<li data-line="([\w-]+)">.*?6가지 중 (\d)가지', re.DOTALL)


@pytest.fixture(scope="module")
def records() -> list[Record]:
    loaded: list[Record] = yaml.load((ROOT / OFFICES).read_text("utf-8"), Loader=yaml.BaseLoader)
    return loaded


@pytest.fixture(scope="module")
def html(site: Site) -> str:
    return (site.folder / PAGE).read_text("utf-8")


def _parts(html: str) -> dict[str, str]:
    """The HTML of the province and of each city, by key."""
    pieces = re.split(r'data-shares="([a-z]+)"', html)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def _section(html: str, key: str) -> str:
    return html.partition(f'<h2 id="{key}">')[2].partition("</section>")[0]


def _counted(records: list[Record]) -> list[tuple[str, int, int]]:
    counts = [(key, sum(map(known, records))) for key, known in KNOWN.items()]
    return [(key, count, len(records) - count) for key, count in counts]


def _shown(part: str) -> list[tuple[str, int, int]]:
    return [(key, int(known), int(unknown or 0)) for key, known, unknown in SHARE.findall(part)]


def test_known_and_unknown_of_the_province_are_those_of_the_records(html: str, records: list[Record]) -> None:
    assert _shown(_section(html, "all")) == _counted(records)


def test_every_city_has_its_own_counts_or_says_that_nothing_is_recorded(html: str, records: list[Record]) -> None:
    parts = _parts(html)
    assert len(parts) == 1 + 31
    for key, part in parts.items():
        own = records if key == "all" else [record for record in records if record["city"] == key]
        assert _shown(part.partition("</section>")[0]) == (_counted(own) if own else []), key
        assert own or "기록 없음" in part, key


def test_every_office_has_the_share_of_what_people_need(html: str, records: list[Record]) -> None:
    shown = {office: int(known) for office, known in LINE.findall(_section(html, "oldest"))}
    assert shown == {record["id"]: sum(KNOWN[key](record) for key in NEEDS) for record in records}


def test_the_oldest_confirmations_come_first_and_undated_ones_before_them(html: str, records: list[Record]) -> None:
    dates = {record["id"]: record["status"]["as_of"] for record in records}
    shown = [dates[office].replace("모름", "") for office, _ in LINE.findall(_section(html, "oldest"))]
    assert [f"{date}-01-01"[:10] for date in shown] == sorted(f"{date}-01-01"[:10] for date in shown)


def test_whatever_is_missing_leads_to_the_record_and_to_the_form(html: str, built: Copy, records: list[Record]) -> None:
    asked = _section(html, "next")
    lines = (built.root / OFFICES).read_text("utf-8").splitlines()
    missing = [record["id"] for record in records if not all(KNOWN[key](record) for key in NEEDS)]
    assert sorted(office for office, _ in LINE.findall(asked)) == sorted(missing)
    edits = re.findall(rf'data-line="([\w-]+)">.*?{REPO_URL}/blob/main/{OFFICES}#L(\d+)"', asked, re.DOTALL)
    assert [office for office, line in edits if lines[int(line) - 1] != f"- id: {office}"] == []
    forms = re.findall(rf'{REPO_URL}/issues/new\?template=office.yml&amp;[^"]*&amp;id=([\w-]+)&amp;', asked)
    assert sorted(forms) == sorted(missing) == sorted(office for office, _ in edits)


def test_the_page_is_reached_from_the_downloads_and_from_what_is_said_of_the_site(site: Site) -> None:
    assert "../data/coverage/" in site.pages["about/index.html"].addresses
    assert "../data/coverage/" in site.pages["data/index.html"].addresses
    assert "../../data/coverage/" in site.pages["data/editing/index.html"].addresses
