"""What the page of an office says of its state and of its hours, and how old that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from maeul.load.models import Office
from maeul.site.context import SiteContext
from maeul.site.office_page import office_page
from maeul.site.page import Page

Make = Callable[..., Office]
WEEKDAYS = [{"days": "평일", "open": "09:00", "close": "18:00"}]


@pytest.mark.parametrize(
    ("state", "as_of", "said"),
    [
        ("open", "2026-01-05", "운영 확인, 2026년 1월 5일에 확인"),
        ("open", "2018-11", "지금은 확인 필요, 마지막 확인 2018년 11월"),
        ("unconfirmed", "모름", "운영 불확실, 확인한 날짜 모름"),
        ("closed", "2024", "문 닫음, 2024년 확인"),
    ],
)
def test_the_description_says_state_and_date_and_no_hours(
    changed: Callable[..., SiteContext], an_office: Make, state: str, as_of: str, said: str
) -> None:
    page = _page(changed, an_office(hours=WEEKDAYS, status={"state": state, "as_of": as_of}))
    assert f"{said}. 전화" in page.description
    assert "18:00" not in page.description


def test_hours_say_the_year_of_their_source(changed: Callable[..., SiteContext], an_office: Make) -> None:
    source = {"url": "https://example.com/1", "publisher": "수원시", "fields": ["hours"]}
    dated = an_office(hours=WEEKDAYS, sources=[{**source, "date": "2018-11"}])
    undated = an_office(hours=WEEKDAYS, sources=[{**source, "date": "모름"}])
    labels = [_page(changed, office).view["hours_source"] for office in (dated, undated, an_office())]
    assert labels == ["2018년 자료", "날짜 모르는 자료", ""]


def _page(changed: Callable[..., SiteContext], office: Office) -> Page:
    return office_page(office, changed([office]), ())


def test_a_source_that_saw_the_state_backs_whether_it_runs(
    changed: Callable[..., SiteContext], an_office: Make
) -> None:
    assert _page(changed, an_office()).view["sources"][0].backs == "운영 여부"
