"""The page of one office: its card grown large, then place, services, projects, stories, and where all that is from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from maeul.hours.words import hours_lines, hours_source
from maeul.load.models import Office
from maeul.publish.json_ld import office_json_ld
from maeul.publish.vcard import office_vcard
from maeul.site.context import SiteContext
from maeul.site.near import Near
from maeul.site.page import Page
from maeul.site.sources import Ref, refs, source_views
from maeul.site.state import published
from maeul.site.story_card import story_card

CONTACT, QR = "card.vcf", "qr.svg"


class Fact(NamedTuple):
    """One line of facts: `text` is empty when it is not known; `unknown` then says so and what to do."""

    key: str
    label: str
    text: str
    unknown: str
    refs: Sequence[Ref]


class OfferView(NamedTuple):
    """A service at this office: what one gets in general, the office's own words, and how to ask."""

    key: str
    name: str
    path: str
    summary: str
    note: str
    ask: str


class ConflictView(NamedTuple):
    """What another source says of a field."""

    field: str
    says: str
    ref: int | None


def office_page(office: Office, site: SiteContext, near: Near) -> Page:
    """The page of an office; `near` are the nearest others."""
    words = site.words
    card, city = site.cards.of(office), site.directory.city[office.city]
    path = site.addresses.office(office.id)
    description = words(
        "office.description",
        name=office.name,
        place=card.place,
        state=card.state.label,
        seen=card.state.seen,
        phone=card.phone.number,
    )
    backed = refs(office.sources, words)
    view = {
        "card": card,
        "backup": site.cards.backup(office, card.state),
        "name_en": office.name_en,
        "aliases": office.aliases,
        "hours": hours_lines(office.hours, words),
        "hours_source": hours_source(published(office, "hours"), words) if office.hours else "",
        "hours_refs": backed["hours"],
        "status_refs": backed["status"],
        "facts": _facts(office, backed, site),
        "offers": tuple(_offers(office, site)),
        "offer_refs": backed["services"],
        "others": office.other_services,
        "other_refs": backed["other_services"],
        "projects": office.projects,
        "project_refs": backed["projects"],
        "stories": tuple(story_card(story, site) for story in site.directory.stories_of[office.id]),
        "sources": source_views(office.sources, words),
        "conflicts": tuple(_conflicts(office, site)),
        "near": tuple(site.cards.at(other, metres) for metres, other in near),
        "city_path": site.addresses.city(office.city),
        "contact": CONTACT,
        "qr": QR,
        "edit": site.edit_link(office.id),
        "report": site.report_link(office),
        "website": city.website.url if city.website else "",
        "city_phone": site.cards.contact(office),
        "trail": site.trail((card.city, site.addresses.city(office.city)), (office.name, path)),
    }
    beside = {CONTACT: office_vcard(office, card, site), QR: site.qr_codes.svg(f"{site.site_url}{path}")}
    return Page("office", path, office.name, description, view, office_json_ld(office, card, site), beside)


def _facts(office: Office, backed: Mapping[str, Sequence[Ref]], site: SiteContext) -> tuple[Fact, ...]:
    words = site.words
    texts = {
        "address": office.address,
        "building": office.building,
        "serves": ", ".join(office.serves),
        "opened": words.date(office.opened) if office.opened else "",
        "operator": office.operator,
        "staff": words("office.staff", count=office.staff) if office.staff else "",
    }
    always = ("address", "opened", "staff")
    return tuple(
        Fact(key, words(f"field.{key}"), text or "", words(f"unknown.{key}") if key in always else "", backed[key])
        for key, text in texts.items()
        if text or key in always
    )


def _offers(office: Office, site: SiteContext) -> Any:
    for entry in office.services:
        service = site.directory.service[entry.key]
        yield OfferView(
            service.key,
            service.name,
            site.addresses.service(service.key),
            service.summary,
            entry.note or "",
            service.ask,
        )


def _conflicts(office: Office, site: SiteContext) -> Any:
    numbers = {source.url: number for number, source in enumerate(office.sources, start=1)}
    for conflict in office.conflicts:
        yield ConflictView(site.words(f"field.{conflict.field}"), conflict.says, numbers.get(conflict.url or ""))
