"""How new the records are: only offices that were seen open count for a year."""

from __future__ import annotations

from collections.abc import Callable

from maeul.load.models import Office
from maeul.site.context import SiteContext
from maeul.site.known import known_of
from maeul.site.state import freshness
from maeul.words import Words
from small_project import TODAY

Make = Callable[..., Office]


def test_a_year_counts_only_offices_that_were_seen_open_then(an_office: Make, words: Words) -> None:
    seen = [
        ("open", "2021"),
        ("open", "2025-12-29"),
        ("open", "2025-01"),
        ("open", "모름"),
        ("unconfirmed", "2025-03-14"),
        ("unconfirmed", "모름"),
        ("closed", "2025"),
        ("moved", "모름"),
    ]
    known = [known_of(an_office(status={"state": state, "as_of": as_of}), TODAY) for state, as_of in seen]
    assert freshness([(office.state, office.seen) for office in known], words) == (
        ("2025년", 2),
        ("2021년", 1),
        ("확인한 날짜 모름", 1),
        ("운영 불확실", 2),
        ("옮겼어요", 1),
        ("문 닫음", 1),
    )


def test_every_office_is_counted_once(site: SiteContext, words: Words) -> None:
    known = [(office.state, office.seen) for office in site.known.values()]
    assert sum(count for _, count in freshness(known, words)) == len(site.directory.offices)
