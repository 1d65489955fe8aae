from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from maeul.load.models import Office
from maeul.site import context
from maeul.site.context import SiteContext
from maeul.site.coverage import LISTED, NEEDS, OfficeLine, coverage_view

Changed = Callable[..., SiteContext]
AnOffice = Callable[..., Office]


def _view(site: SiteContext) -> dict[str, Any]:
    """The page where records have no lines to lead to."""
    return coverage_view(replace(site, repo_url=""))


def _lines(site: SiteContext, key: str) -> list[OfficeLine]:
    listed = _view(site)[key]
    return [*listed.first, *listed.rest]


def _whole(**values: Any) -> dict[str, Any]:
    """The values of an office of which everything is known that people need."""
    return {
        "address": "경기도 수원시 팔달구 신풍로23번길 40",
        "location": {"lat": 37.28386, "lon": 127.01043, "precision": "building"},
        "phone": "031-228-0000",
        "hours": [{"days": "평일", "open": "09:00", "close": "18:00"}],
        "services": ["tools"],
        **values,
    }


def test_an_office_of_which_all_is_known_needs_no_asking(changed: Changed, an_office: AnOffice) -> None:
    site = changed([an_office(**_whole())])
    (line,) = _lines(site, "oldest")
    assert (line.known, line.percent, line.missing) == (len(NEEDS), 100, "")
    assert _lines(site, "next") == []


@pytest.mark.parametrize("precision", ["road", "dong"])
def test_a_place_that_is_not_the_building_counts_as_unknown(
    precision: str, changed: Changed, an_office: AnOffice
) -> None:
    location = {"lat": 37.28386, "lon": 127.01043, "precision": precision}
    (line,) = _lines(changed([an_office(**_whole(location=location))]), "next")
    assert (line.known, line.missing) == (len(NEEDS) - 1, "건물 위치")


def test_help_that_has_no_kind_of_its_own_is_known_help(changed: Changed, an_office: AnOffice) -> None:
    assert _lines(changed([an_office(**_whole(services=[], other_services=["무인민원발급"]))]), "next") == []


def test_running_offices_that_nobody_can_reach_are_asked_about_first(changed: Changed, an_office: AnOffice) -> None:
    old, unsure = {"state": "open", "as_of": "2021"}, {"state": "unconfirmed", "as_of": "2026-10-01"}
    site = changed(
        [
            an_office(id="suwon-unsure", status=unsure),
            an_office(id="suwon-old", status=old),
            an_office(id="suwon-called", **_whole(address=None)),
            an_office(id="suwon-bare"),
            an_office(id="suwon-closed", status={"state": "closed", "as_of": "2026-10-01"}),
        ]
    )
    assert [line.id for line in _lines(site, "next")] == ["suwon-bare", "suwon-called", "suwon-old", "suwon-unsure"]


def test_an_undated_state_is_older_than_any_date(changed: Changed, an_office: AnOffice) -> None:
    dates = {"suwon-a": "2026-01", "suwon-b": "2019-03-02", "suwon-c": "모름", "suwon-d": "2019"}
    offices = [an_office(id=key, status={"state": "open", "as_of": date}) for key, date in dates.items()]
    assert [line.id for line in _lines(changed(offices), "oldest")] == ["suwon-c", "suwon-d", "suwon-b", "suwon-a"]


def test_with_very_many_offices_lists_end_and_say_of_how_many(
    changed: Changed, an_office: AnOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context, "MANY", 140)
    some = _view(changed(an_office(id=f"suwon-{number}") for number in range(140)))
    many = _view(changed(an_office(id=f"suwon-{number}") for number in range(141)))
    for key in ("next", "oldest"):
        assert (some[key].shown, some[key].count) == (140, 140)
        assert (many[key].shown, many[key].count) == (LISTED, 141)
    assert len(many["cities"]) == 31


def test_a_city_without_offices_says_whom_to_ask(changed: Changed, an_office: AnOffice) -> None:
    cities = {city.key: city for city in _view(changed([an_office()]))["cities"]}
    assert cities["suwon"].ask is None
    assert cities["yeoncheon"].shares == ()
    assert cities["yeoncheon"].ask is not None
