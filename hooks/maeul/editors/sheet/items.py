"""Lists of mappings as lines of a cell: hours, exceptions, services, projects, sources, conflicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from maeul.editors.sheet.cells import CellError, Vocabulary, filled, joined, lines, number, parted
from maeul.load.values import UNKNOWN

_SPAN = re.compile(r"(.+?)\s+(\S+?)\s*~\s*(\S+)\Z")
_TIMES = re.compile(r"(\S+?)\s*~\s*(\S+)\Z")
_BREAKS = "쉬는 시간"
_SEASON = re.compile(r"(\S+)부터 (\S+)까지\Z")
_CLOSED = "쉼"


def write_hours(hours: Any) -> str:
    """`평일 09:00~18:00 | 쉬는 시간 12:00~13:00 | 11-01부터 02-28까지`, or 모름."""
    return UNKNOWN if hours == UNKNOWN else "\n".join(map(_write_span, hours))


def _write_span(span: Mapping[str, Any]) -> str:
    pauses = ", ".join(map(_write_times, span.get("breaks", ())))
    season = span.get("season")
    more = [f"{_BREAKS} {pauses}"] if pauses else []
    more += [f"{season['start']}부터 {season['end']}까지"] if season else []
    return joined([f"{span['days']} {_write_times(span)}", *more])


def _write_times(times: Mapping[str, Any]) -> str:
    return f"{times['open']}~{times['close']}"


def read_hours(text: str) -> Any:
    """The hours that the lines say."""
    return UNKNOWN if text.strip() == UNKNOWN else [_read_span(line) for line in lines(text)]


def _read_span(line: str) -> dict[str, Any]:
    first, *more = parted(line, 3)
    days, opens, closes = _matched(_SPAN, first, line)
    span: dict[str, Any] = {"days": days, "open": opens, "close": closes}
    for part in filter(None, more):
        if part.startswith(_BREAKS):
            pauses = part.removeprefix(_BREAKS).split(",")
            span["breaks"] = [_times(pause.strip(), line) for pause in pauses]
        else:
            start, end = _matched(_SEASON, part, line)
            span["season"] = {"start": start, "end": end}
    return span


def _times(text: str, line: str) -> dict[str, str]:
    opens, closes = _matched(_TIMES, text, line)
    return {"open": opens, "close": closes}


def _matched(pattern: re.Pattern[str], text: str | None, line: str) -> tuple[str, ...]:
    match = pattern.match(text or "")
    if match is None:
        raise CellError("cell-shape", found=line)
    return match.groups()


def write_exception(item: Mapping[str, Any]) -> str:
    """`2026-12-25 쉼` or `2026-12-24 09:00~13:00`, and a note."""
    what = _CLOSED if item.get("closed") else _write_times(item)
    return joined([f"{item['date']} {what}", item.get("note")])


def read_exception(line: str) -> dict[str, Any]:
    """The exception that a line says."""
    first, note = parted(line, 2)
    day, _, what = (first or "").partition(" ")
    times = {"closed": True} if what.strip() == _CLOSED else _times(what.strip(), line)
    return {"date": number(day), **times, **filled(note=note)}


def write_project(item: Mapping[str, Any]) -> str:
    """Name, what it is, its year, and the key of its kind of service."""
    return joined([item["name"], item.get("what"), item.get("year"), item.get("service")])


def read_project(line: str) -> dict[str, Any]:
    """The project that a line says."""
    name, what, year, service = parted(line, 4)
    return filled(name=name, what=what, year=number(year), service=service)


class Items:
    """Items that name services and fields in words."""

    def __init__(self, services: Vocabulary, fields: Vocabulary) -> None:
        self._services = services
        self._fields = fields

    def write_service(self, item: Any) -> str:
        """The service and the office's words for it."""
        entry = {"key": item} if isinstance(item, str) else item
        return joined([self._services.word(entry["key"]), entry.get("note")])

    def read_service(self, line: str) -> dict[str, Any]:
        """The service that a line says."""
        word, note = parted(line, 2)
        return filled(key=self._services.key(word or ""), note=note)

    def write_source(self, item: Mapping[str, Any]) -> str:
        """Publisher, date, address, and the fields that it backs."""
        backed = ", ".join(map(self._fields.word, item["fields"]))
        return joined([item["publisher"], item.get("date"), item["url"], backed])

    def read_source(self, line: str) -> dict[str, Any]:
        """The source that a line says."""
        publisher, day, url, backed = parted(line, 4)
        names = [self._fields.key(name) for name in (backed or "").split(",") if name.strip()]
        return filled(url=url, publisher=publisher, date=number(day), fields=names or None)

    def write_conflict(self, item: Mapping[str, Any]) -> str:
        """The field, what is said of it, and where."""
        return joined([self._fields.word(item["field"]), item["says"], item.get("url")])

    def read_conflict(self, line: str) -> dict[str, Any]:
        """The conflict that a line says."""
        word, says, url = parted(line, 3)
        return filled(field=self._fields.key(word or ""), says=says, url=url)


def in_lines(
    write: Callable[[Any], str], read: Callable[[str], Any]
) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    """How a list of such items is written and read, a line each."""
    return (lambda items: "\n".join(map(write, items))), (lambda text: [read(line) for line in lines(text)])
