"""Where a new office goes in the file: behind the last of its city, or where its city belongs among the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from maeul.editors.yaml_change import office_splice
from maeul.editors.yaml_place import YamlText, records_of
from maeul.editors.yaml_splice import Splice
from maeul.load.document import Document
from maeul.load.models import City

_HEADING = "# ── {} ──"


def new_office_splice(
    source: YamlText, document: Document, office: Mapping[str, Any], cities: Sequence[City]
) -> Splice:
    """What changes in the text of a file of offices when one more comes to it; the first of a city gets a heading."""
    order = {city.key: number for number, city in enumerate(cities)}
    own = order[office["city"]]
    ranks = [order.get(record["city"], len(order)) for record in document.data]
    before = [index for index, rank in enumerate(ranks) if rank <= own] or [len(ranks) - 1]
    same = [index for index in before if ranks[index] == own]
    heading = "" if same else _HEADING.format(cities[own].name)
    return office_splice(source, records_of(document)[(same or before)[-1]], office, heading)
