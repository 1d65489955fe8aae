"""Where new offices go in the file: behind the last of their city, or where that belongs among the other cities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from maeul.editors.yaml_change import offices_splice
from maeul.editors.yaml_place import YamlText, records_of
from maeul.editors.yaml_splice import Splice
from maeul.load.document import Document
from maeul.load.models import City

_HEADING = "# ── {} ──"


def new_office_splices(
    source: YamlText, document: Document, offices: Sequence[Mapping[str, Any]], cities: Sequence[City]
) -> Iterator[Splice]:
    """What changes in the text of a file of offices when more come to it; the first of a city gets a heading."""
    order = {city.key: number for number, city in enumerate(cities)}
    ranks = [order.get(record["city"], len(order)) for record in document.data]
    records = records_of(document)
    for own, city in enumerate(cities):
        added = [office for office in offices if office.get("city") == city.key]
        before = [index for index, rank in enumerate(ranks) if rank <= own] or [len(ranks) - 1]
        same = [index for index in before if ranks[index] == own]
        if added:
            heading = "" if same else _HEADING.format(city.name)
            yield offices_splice(source, records[(same or before)[-1]], added, heading)
    lost = [office for office in offices if office.get("city") not in order]
    if lost:  # the check will say that there is no such city
        yield offices_splice(source, records[-1], lost)
