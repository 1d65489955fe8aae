"""Offices of the published site that the records no longer know, by id or by a former id."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from maeul.load.findings import Finding, finding
from maeul.load.models import Office
from maeul.load.rules.context import Place
from maeul.load.suggest import nearest_word


class PublishedError(ValueError):
    """A file is not the `offices.json` of a published site."""


def published_offices(raw: bytes) -> Mapping[str, str]:
    """The names of offices by id, and by their former ids, in a published `data/v1/offices.json`."""
    try:
        rows = json.loads(raw)["offices"]
        return {key: row["name"] for row in rows for key in (row["id"], *row.get("former_ids", ()))}
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise PublishedError from error


def vanished(
    published: Mapping[str, str], offices: Sequence[tuple[Office, Place]], written: Collection[str], file: str
) -> Iterator[Finding]:
    """Published ids that are no more. `written` are all ids in the file, those of records with faults too."""
    known = {*written, *(former for office, _ in offices for former in office.former_ids)}
    new = {office.id: (office, place) for office, place in offices if office.id not in published}
    names = {office.name: key for key, (office, _) in new.items()}
    for key, name in published.items():
        if key in known:
            continue
        likely = names.get(name) or nearest_word(key, new, closest=0.85)
        if likely is None:
            yield finding("id-vanished", file, (1, 1), (), name, found=key)
        else:
            yield new[likely][1].finding("id-changed", "id", found=key, new=likely)
