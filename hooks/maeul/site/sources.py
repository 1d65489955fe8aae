"""Sources as shown: numbered in the order of the record, so that each fact can point at those that back it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from maeul.load.models import FieldSource, Source
from maeul.words import Words


class SourceView(NamedTuple):
    """A source with its number on the page, date in words, and the names of what it backs."""

    number: int
    url: str
    publisher: str
    date: str
    backs: str = ""


class Ref(NamedTuple):
    """The number of a source beside a fact, and what a screen reader says of it."""

    number: int
    label: str


def source_views(sources: Iterable[Source], words: Words) -> tuple[SourceView, ...]:
    """The sources, numbered from 1."""
    return tuple(
        SourceView(
            number=number,
            url=source.url,
            publisher=source.publisher,
            date=words.date(source.date) if source.date else words("sources.no_date"),
            backs=words.fields(source.fields) if isinstance(source, FieldSource) else "",
        )
        for number, source in enumerate(sources, start=1)
    )


def refs(sources: Iterable[FieldSource], words: Words) -> Mapping[str, Sequence[Ref]]:
    """The sources that back each field of an office; every field has an entry when it is asked for."""
    found: defaultdict[str, list[Ref]] = defaultdict(list)
    for number, source in enumerate(sources, start=1):
        ref = Ref(number, words("sources.ref", number=number, publisher=source.publisher))
        for field in source.fields:
            found[field].append(ref)
    return found
