"""Offices, cities and stories as records of open data: what a map maker, a spreadsheet or a journalist wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from maeul.directory import Directory
from maeul.hours.words import hours_short
from maeul.load.models import City, Office, Source
from maeul.load.stories import Story
from maeul.site.addresses import Addresses
from maeul.words import Words


@dataclass(frozen=True)
class Rows:
    """Makes rows; what is not known is None, and `url` is a page of this site."""

    directory: Directory
    words: Words
    addresses: Addresses
    site_url: str

    def office(self, office: Office) -> dict[str, Any]:
        """The facts of an office by name."""
        city = self.directory.city[office.city]
        spot, hours, opened, status = office.location, office.hours, office.opened, office.status
        as_of = status.as_of
        return {
            "id": office.id,
            "name": office.name,
            "aliases": list(office.aliases),
            "name_en": office.name_en,
            "city": city.name,
            "city_key": city.key,
            "district": office.district,
            "dong": office.dong,
            "serves": list(office.serves),
            "address": office.address,
            "building": office.building,
            "lat": spot.lat if spot else None,
            "lon": spot.lon if spot else None,
            "precision": spot.precision if spot else None,
            "phone": office.phone,
            "phone_of": office.phone_of,
            "hours": hours_short(hours, self.words) if hours is not None else None,
            "services": [entry.key for entry in office.services],
            "other_services": list(office.other_services),
            "projects": [
                {"name": project.name, "what": project.what, "year": project.year, "service": project.service}
                for project in office.projects
            ],
            "opened": str(opened) if opened else None,
            "operator": office.operator,
            "staff": office.staff,
            "state": status.state,
            "as_of": str(as_of) if as_of else None,
            "url": f"{self.site_url}{self.addresses.office(office.id)}",
            "conflicts": [
                {"field": conflict.field, "says": conflict.says, "url": conflict.url} for conflict in office.conflicts
            ],
            "sources": [{**_source(source), "fields": list(source.fields)} for source in office.sources],
            "former_ids": list(office.former_ids),
        }

    def city(self, city: City) -> dict[str, Any]:
        """A city and the number of its offices known here."""
        return {
            "name": city.name,
            "name_en": city.name_en,
            "code": city.code,
            "offices": len(self.directory.offices_in[city.key]),
            "url": f"{self.site_url}{self.addresses.city(city.key)}",
        }

    def story(self, story: Story) -> dict[str, Any]:
        """A story with its text as Markdown, and for each figure and source what the record has of it."""
        front = story.front
        return {
            "slug": story.slug,
            "title": front.title,
            "summary": front.summary,
            "text": story.body.strip(),
            "year": front.year,
            "offices": list(front.offices),
            "cities": list(dict.fromkeys(self.directory.office[key].city for key in front.offices)),
            "services": list(front.services),
            "policy_fields": list(front.policy_fields),
            "figures": [
                {"value": figure.value, "what": figure.what, "year": figure.year, "source": figure.url}
                for figure in front.figures
            ],
            "url": f"{self.site_url}{self.addresses.story(story.slug)}",
            "sources": [_source(source) for source in front.sources],
        }


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """The row of an office for a table: of what has parts of its own, the part that stands for it.

    A project is its name, a doubt its field and what is said of it, a source its address; `source_dates` are the dates
    of the sources in the same order, empty where a page shows none.
    """
    return {
        **row,
        "projects": [project["name"] for project in row["projects"]],
        "conflicts": [f"{conflict['field']}: {conflict['says']}" for conflict in row["conflicts"]],
        "sources": [source["url"] for source in row["sources"]],
        "source_dates": [source["date"] or "" for source in row["sources"]],
    }


def _source(source: Source) -> dict[str, Any]:
    date = source.date
    return {"url": source.url, "publisher": source.publisher, "date": str(date) if date else None}
