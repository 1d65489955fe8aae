"""Everything that one office must keep by itself: the table of its rules, and those about keys of vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from maeul.load.findings import Finding
from maeul.load.korean import particle
from maeul.load.models import Office
from maeul.load.rules.context import Context, Place, unknown_key
from maeul.load.rules.hours import hours_breaks, hours_exceptions, hours_order, hours_overlap
from maeul.load.rules.leaves import future_dates
from maeul.load.rules.names import office_in_latin
from maeul.load.rules.phones import office_area
from maeul.load.rules.sources import (
    conflict_urls,
    facts_without_source,
    sources_without_date,
    sources_without_fact,
    status_newer_than_sources,
    status_older_than_sources,
)
from maeul.load.rules.texts import texts
from maeul.load.rules.whereabouts import address_elsewhere, position
from maeul.load.suggest import advice

_Rule = Callable[[Office, Place, Context], Iterable[Finding]]


def office_findings(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    """Everything wrong with one office, other offices aside; rules that look at a faulty field are left out."""
    misplaced = list(_id(office, place, context)) if place.faulty.isdisjoint({"id", "city"}) else []
    if misplaced:  # nothing of the record fits a city that is not its own
        yield from misplaced
        place = place._replace(faulty=place.faulty | {"city"})
    for fields, rule in _RULES:
        if not place.faulty or place.faulty.isdisjoint(fields):
            yield from rule(office, place, context)


def _city(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    keys, listed = context.city_keys, "data/cities.yaml의 key"
    yield from unknown_key("city-unknown", office.city, keys, place, "city", listed_in=listed, names=context.city_names)


def _id(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    """An id of another city than the record's. Ids stay for ever, so the city is thought to be the wrong one."""
    keys = context.city_keys or ()
    if office.city not in keys or office.id.startswith(f"{office.city}-"):
        return
    own = next((key for key in keys if office.id.startswith(f"{key}-")), None)
    if own is None:
        hint = f"'{office.city}-…' 모양의 id를 쓰거나, 'city:' 값을 바로잡으세요."
        yield place.finding("id-city", "id", found=office.id, city=office.city, advice=hint)
    else:
        hint = f"'city: {own}'{particle(own, '으로')} 고치고, 새 기록이면 id를 '{office.city}-…'처럼 쓰세요."
        yield place.finding("id-city", "city", found=office.id, city=office.city, advice=hint)


def _district(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    city = context.cities.get(office.city)
    if city is not None and office.district is not None and office.district not in city.districts:
        hint = advice(office.district, city.districts) if city.districts else "'district:' 줄을 지우세요."
        yield place.finding("district-unknown", "district", found=office.district, city=city.name, advice=hint)


def _dong(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    yield from _unknown_dong(office.dong, office, place, context, "dong")


def _serves(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    for index, dong in enumerate(office.serves):
        yield from _unknown_dong(dong, office, place, context, "serves", index)


def _unknown_dong(dong: str, office: Office, place: Place, context: Context, *steps: str | int) -> Iterator[Finding]:
    city = context.cities.get(office.city)
    names = context.gazetteer.names_by_city.get(office.city)
    if city is not None and names is not None and dong not in names:
        hint = advice(dong, sorted(names), listed_in=f"data/geo/dongs.csv의 {office.city} 줄")
        yield place.finding("dong-unknown", *steps, found=dong, city=city.name, advice=hint)


def _services(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, service in enumerate(office.services):
        at, names = ("services", index, "key"), context.service_names
        yield from unknown_key("service-unknown", service.key, context.services, place, *at, names=names)
        if service.key in seen:
            yield place.finding("service-duplicate", "services", index, "key", found=service.key)
        seen.add(service.key)


def _projects(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    for index, project in enumerate(office.projects):
        if project.service is not None:
            at, names = ("projects", index, "service"), context.service_names
            yield from unknown_key("service-unknown", project.service, context.services, place, *at, names=names)


def _dates(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    days = [office.opened, office.status.as_of, *(source.date for source in office.sources)]
    days += [exception.date for exception in office.exceptions]
    if all(day is None or day.year < context.today.year for day in days):
        return
    may_open_later = office.status.state == "planned" or "status" in place.faulty
    ahead = [("exceptions",), *([("opened",)] if may_open_later else [])]
    yield from future_dates(office, place, context.today, ahead)


def _rule(fields: str, rule: _Rule) -> tuple[frozenset[str], _Rule]:
    return frozenset(fields.split()), rule


# Each rule of an office and the fields that it cannot do without.
_RULES: Sequence[tuple[frozenset[str], _Rule]] = (
    _rule("city", _city),
    _rule("city district", _district),
    _rule("city dong", _dong),
    _rule("city serves", _serves),
    _rule("city address", address_elsewhere),
    _rule("city location", position),
    _rule("city phone", office_area),
    _rule("name dong serves name_en", office_in_latin),
    _rule("hours", hours_order),
    _rule("hours", hours_breaks),
    _rule("hours", hours_overlap),
    _rule("exceptions", hours_exceptions),
    _rule("services", _services),
    _rule("projects", _projects),
    _rule("sources conflicts", conflict_urls),
    _rule("sources", facts_without_source),
    _rule("sources", sources_without_fact),
    _rule("sources", sources_without_date),
    _rule("sources status", status_newer_than_sources),
    _rule("sources status", status_older_than_sources),
    _rule("", _dates),
    _rule("", texts),
)
