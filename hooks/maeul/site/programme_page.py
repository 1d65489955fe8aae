"""The page of the programme: what it is, how it grew and shrank, what it did, who runs it, what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from maeul.directory import PROGRAMME
from maeul.load.programme import Programme, Told
from maeul.site.charts import counts_chart, number, result_bars
from maeul.site.context import SiteContext
from maeul.site.sources import Ref, source_views


def programme_view(site: SiteContext) -> dict[str, Any]:
    """Everything told of the programme, its figures as charts and as tables."""
    words, programme = site.words, site.directory.programme
    told = _Numbered(programme, site)
    counts = sorted(programme.counts, key=lambda count: count.as_of)
    return {
        "programme": programme,
        "refs": told.refs,
        "dates": words.date,
        "chart": counts_chart(counts, words),
        "counts": tuple(
            (
                words.date(count.as_of),
                count.offices,
                count.cities,
                words(f"programme.kind_{count.kind}"),
                count.note or "",
                told.refs(count),
            )
            for count in counts
        ),
        "bars": result_bars(programme.results, words),
        "results": tuple(
            (result.period, result.what, number(result, words), told.refs(result)) for result in programme.results
        ),
        "budget": tuple(
            (words.date_year(row.year), won(row.won, site), row.note or "", told.refs(row))
            for row in programme.budget.years
        ),
        "offices": {key: (site.directory.office[key].name, site.addresses.office(key)) for key in _named(programme)},
        "sources": source_views(programme.sources.values(), words),
        "edit": site.file_link(PROGRAMME),
    }


def won(amount: int, site: SiteContext) -> str:
    """Money in 억 and 만: `5억 1,500만 원`; what is under 만 is dropped, and then it is `약 302억 5,376만 원`."""
    whole, rest = divmod(amount, 10_000)
    large, small = divmod(whole, 10_000)
    parts = [site.words("programme.won_large", amount=f"{large:,}")] if large else []
    parts += [site.words("programme.won_small", amount=f"{small:,}")] if small else []
    exact = site.words("programme.won", amount=" ".join(parts))
    return site.words("programme.about", value=exact) if rest else exact


def _named(programme: Programme) -> Iterator[str]:
    """The ids of offices that it tells of."""
    for commendation in programme.commendations:
        yield from commendation.office_ids
    for showcase in programme.showcases:
        for place in showcase.places:
            yield from place.office_ids


class _Numbered:
    """Turns keys of sources into their numbers on the page."""

    def __init__(self, programme: Programme, site: SiteContext) -> None:
        self._numbers = {key: number for number, key in enumerate(programme.sources, start=1)}
        self._sources = programme.sources
        self._words = site.words

    def refs(self, told: Told) -> Sequence[Ref]:
        """The sources of something said."""
        return tuple(self._ref(key) for key in told.sources)

    def _ref(self, key: str) -> Ref:
        number: Any = self._numbers[key]
        return Ref(number, self._words("sources.ref", number=number, publisher=self._sources[key].publisher))
