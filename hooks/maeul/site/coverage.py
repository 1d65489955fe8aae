"""What the records know and what they don't: by city and field, by office, and what is most worth finding out next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from maeul.load.models import City, Office
from maeul.site.card import PhoneView, contact_view
from maeul.site.context import SiteContext
from maeul.site.known import FIELDS, NEEDS, Known
from maeul.site.state import state_view

LISTED = 100  # offices in a list, when there are too many for a page to show them all
_FIRST = 10  # offices of a list that are not folded away

# The order in which states are worth asking about: what is missing of a running office is missed by somebody today.
_UNREACHABLE = itemgetter(*map(list(NEEDS).index, ("phone", "hours")))
_WORTH = {"open": 0, "old": 1, "planned": 2, "unconfirmed": 3}


@dataclass(frozen=True)
class Share:
    """Of how many offices a field is known; `percent` is the length of its bar."""

    key: str
    label: str
    known: int
    unknown: int
    percent: int


@dataclass(frozen=True)
class CityCoverage:
    """The shares of a city; none where no office is recorded, and then `ask` is whom to call."""

    key: str
    name: str
    path: str
    count: int
    shares: tuple[Share, ...]
    ask: PhoneView | None


@dataclass(frozen=True)
class OfficeLine:
    """An office in a list: `known` of its needs, the names of the others, and where its record can be mended."""

    id: str
    name: str
    place: str
    path: str
    state: str
    known: int
    percent: int
    missing: str
    edit: str
    report: str


@dataclass(frozen=True)
class Listed:
    """A list of offices: its beginning, what is folded away, and how many `count` there are with those left out."""

    first: tuple[OfficeLine, ...]
    rest: tuple[OfficeLine, ...]
    count: int

    @property
    def shown(self) -> int:
        """How many stand on the page."""
        return len(self.first) + len(self.rest)


def coverage_view(site: SiteContext) -> dict[str, Any]:
    """The province, its 31 cities, what to find out next, and the oldest confirmations."""
    directory = site.directory
    count = len(directory.offices)
    cities = tuple(_city(city, site) for city in sorted(directory.cities, key=lambda city: city.name))
    counts = [sum(city.shares[number].known for city in cities if city.shares) for number in range(len(FIELDS))]
    known = tuple(site.known.items())
    return {
        "count": count,
        "needs": len(NEEDS),
        "need_names": ", ".join(_label(key, site) for key in NEEDS),
        "total": tuple(_share(key, part, count, site) for key, part in zip(FIELDS, counts, strict=True)),
        "cities": cities,
        "next": _listed(site.memory.recall("worth asking", known, lambda: _worth_asking(known)), site),
        "oldest": _listed(site.memory.recall("longest ago", known, lambda: _longest_ago(known)), site),
        "can_edit": bool(site.repo_url),
    }


def _label(key: str, site: SiteContext) -> str:
    return site.words(f"coverage.fields.{key}")


def _shares(offices: Sequence[Office], site: SiteContext) -> tuple[Share, ...]:
    columns = zip(*(site.known[office.id].fields for office in offices), strict=True)
    return tuple(_share(key, sum(known), len(offices), site) for key, known in zip(FIELDS, columns, strict=True))


def _share(key: str, known: int, count: int, site: SiteContext) -> Share:
    return Share(key, _label(key, site), known, count - known, _percent(known, count))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole)


def _city(city: City, site: SiteContext) -> CityCoverage:
    offices = site.directory.offices_in[city.key]
    shares = _shares(offices, site) if offices else ()
    ask = None if offices else contact_view(city)
    return CityCoverage(city.key, city.name, site.addresses.city(city.key), len(offices), shares, ask)


def _longest_ago(offices: Sequence[tuple[str, Known]]) -> list[str]:
    """All offices by when they were last seen to be as their records say; those of no date come before all others."""
    return [key for _, key in sorted((known.seen or date.min, key) for key, known in offices)]


def _worth_asking(offices: Sequence[tuple[str, Known]]) -> list[str]:
    """Offices of which something that people need is not known, the most useful to ask about first."""
    asked = []
    for key, known in offices:
        if known.state in _WORTH and not all(known.needs):
            unreachable = _UNREACHABLE(known.needs).count(False)
            day = (known.seen or date.min).toordinal()
            asked.append(((_WORTH[known.state], -unreachable, -day), key))
    return [key for _, key in sorted(asked, key=itemgetter(0))]


def _missing(office: Office, site: SiteContext) -> tuple[str, ...]:
    return tuple(key for key, known in zip(NEEDS, site.known[office.id].needs, strict=True) if not known)


def _listed(keys: Sequence[str], site: SiteContext) -> Listed:
    lines = tuple(_lines((site.directory.office[key] for key in (keys[:LISTED] if site.many else keys)), site))
    return Listed(lines[:_FIRST], lines[_FIRST:], len(keys))


def _lines(offices: Iterable[Office], site: SiteContext) -> Iterable[OfficeLine]:
    today, words = site.directory.today, site.words
    for office in offices:
        missing = _missing(office, site)
        state = state_view(office, today, words)
        yield OfficeLine(
            id=office.id,
            name=office.name,
            place=f"{site.directory.city[office.city].name} {office.dong}",
            path=site.addresses.office(office.id),
            state=f"{state.label}, {state.seen}",
            known=len(NEEDS) - len(missing),
            percent=_percent(len(NEEDS) - len(missing), len(NEEDS)),
            missing=", ".join(_label(key, site) for key in missing),
            edit=site.edit_link(office.id),
            report=site.report_link(office),
        )
