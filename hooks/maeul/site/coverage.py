"""What the records know and what they don't: by city and field, by office, and what is most worth finding out next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from maeul.clock import is_fresh
from maeul.load.models import City, Office
from maeul.site.card import PhoneView, contact_view
from maeul.site.context import SiteContext
from maeul.site.state import state_key, state_view

LISTED = 100  # offices in a list, when there are too many for a page to show them all
_FIRST = 10  # offices of a list that are not folded away

_Known = Callable[[Office, date], bool]
# What somebody needs who wants to go to an office or to call it. An office's completeness is its share of these.
NEEDS: Mapping[str, _Known] = {
    "address": lambda office, _: office.address is not None,
    "location": lambda office, _: office.location is not None and office.location.precision == "building",
    "phone": lambda office, _: office.phone is not None,
    "hours": lambda office, _: office.hours is not None,
    "services": lambda office, _: bool(office.services or office.other_services),
    "status": lambda office, today: office.status.state != "unconfirmed" and is_fresh(office.status.as_of, today),
}
FIELDS: Mapping[str, _Known] = {
    **NEEDS,
    "opened": lambda office, _: office.opened is not None,
    "operator": lambda office, _: office.operator is not None,
    "staff": lambda office, _: office.staff is not None,
}
# The order in which states are worth asking about: what is missing of a running office is missed by somebody today.
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
    known = [sum(city.shares[number].known for city in cities if city.shares) for number in range(len(FIELDS))]
    return {
        "count": count,
        "needs": len(NEEDS),
        "need_names": ", ".join(_label(key, site) for key in NEEDS),
        "total": tuple(_share(key, part, count, site) for key, part in zip(FIELDS, known, strict=True)),
        "cities": cities,
        "next": _listed(_worth_asking(site), site),
        "oldest": _listed(sorted(directory.offices, key=_confirmed), site),
        "can_edit": bool(site.repo_url),
    }


def _label(key: str, site: SiteContext) -> str:
    return site.words(f"coverage.fields.{key}")


def _shares(offices: Sequence[Office], site: SiteContext) -> tuple[Share, ...]:
    today, count = site.directory.today, len(offices)
    return tuple(
        _share(key, sum(known(office, today) for office in offices), count, site) for key, known in FIELDS.items()
    )


def _share(key: str, known: int, count: int, site: SiteContext) -> Share:
    return Share(key, _label(key, site), known, count - known, _percent(known, count))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole)


def _city(city: City, site: SiteContext) -> CityCoverage:
    offices = site.directory.offices_in[city.key]
    shares = _shares(offices, site) if offices else ()
    ask = None if offices else contact_view(city)
    return CityCoverage(city.key, city.name, site.addresses.city(city.key), len(offices), shares, ask)


def _confirmed(office: Office) -> tuple[date, str]:
    """When an office was last seen to be as its record says; one of no date comes before all others."""
    return (office.status.as_of.first_day if office.status.as_of else date.min, office.id)


def _worth_asking(site: SiteContext) -> list[Office]:
    """Offices of which something that people need is not known, the most useful to ask about first."""
    today = site.directory.today

    def order(office: Office) -> tuple[int, int, int]:
        unreachable = sum(not NEEDS[key](office, today) for key in ("phone", "hours"))
        return _WORTH[state_key(office, today)], -unreachable, -_confirmed(office)[0].toordinal()

    asked = [office for office in site.directory.offices if state_key(office, today) in _WORTH]
    needs = NEEDS.values()
    return sorted((office for office in asked if not all(known(office, today) for known in needs)), key=order)


def _missing(office: Office, today: date) -> tuple[str, ...]:
    return tuple(key for key, known in NEEDS.items() if not known(office, today))


def _listed(offices: Sequence[Office], site: SiteContext) -> Listed:
    lines = tuple(_lines(offices[:LISTED] if site.many else offices, site))
    return Listed(lines[:_FIRST], lines[_FIRST:], len(offices))


def _lines(offices: Iterable[Office], site: SiteContext) -> Iterable[OfficeLine]:
    today, words = site.directory.today, site.words
    for office in offices:
        missing = _missing(office, today)
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
