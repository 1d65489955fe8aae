"""What is known of an office, told once for all pages that count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from maeul.clock import is_fresh
from maeul.load.models import Office
from maeul.site.state import state_key

# What somebody needs who wants to go to an office or to call it. An office's completeness is its share of these.
NEEDS: Mapping[str, Callable[[Office, date], bool]] = {
    "address": lambda office, _: office.address is not None,
    "location": lambda office, _: office.location is not None and office.location.precision == "building",
    "phone": lambda office, _: office.phone is not None,
    "hours": lambda office, _: office.hours is not None,
    "services": lambda office, _: bool(office.services or office.other_services),
    "status": lambda office, today: office.status.state != "unconfirmed" and is_fresh(office.status.as_of, today),
}
FIELDS: Mapping[str, Callable[[Office, date], bool]] = {
    **NEEDS,
    "opened": lambda office, _: office.opened is not None,
    "operator": lambda office, _: office.operator is not None,
    "staff": lambda office, _: office.staff is not None,
}


class Known(NamedTuple):
    """`state` is that of `state_key`, `seen` its first possible day, `fields` whether each of FIELDS is known."""

    state: str
    seen: date | None
    fields: tuple[bool, ...]

    @property
    def needs(self) -> tuple[bool, ...]:
        """Whether each of NEEDS is known."""
        return self.fields[: len(NEEDS)]


def known_of(office: Office, today: date) -> Known:
    """What is known of an office."""
    as_of = office.status.as_of
    fields = tuple(known(office, today) for known in FIELDS.values())
    return Known(state_key(office, today), as_of.first_day if as_of else None, fields)
