"""A page is only left as it was when it would be the same: what its plan says it is made from tells pages apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from maeul.load.models import Location, Office
from maeul.site.context import MANY, SiteContext
from maeul.site.plans import Outline, Plans

COPIES = 6


def _numbered(office: Office, number: int) -> Office:
    return office.model_copy(update={"id": f"{office.id}-n{number}", "former_ids": ()})


def _site(site: SiteContext, offices: tuple[Office, ...]) -> SiteContext:
    lines = {office.id: number for number, office in enumerate(offices, start=1)}
    directory = replace(site.directory, offices=offices, lines=lines, digests={})
    return replace(site, directory=directory)


@pytest.fixture(scope="module")
def many(site: SiteContext) -> SiteContext:
    """So many offices that pages of services only count them."""
    copies = (_numbered(office, number) for number in range(COPIES) for office in site.directory.offices)
    found = _site(site, (*site.directory.offices, *copies))
    assert found.many
    return found


def _outlines(site: SiteContext) -> Mapping[str, Outline]:
    return {plan.path: plan.outline() for plan in Plans(site)}


CHANGES: Mapping[str, Callable[[Office], dict[str, Any]]] = {
    "a phone": lambda office: {"phone": "031-200-0000"},
    "a name": lambda office: {"name": f"새 {office.name}"},
    "a city": lambda office: {"city": "yeoju" if office.city != "yeoju" else "suwon"},
    "no services": lambda office: {"services": ()},
    "another state": lambda office: {"status": office.status.model_copy(update={"state": "closed"})},
    "a position": lambda office: {"location": Location(lat=37.3, lon=127.4, precision="dong")},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_that_is_left_as_it_was_would_be_the_same(change: str, many: SiteContext) -> None:
    offices = many.directory.offices
    number = next(at for at, office in enumerate(offices) if office.services and at > MANY // 2)
    office = offices[number].model_copy(update=CHANGES[change](offices[number]))
    before, after = _outlines(many), _outlines(_site(many, (*offices[:number], office, *offices[number + 1 :])))
    left = [path for path, outline in after.items() if path in before and before[path].made_from == outline.made_from]
    assert len(left) > len(after) * 0.9
    assert f"offices/{office.id}/" not in left
    for path in left:
        assert before[path].make() == after[path].make(), path


def test_of_very_many_offices_a_phone_changes_only_the_pages_that_show_it(many: SiteContext) -> None:
    offices = many.directory.offices
    last = offices[-1].model_copy(update={"phone": "031-200-0000"})
    before, after = _outlines(many), _outlines(_site(many, (*offices[:-1], last)))
    drawn = [path for path, outline in after.items() if before[path].made_from != outline.made_from]
    assert f"offices/{last.id}/" in drawn
    assert sum(path.startswith("cities/") for path in drawn) == 1
    assert not any(path.startswith("services/") for path in drawn)


def test_where_few_are_a_service_shows_every_office_that_gives_it(site: SiteContext) -> None:
    offices = site.directory.offices
    first = offices[0].model_copy(update={"phone": "031-200-0000"})
    before = _outlines(_site(site, offices))
    after = _outlines(_site(site, (first, *offices[1:])))
    drawn = {path for path, outline in after.items() if before[path].made_from != outline.made_from}
    assert {f"services/{entry.key}/" for entry in first.services} <= drawn
