"""The page of a service: who gives it, and who is only known to have given it once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from maeul.directory import Directory
from maeul.load.models import Office
from maeul.site.context import SiteContext
from maeul.site.service_page import service_page

WASHED = {"name": "이불 빨래방", "year": 2021, "service": "laundry"}


def _laundry(site: SiteContext) -> Any:
    return service_page(site.directory.service["laundry"], site).view


def _told(view: Any) -> dict[str, list[str]]:
    return {card.id: [project.name for project in projects] for card, projects in view["once"]}


def test_an_office_that_gave_a_service_as_a_project_is_told_of_apart(
    changed: Callable[..., SiteContext], an_office: Callable[..., Office]
) -> None:
    view = _laundry(changed([an_office(projects=[WASHED, {"name": "꽃밭"}, {**WASHED, "name": "솜이불"}])]))
    assert _told(view) == {"suwon-haenggung": ["이불 빨래방", "솜이불"]}
    assert view["cities"] == ()


def test_an_office_that_gives_the_service_is_not_told_of_twice(
    changed: Callable[..., SiteContext], an_office: Callable[..., Office]
) -> None:
    view = _laundry(changed([an_office(services=["laundry"], projects=[WASHED])]))
    assert _told(view) == {}
    assert len(view["cities"]) == 1


@pytest.mark.parametrize("id", ["anseong-samjuk", "pyeongtaek-segyo", "gwacheon-munwon", "hwaseong-seosin"])
def test_offices_that_washed_quilts_are_found_under_laundry(site: SiteContext, id: str) -> None:
    assert id in _told(_laundry(site))


def test_every_story_of_laundry_is_of_laundry(real: Directory) -> None:
    assert "juksan-curtain-bags" not in {story.slug for story in real.stories_about["laundry"]}
