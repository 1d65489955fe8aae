"""The programme: source keys and office ids that exist, sources that are used, dates that have come."""

from __future__ import annotations

from collections.abc import Iterator

from maeul.load.findings import Finding
from maeul.load.programme import Programme
from maeul.load.rules.context import Context, Place, unknown_key
from maeul.load.rules.leaves import future_dates, leaves
from maeul.load.rules.sources import sources_without_date
from maeul.load.rules.texts import texts


def programme_findings(programme: Programme, place: Place, context: Context) -> Iterator[Finding]:
    """Everything wrong with what is said of the programme."""
    cited: set[str] = set()
    for path, name, value in leaves(programme):
        if name == "sources" and path[:1] != ("sources",):
            cited.add(value)
            listed = "이 파일의 sources"
            yield from unknown_key("source-unknown", value, programme.sources, place, *path, listed_in=listed)
        if name == "office_ids":
            listed = "data/offices.yaml의 id"
            yield from unknown_key("office-unknown", value, context.offices, place, *path, listed_in=listed)
    for key in programme.sources:
        if key not in cited:
            yield place.finding("source-idle", "sources", key, at_key=True, found=key)
    plans = [("counts", index) for index, count in enumerate(programme.counts) if count.kind == "planned"]
    yield from future_dates(programme, place, context.today, plans)
    yield from sources_without_date(programme, place)
    yield from texts(programme, place, context)
