"""An office as a contact for the telephone's own address book: vCard 4.0 (RFC 6350)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maeul.hours.words import hours_lines, hours_source
from maeul.load.models import Office
from maeul.publish.ids import permanent_id
from maeul.site.card import OfficeCard
from maeul.site.context import SiteContext
from maeul.site.state import published

_LINE = 75  # octets in a line, without its end
# What stands for a character in a value, and in a parameter (RFC 6868); the first is put in before the others bring it.
_IN_VALUE = (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n"), ("\r", ""))
_IN_PARAMETER = (("^", "^^"), ('"', "^'"), ("\n", "^n"), ("\r", ""))


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
    return b"".join(_folded(line.encode()) for line in lines)


def _address(office: Office, card: OfficeCard, site: SiteContext) -> Iterator[str]:
    """The address as published, and in its parts where it begins with province and city."""
    if office.address is None:
        return
    published = (office.address, office.building) if office.building else (office.address,)
    region, city = site.words("site.region"), card.city
    street = office.address.removeprefix(f"{region} {city} ")
    if street == office.address:
        region = city = ""
    label = _put(", ".join(published), _IN_PARAMETER)
    streets = ",".join(map(_text, (street, *published[1:])))
    yield f'ADR;LABEL="{label}":;;{streets};{_text(city)};{_text(region)};;'


def _contact(office: Office) -> Iterator[str]:
    if office.phone:
        yield f"TEL;TYPE=work:{office.phone}"
    if office.point:
        yield f"GEO:geo:{office.point.lat},{office.point.lon}"


def _notes(office: Office, card: OfficeCard, site: SiteContext) -> Iterator[str]:
    """What the page says beside these facts: state and its date, hours, whom one reaches, how exact the position is."""
    words, phone = site.words, card.phone
    yield card.state.sentence
    lines = hours_lines(office.hours, words)
    source = hours_source(published(office, "hours"), words)
    yield words("vcard.hours", source=source, hours=", ".join(lines)) if office.hours else lines[0]
    if office.phone is None:
        yield words("vcard.no_phone", whose=phone.whose, number=phone.number)
    elif not phone.own:
        yield words("phone.reaches", whose=phone.whose)
    if backup := site.cards.backup(office, card.state):
        yield f"{words('phone.backup', whose=backup.whose)} {backup.number}"
    if office.address is None:
        yield words("vcard.no_address", place=", ".join(filter(None, (card.place, office.building))))
    if office.point is None:
        yield words("vcard.no_point")
    elif office.point.precision != "building":
        yield card.position_note


def _revision(office: Office) -> Iterator[str]:
    """The newest day of which the record tells."""
    dates = [source.date for source in office.sources if source.date]
    if office.status.as_of:
        dates.append(office.status.as_of)
    if dates:
        yield f"REV:{max(dates).first_day:%Y%m%d}T000000Z"


def _text(value: str) -> str:
    return _put(value, _IN_VALUE)


def _put(value: str, instead: Iterable[tuple[str, str]]) -> str:
    for char, text in instead:
        value = value.replace(char, text)
    return value


def _folded(line: bytes) -> bytes:
    """A line with its end, cut between characters where it is too long; what goes on begins with a space."""
    if len(line) <= _LINE:
        return line + b"\r\n"
    parts = []
    room = _LINE
    while len(line) > room:
        end = room
        while line[end] & 0xC0 == 0x80:  # inside a character of UTF-8
            end -= 1
        parts.append(line[:end])
        line, room = line[end:], _LINE - 1
    return b"\r\n ".join([*parts, line]) + b"\r\n"
