"""The directory in Open Referral's Human Services Data Specification, HSDS 3.1.

The programme has the services, the cities have the offices, each office is a location, and what it offers links the
two. What is not known is not there; only `postal_code`, which HSDS demands of an address and no source gives, is empty.
Days on which other hours hold have no place in HSDS, and neither has a doubt: hours are there when office and source
are of the last year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from maeul.directory import Directory
from maeul.hours.model import DAY, Span
from maeul.hours.words import digits, hours_lines
from maeul.load.models import City, OfferedService, Office, Service, Source
from maeul.publish.ids import permanent_id
from maeul.site.addresses import Addresses
from maeul.site.state import is_current
from maeul.words import Words

Item = dict[str, Any]

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFFSET = "+09:00"  # a time has its own; the field `timezone` is a number of hours and of no use
_PROGRAMME = "programme"
_NOT_OPEN = {"closed", "moved", "planned"}


@dataclass(frozen=True)
class Hsds:
    """Makes the objects of HSDS from the records, with their fields in its words."""

    directory: Directory
    words: Words
    addresses: Addresses
    site_url: str

    def organizations(self) -> list[Item]:
        """The programme and the cities."""
        programme = self.directory.programme
        first = {
            "id": permanent_id(_PROGRAMME),
            "name": programme.name.ko,
            "alternate_name": ", ".join(programme.name.variants),
            "description": programme.what.text,
            "attributes": _sources(_PROGRAMME, (programme.sources[key] for key in programme.what.sources)),
        }
        return [first, *map(self._city, self.directory.cities)]

    def services(self) -> list[Item]:
        """What one can ask for."""
        return [self._service(service) for service in self.directory.services]

    def offers(self, office: Office) -> list[Item]:
        """What an office gives, as `service_at_location`; the description is the office's own words for it."""
        name = f"office/{office.id}"
        location = permanent_id(name)
        return [_offer(name, location, offered) for offered in office.services]

    def location(self, office: Office) -> Item:
        """An office. A position that is only the dong's is left out; the description names the dong."""
        name = f"office/{office.id}"
        place = " ".join(filter(None, (self.directory.city[office.city].name, office.district, office.dong)))
        item: Item = {
            "id": permanent_id(name),
            "location_type": "physical",
            "organization_id": permanent_id(f"city/{office.city}"),
            "name": office.name,
            "alternate_name": ", ".join((*office.aliases, office.name_en)),
            "description": ", ".join(filter(None, (place, office.building))),
            "external_identifier": office.id,
            "external_identifier_type": f"{self.site_url}{self.addresses.page('offices/')}",
            "attributes": [_state(name, office), *_sources(name, office.sources)],
        }
        if point := office.point:
            item |= {"latitude": point.lat, "longitude": point.lon}
            item["attributes"].append(_attribute(f"{name}/precision", "precision", point.precision))
        if address := office.address:
            item["addresses"] = [self._address(name, office, address)]
        if phone := office.phone:
            item["phones"] = [_phone(name, phone, office.phone_of)]
        if office.hours and is_current(office, "hours", self.directory.today):
            item["schedules"] = list(self._schedules(name, office.hours))
        return item

    def _city(self, city: City) -> Item:
        name = f"city/{city.key}"
        item: Item = {
            "id": permanent_id(name),
            "name": city.name,
            "alternate_name": city.name_en,
            "description": self.words("hsds.city", city=city.name),
            "phones": [_phone(name, city.contact.phone, city.contact.name)],
            "attributes": _sources(name, city.contact.sources),
        }
        return {**item, "website": city.website.url} if city.website else item

    def _service(self, service: Service) -> Item:
        """A service is only called inactive when all offices that gave it are known not to be open."""
        name = f"service/{service.key}"
        offices = self.directory.offices_offering[service.key]
        given = not offices or any(office.status.state not in _NOT_OPEN for office in offices)
        return {
            "id": permanent_id(name),
            "organization_id": permanent_id(_PROGRAMME),
            "name": service.name,
            "description": " ".join(filter(None, (service.summary, service.limits))),
            "application_process": " ".join(filter(None, (service.ask, service.bring))),
            "status": "active" if given else "inactive",
            "url": f"{self.site_url}{self.addresses.service(service.key)}",
            "attributes": _sources(name, service.sources),
        }

    def _address(self, of: str, office: Office, published: str) -> Item:
        return {
            "id": permanent_id(f"{of}/address"),
            "address_1": published,
            **({"address_2": office.building} if office.building else {}),
            "city": self.directory.city[office.city].name,
            "state_province": self.words("site.region"),
            "postal_code": "",
            "country": "KR",
            "address_type": "physical",
        }

    def _schedules(self, of: str, hours: tuple[Span, ...]) -> Iterator[Item]:
        """Entries for each span of the hours, with all that is known of it in words."""
        for number, (span, line) in enumerate(zip(hours, hours_lines(hours, self.words), strict=True), start=1):
            for part, times in enumerate(_times(span), start=1):
                yield {"id": permanent_id(f"{of}/hours/{number}/{part}"), **times, "description": line}


CONTENTS = "contents"


def one_page(count: int) -> Item:
    """What the API of HSDS says of a list of so many objects that has one page; `contents`, which follows, has them."""
    numbers = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count}
    return {**numbers, "first_page": True, "last_page": True, "empty": not count}


def _offer(of: str, location: str, offered: OfferedService) -> Item:
    key, note = offered.key, offered.note
    item = {
        "id": permanent_id(f"{of}/service/{key}"),
        "service_id": permanent_id(f"service/{key}"),
        "location_id": location,
    }
    return {**item, "description": note} if note else item


def _phone(of: str, number: str, whose: str | None) -> Item:
    item = {"id": permanent_id(f"{of}/phone"), "number": number, "type": "voice"}
    return {**item, "description": whose} if whose else item


def _state(of: str, office: Office) -> Item:
    """The state of an office and the day that it was seen so."""
    as_of = office.status.as_of
    return _attribute(f"{of}/state", "state", office.status.state, str(as_of) if as_of else "")


def _sources(of: str, sources: Iterable[Source]) -> list[Item]:
    """Where all that was read: address, publisher and date."""
    return [_source(f"{of}/source/{number}", source) for number, source in enumerate(sources, start=1)]


def _source(name: str, source: Source) -> Item:
    publisher, date = source.publisher, source.date
    return _attribute(name, "source", source.url, f"{publisher}, {date}" if date else publisher)


def _attribute(name: str, kind: str, value: str, label: str = "") -> Item:
    item = {"id": permanent_id(name), "link_type": kind, "value": value}
    if label:
        item["label"] = label
    return item


def _times(span: Span) -> Iterator[Item]:
    """Each time of opening between breaks. Hours of one season have no fields, which would be those of the year."""
    if span.season is not None:
        yield {}
        return
    for start, end in span.pieces:
        days = sorted((day + start // DAY) % 7 for day in span.days.weekdays or ())
        weekly = {"freq": "WEEKLY", "byday": ",".join(_DAYS[day] for day in days)} if days else {}
        yield {**weekly, "opens_at": _time(start), "closes_at": _time(end)}


def _time(minutes: int) -> str:
    """A time of day; midnight at its end is 00:00 of the next."""
    return f"{digits(minutes % DAY)}{_OFFSET}"
