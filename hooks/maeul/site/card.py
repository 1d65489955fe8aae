"""The office card: the same few facts about an office wherever it is shown."""

from __future__ import annotations

from typing import NamedTuple

from maeul.directory import Directory
from maeul.hours.portable import hours_data
from maeul.hours.words import hours_labelled
from maeul.load.models import City, Location, Office
from maeul.site.addresses import Addresses, geo_link, geo_search, kakao_map, kakao_search, naver_search, phone_link
from maeul.site.state import StateView, confirmed, published, state_view
from maeul.words import Words

REMEMBERED = 20_000  # cards; those of a hundred thousand offices do not fit into memory beside their records
PROVINCE = "031-120"  # the province's call centre, given where a city's number is not known


class PhoneView(NamedTuple):
    """A number to call: `link` dials it, `whose` says whom one reaches when it is not the office itself.

    `unsure` is whether it is the province's call centre, which is not known to tell of the programme.
    """

    number: str
    link: str
    whose: str
    own: bool
    unsure: bool = False


class LinkView(NamedTuple):
    """A link with its words."""

    key: str
    href: str
    text: str


class ServiceView(NamedTuple):
    """A service in a list: `note` is the office's own words for it."""

    key: str
    name: str
    path: str
    note: str = ""


class OfficeCard(NamedTuple):
    """What every list and map shows of an office; today's line is told from `hours_data` and `confirmed`."""

    id: str
    path: str
    name: str
    city_key: str
    city: str
    place: str
    address: str
    state: StateView
    hours: str
    hours_data: str
    confirmed: str
    phone: PhoneView
    directions: tuple[LinkView, ...]
    services: tuple[ServiceView, ...]
    location: Location | None
    position_note: str

    @property
    def service_keys(self) -> str:
        """The keys of its services, for scripts."""
        return " ".join([service.key for service in self.services])


class NearCard(NamedTuple):
    """The card of an office and how far away it is, in words."""

    card: OfficeCard
    distance: str


class Cards:
    """Makes the cards of offices, and remembers those asked for last: neighbours are shown on each other's pages."""

    def __init__(self, directory: Directory, words: Words, addresses: Addresses) -> None:
        self.directory = directory
        self.words = words
        self.addresses = addresses
        self._made: dict[str, OfficeCard] = {}
        self._services = {
            service.key: ServiceView(service.key, service.name, addresses.service(service.key))
            for service in directory.services
        }

    def of(self, office: Office) -> OfficeCard:
        """The card of an office."""
        if office.id not in self._made:
            if len(self._made) >= REMEMBERED:
                self._made.clear()
            self._made[office.id] = self._make(office)
        return self._made[office.id]

    def at(self, office: Office, metres: float) -> NearCard:
        """The card of an office some metres away; the distance is rounded to what the office's position allows."""
        return NearCard(self.of(office), distance_words(metres, office, self.words))

    def _make(self, office: Office) -> OfficeCard:
        city = self.directory.city[office.city]
        place = " ".join(part for part in (city.name, office.district, office.dong) if part)
        state = state_view(office, self.directory.today, self.words)
        return OfficeCard(
            id=office.id,
            path=self.addresses.office(office.id),
            name=office.name,
            city_key=city.key,
            city=city.name,
            place=place,
            address=office.address or "",
            state=state,
            hours=hours_labelled(office.hours, published(office, "hours"), self.words),
            hours_data=hours_data(office),
            confirmed=str(confirmed(office, self.directory.today) or ""),
            phone=self.phone(office),
            directions=self._directions(office, place),
            services=tuple(
                ServiceView(*self._services[entry.key][:3], entry.note) if entry.note else self._services[entry.key]
                for entry in office.services
            ),
            location=office.location,
            position_note=self.words(f"precision.{office.location.precision}")
            if office.location
            else self.words("precision.none"),
        )

    def phone(self, office: Office) -> PhoneView:
        """The office's own number, or the city's, or the province's call centre."""
        if office.phone:
            whose = office.phone_of or self.words("phone.own")
            return PhoneView(office.phone, phone_link(office.phone), whose, own=office.phone_of is None)
        return self.contact(office)

    def backup(self, office: Office, state: StateView) -> PhoneView | None:
        """The city's number beside an office's own, when nobody has seen the office of late."""
        if office.phone is None or state.key == "open":
            return None
        return self.contact(office)

    def contact(self, office: Office) -> PhoneView:
        """The number of the office's city, or the province's call centre."""
        return contact_view(self.directory.city[office.city])

    def _directions(self, office: Office, place: str) -> tuple[LinkView, ...]:
        """Ways to the point of the office, or a search for its address where only its dong is known."""
        point = office.point
        query = office.address or f"{place} {office.building or ''}".strip()
        if point:
            kakao, own = kakao_map(office.name, point.lat, point.lon), geo_link(point.lat, point.lon, office.name)
        else:
            kakao, own = kakao_search(query), geo_search(query)
        return (
            LinkView("kakao", kakao, self.words("directions.kakao")),
            LinkView("naver", naver_search(query), self.words("directions.naver")),
            LinkView("geo", own, self.words("directions.app")),
        )


def contact_view(city: City) -> PhoneView:
    """Whom to call about the offices of a city."""
    number = city.contact.phone
    return PhoneView(number, phone_link(number), city.contact.name, own=False, unsure=number == PROVINCE)


def distance_words(metres: float, office: Office, words: Words) -> str:
    """A distance as exact as the position: hundreds of metres for a building, kilometres from the middle of a dong."""
    if office.point is None:
        return words("distance.dong", km=max(1, round(metres / 1000)))
    if metres < 950:
        return words("distance.metres", metres=max(100, round(metres / 100) * 100))
    return words("distance.km", km=f"{metres / 1000:.1f}" if metres < 9_950 else round(metres / 1000))
