"""What a record says of an office, in words that can be compared and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from maeul.directory import Directory
from maeul.hours.words import digits, hours_lines
from maeul.load.labels import LABELS, PRECISIONS, STATES
from maeul.load.models import Office
from maeul.load.values import UNKNOWN, PartialDate
from maeul.words import Words


class Item(NamedTuple):
    """One of several things of a kind, such as a source: what it is called, and what is said of it by title."""

    shown: str
    details: Mapping[str, str]


# One fact is a text, or several items by what tells them apart.
Fact = str | Mapping[str, Item]


class Facts:
    """Tells the facts of offices with the names of a directory."""

    def __init__(self, directory: Directory, words: Words) -> None:
        self._directory = directory
        self._words = words
        self._tellers: Mapping[str, Callable[[Any], Fact]] = {
            "city": lambda key: directory.city[key].name,
            "location": self._location,
            "hours": lambda hours: " / ".join(hours_lines(hours, words)),
            "exceptions": self._exceptions,
            "services": self._services,
            "projects": self._projects,
            "staff": "{}명".format,
            "status": self._status,
            "sources": self._sources,
            "conflicts": self._conflicts,
        }

    def of(self, office: Office) -> dict[str, Fact]:
        """What the record says, by field; fields that say nothing are left out."""
        facts: dict[str, Fact] = {}
        for name in Office.model_fields:
            value = getattr(office, name)
            if name == "hours" and value is None:
                facts[name] = UNKNOWN
            elif value not in (None, ()):
                facts[name] = self._tellers.get(name, self._plain)(value)
        return facts

    def _plain(self, value: Any) -> Fact:
        if isinstance(value, tuple):
            return _items((item, Item(str(item), {})) for item in value)
        return self._words.date(value) if isinstance(value, PartialDate) else str(value)

    def _location(self, location: Any) -> Fact:
        return f"{location.lat}, {location.lon}({PRECISIONS[location.precision]})"

    def _exceptions(self, exceptions: Any) -> Fact:
        return _items((str(item.date), Item(self._exception(item), _details(item, "note"))) for item in exceptions)

    def _exception(self, item: Any) -> str:
        day = self._words.date(item.date)
        return f"{day} 쉼" if item.closed else f"{day} {digits(item.open)}~{digits(item.close)}"

    def _services(self, services: Any) -> Fact:
        names = self._directory.service
        return _items((item.key, Item(names[item.key].name, _details(item, "note"))) for item in services)

    def _projects(self, projects: Any) -> Fact:
        return _items((item.name, Item(item.name, _details(item, "what", "year", "service"))) for item in projects)

    def _status(self, status: Any) -> Fact:
        return f"{STATES[status.state]}({self._words.date(status.as_of)})"

    def _sources(self, sources: Any) -> Fact:
        pairs = []
        for item in sources:
            backed = {LABELS["fields"].title: ", ".join(LABELS[name].title for name in item.fields)}
            day = {LABELS["date"].title: self._words.date(item.date)} if item.date else {}
            pairs.append((item.url, Item(f"{item.publisher} {item.url}", day | backed)))
        return _items(pairs)

    def _conflicts(self, conflicts: Any) -> Fact:
        return _items(
            (f"{item.field} {item.url}", Item(LABELS[item.field].title, _details(item, "says"))) for item in conflicts
        )


def _details(item: Any, *names: str) -> dict[str, str]:
    return {LABELS[name].title: str(value) for name in names if (value := getattr(item, name)) is not None}


def _items(pairs: Iterable[tuple[str, Item]]) -> dict[str, Item]:
    """Items by key; one that has the key of an earlier one is told apart by a number."""
    items: dict[str, Item] = {}
    for key, item in pairs:
        again = sum(known == key or known.startswith(f"{key}\n") for known in items)
        items[f"{key}\n{again}" if again else key] = item
    return items
