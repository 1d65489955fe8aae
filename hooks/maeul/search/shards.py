"""The index of very many offices in parts: a head that knows every name, and shards of rows that are read by need.

A shard holds offices of one city. By what the head says of it (its names, the words of its addresses, where it lies,
how many of its offices give each service) `finder/lacks.js` tells whether it could change an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from math import ceil
from typing import Any

from maeul.search.runs import counting, ranges, with_runs
from maeul.search.texts import Texts

MOST = 2_000  # offices in a shard: about 30 kB gzip
_GONE = "mc"  # the states of offices that are closed or have moved away
_BETWEEN = re.compile(r"[0-9 ]+")
Index = dict[str, Any]
Rows = dict[str, Any]


@dataclass(frozen=True)
class Shard:
    """Rows of an index, all of one city; `name` is that of its file."""

    name: str
    rows: Rows


def cut(index: Index, most: int = MOST) -> tuple[Index, list[Shard]]:
    """The head and the shards of a plain index; the rows of all shards in their order are those of the index."""
    parts = list(_parts(index["rows"], index["cities"]["key"], most))
    order = _order(parts, index["texts"]["text"])
    shards = [Shard(part.name, _renumbered(part.rows, order)) for part in parts]
    words = Texts()
    head = {
        **{name: value for name, value in index.items() if name != "rows"},
        "texts": with_runs({form: [column[text] for text in order] for form, column in index["texts"].items()}),
        "shards": [_described(shard, len(index["services"]["key"]), words) for shard in shards],
    }
    return {**head, "words": words.known()}, shards


def _parts(rows: Rows, cities: Sequence[str], most: int) -> Iterator[Shard]:
    """Even parts of each city."""
    for city, group in groupby(range(len(rows["city"])), key=rows["city"].__getitem__):
        found = list(group)
        count = ceil(len(found) / most)
        edges = [found[0] + len(found) * part // count for part in range(count + 1)]
        for part, (start, end) in enumerate(pairwise(edges), 1):
            name = cities[city] if count == 1 else f"{cities[city]}-{part}"
            yield Shard(name, {column: values[start:end] for column, values in rows.items()})


def _order(parts: Sequence[Shard], texts: Sequence[str]) -> dict[int, int]:
    """The new number of each text: those of a shard stand together, and names that count up in their order."""
    order: dict[int, int] = {}
    for part in parts:
        for text in sorted(_texts(part.rows) - order.keys(), key=lambda text: (counting(texts[text]), text)):
            order[text] = len(order)
    return order


def _texts(rows: Rows) -> set[int]:
    several = chain.from_iterable((*rows["aliases"], *rows["serves"]))
    return {*rows["district"], *rows["dong"], *rows["name"], *several} - {-1}


def _renumbered(rows: Rows, order: dict[int, int]) -> Rows:
    one = {column: [order.get(text, -1) for text in rows[column]] for column in ("district", "dong", "name")}
    several = {column: [[order[text] for text in texts] for texts in rows[column]] for column in ("aliases", "serves")}
    return {**rows, **one, **several}


def _described(shard: Shard, services: int, words: Texts) -> dict[str, Any]:
    """A shard in the head; `finder/lacks.js` reads it."""
    rows = shard.rows
    here = [bits for state, bits in zip(rows["state"], rows["services"], strict=True) if state not in _GONE]
    return {
        "name": shard.name,
        "city": rows["city"][0],
        "count": len(rows["city"]),
        "here": len(here),
        "gives": [sum(bits >> service & 1 for bits in here) for service in range(services)],
        "box": [edge for column in (rows["lat"], rows["lon"]) for edge in _edges(column)],
        "texts": ranges(_texts(rows)),
        "dongs": ranges({*rows["dong"]}),
        "words": ranges({words.number(word) for word in sorted(_words((*rows["road"], *rows["other"])))} - {-1}),
    }


def _edges(column: Iterable[int | None]) -> list[int]:
    known = [value for value in column if value is not None]
    return [min(known), max(known)] if known else []


def _words(texts: Iterable[str]) -> set[str]:
    """What stands before, between and after the numbers of addresses, and the words of what offices do besides."""
    return {word for text in texts for word in _BETWEEN.split(text)}
