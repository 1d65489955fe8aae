"""A page has one date: sources with the same address and different dates, in one record or in several, of any file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from maeul.load.findings import Finding, Path
from maeul.load.models import Source
from maeul.load.rules.context import Place


def differing_dates(records: Iterable[tuple[BaseModel, Place]]) -> Iterator[Finding]:
    """A finding for each source whose date is not that of the first one with its address; a missing date is none."""
    first: dict[str, tuple[Source, Place, Path]] = {}
    for record, place in records:
        for path, source in sources_in(record):
            if source.date is None:
                continue
            told, there, at = first.setdefault(source.url, (source, place, path))
            if told.date != source.date:
                line = there.document.place((*there.path, *at, "date"))[0]
                where = f"{there.document.file} {line}행"
                yield place.finding(
                    "source-date", *path, "date", found=str(source.date), where=where, other=str(told.date)
                )


def sources_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Source]]:
    """Every source in a record, with its path there."""
    if isinstance(value, Source):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in _sourced(type(value)):
            yield from sources_in(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from sources_in(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from sources_in(item, (*path, index))


@cache
def _sourced(model: type[BaseModel]) -> Sequence[str]:
    """The fields of a model that hold sources, themselves or in records inside them."""
    return [name for name, info in model.model_fields.items() if _holds_sources(info.annotation)]


def _holds_sources(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, Source) or bool(_sourced(annotation))
    return any(_holds_sources(argument) for argument in get_args(annotation))
