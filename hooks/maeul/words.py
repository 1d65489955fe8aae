"""The words of the interface, one file a language in `data/i18n/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from maeul.load.document import read_document
from maeul.load.values import PartialDate


@dataclass(frozen=True)
class Words:
    """Sentences by dotted key; `{name}` in them is filled in. A key that is missing is an error of the program."""

    language: str
    tree: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The words of `key`, filled with `values`."""
        found = self._sentences[key]
        return found.format_map(values) if values else found

    @cached_property
    def _sentences(self) -> Mapping[str, str]:
        return dict(_sentences(self.tree))

    def date(self, day: PartialDate | None) -> str:
        """A date in words, as exact as it is known: `2019년 9월 2일`, `2020년 9월`, `2021년`."""
        if day is None:
            return self("date.unknown")
        key = (day.year, day.month, day.day)  # a third as dear to look up as the day itself
        found = self._dates.get(key)
        if found is None:
            kind = "day" if day.day else "month" if day.month else "year"
            found = self._dates[key] = self(f"date.{kind}", year=day.year, month=day.month, day=day.day)
        return found

    @cached_property
    def _dates(self) -> dict[tuple[int, int, int], str]:
        """The dates told so far: a site has many sources of few days."""
        return {}

    def fields(self, names: tuple[str, ...]) -> str:
        """The names of fields of a record in a row: `주소, 전화`."""
        found = self._fields.get(names)
        if found is None:
            found = self._fields[names] = ", ".join(self(f"field.{name}") for name in names)
        return found

    @cached_property
    def _fields(self) -> dict[tuple[str, ...], str]:
        """The rows told so far: sources back the same fields again and again."""
        return {}

    def date_year(self, year: int) -> str:
        """A year in words: `2021년`."""
        return self("date.year", year=year)

    def clock(self, minutes: int) -> str:
        """A time of day in words: `오전 9시`, `오후 6시 30분`, `밤 12시`."""
        found = self._times.get(minutes)
        if found is None:
            hour, minute = divmod(minutes, 60)
            part = "midnight" if hour in (0, 24) else "morning" if hour < 12 else "noon" if hour == 12 else "afternoon"
            spoken = 12 if hour in (0, 12, 24) else hour % 12
            key = f"clock.{part}_minute" if minute else f"clock.{part}"
            found = self._times[minutes] = self(key, hour=spoken, minute=minute)
        return found

    @cached_property
    def _times(self) -> dict[int, str]:
        """The times of day told so far: most offices open and close at the same few."""
        return {}


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages that have words in a folder, by code."""
    return tuple(sorted(file.stem for file in folder.glob("*.yaml")))


def read_words(folder: Path, language: str) -> Words:
    """The words of a language."""
    file = folder / f"{language}.yaml"
    document, findings = read_document(file.name, file.read_bytes())
    if document is None:
        raise ValueError(f"{file}: {findings[0].message}")
    return Words(language, document.data)


def _sentences(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, part in tree.items():
        if isinstance(part, str):
            yield f"{above}{name}", part
        elif isinstance(part, Mapping):
            yield from _sentences(part, f"{above}{name}.")
