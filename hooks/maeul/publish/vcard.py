"""An office as a contact for the telephone's own address book: vCard 4.0 (RFC 6350)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from maeul.hours.words import hours_lines, hours_source
from maeul.load.models import Office
from maeul.publish.ids import permanent_id
from maeul.site.card import OfficeCard
from maeul.site.context import SiteContext
from maeul.site.state import published

_LINE = 75  # octets in a line, without its end
_PIECE = re.compile(rb".{1,74}(?![\x80-\xbf])", re.DOTALL)  # of a line beside one octet, not cut inside a character
_BY_DAY = attrgetter("year", "month", "day")


def office_vcard(office: Office, card: OfficeCard, site: SiteContext) -> bytes:
    """The card of an office. What is not known is left out, or said in its note."""
    url = f"{site.site_url}{card.path}"
    name = _text(office.name)
    identifier = permanent_id(f"office/{office.id}")
    categories = (site.words("vcard.category"), *(service.name for service in card.services))
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        f"UID:urn:uuid:{identifier}",
        f"FN:{name}",
        f"ORG:{name}",
        *_address(office, card, site),
        *_contact(office),
        f"URL:{url}",
        f"CATEGORIES:{','.join(map(_text, categories))}",
        f"NOTE:{_text(chr(10).join(_notes(office, card, site)))}",
        *_revision(office),
        "END:VCARD",
    ]
    return b"".join([_folded(line.encode()) for line in lines])


def _address(office: Office, card: OfficeCard, site: SiteContext) -> Iterator[str]:
    """The address as published, and in its parts where it begins with province and city."""
    if office.address is None:
        return
    published = (office.address, office.building) if office.building else (office.address,)
    region, city = site.words("site.region"), card.city
    street = office.address.removeprefix(f"{region} {city} ")
    if street == office.address:
        region = city = ""
    label = _parameter(", ".join(published))
    streets = ",".join(map(_text, (street, *published[1:])))
    yield f'ADR;LABEL="{label}":;;{streets};{_text(city)};{_text(region)};;'


def _contact(office: Office) -> Iterator[str]:
    if office.phone:
        yield f"TEL;TYPE=work:{office.phone}"
    if office.point:
        yield f"GEO:geo:{office.point.lat},{office.point.lon}"


def _notes(office: Office, card: OfficeCard, site: SiteContext) -> Iterator[str]:
    """What the page says beside these facts: state and its date, hours, whom one reaches, how exact the position is."""
    words, phone, hours, point = site.words, card.phone, office.hours, office.point
    yield card.state.sentence
    lines = hours_lines(hours, words)
    if hours:
        yield words("vcard.hours", source=hours_source(published(office, "hours"), words), hours=", ".join(lines))
    else:
        yield lines[0]
    if office.phone is None:
        yield words("vcard.no_phone", whose=phone.whose, number=phone.number)
    elif not phone.own:
        yield words("phone.reaches", whose=phone.whose)
    if backup := site.cards.backup(office, card.state):
        yield f"{words('phone.backup', whose=backup.whose)} {backup.number}"
    if office.address is None:
        yield words("vcard.no_address", place=", ".join(filter(None, (card.place, office.building))))
    if point is None:
        yield words("vcard.no_point")
    elif point.precision != "building":
        yield card.position_note


def _revision(office: Office) -> Iterator[str]:
    """The newest day of which the record tells."""
    dates = (office.status.as_of, *(source.date for source in office.sources))
    newest = max(filter(None, dates), key=_BY_DAY, default=None)
    if newest:
        yield f"REV:{newest.first_day.isoformat().replace('-', '')}T000000Z"


def _text(value: str) -> str:
    """What stands for a text in a value; the backslash is put in before the others bring it."""
    return value.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n").replace("\r", "")


def _parameter(value: str) -> str:
    """What stands for a text in a parameter (RFC 6868)."""
    return value.replace("^", "^^").replace('"', "^'").replace("\n", "^n").replace("\r", "")


def _folded(line: bytes) -> bytes:
    """A property with its end, cut between characters where it is too long; what goes on begins with a space."""
    if len(line) > _LINE:  # the first letter of its name takes the room that the space takes later
        line = line[:1] + b"\r\n ".join(_PIECE.findall(line, 1))
    return line + b"\r\n"
