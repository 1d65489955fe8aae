"""The records, typed and frozen: what each field holds. Shapes only; how records fit together is in `rules`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictFloat, StrictInt, model_validator

from maeul.hours.model import Hours, HoursException
from maeul.load.record import Record
from maeul.load.values import Code, Fact, Id, Phone, Text, Url, When, WhenOrUnknown, refusal

State = Literal["open", "closed", "moved", "planned", "unconfirmed"]
Precision = Literal["building", "road", "dong"]
Count = Annotated[StrictInt, Field(ge=0, le=100_000_000_000)]
Year = Annotated[StrictInt, Field(ge=1900, le=2100)]

# Fields of an office that state a fact which somebody must have published: each needs a source that names it.
SOURCED_FIELDS = (
    "serves",
    "address",
    "building",
    "phone",
    "hours",
    "services",
    "other_services",
    "projects",
    "opened",
    "operator",
    "staff",
    "status",
)
# Fields of which another source may say otherwise.
FACT_FIELDS = Literal[
    "name", "dong", "district", "serves", "address", "building", "location", "phone", "phone_of", "hours", "services",
    "other_services", "projects", "opened", "operator", "staff", "status",
]  # fmt: skip
# What a source may back: a field, or only what the record's `conflicts` say of it.
BACKED_FIELDS = Literal[FACT_FIELDS, "conflicts"]


class Source(Record):
    """Where a fact was read: page, publisher, date of publication, None (모름) where the page shows none."""

    url: Url
    publisher: Text
    date: WhenOrUnknown | None = None


class FieldSource(Source):
    """A source of an office and the fields that it backs."""

    fields: Annotated[tuple[BACKED_FIELDS, ...], Field(min_length=1)]


class Location(Record):
    """WGS84 degrees. `precision`: building within 60 m, road within 300 m, dong only the middle of the 읍·면·동."""

    lat: Annotated[StrictFloat, Field(ge=33, le=39)]
    lon: Annotated[StrictFloat, Field(ge=124, le=132)]
    precision: Precision

    @model_validator(mode="before")
    @classmethod
    def _lies_in_the_country(cls, value: Any) -> Any:
        if isinstance(value, dict):
            lat, lon = value.get("lat"), value.get("lon")
            if isinstance(lat, float) and isinstance(lon, float) and 124 <= lat <= 132 and 33 <= lon <= 39:
                raise refusal("position-swapped")
        return value


class OfferedService(Record):
    """A service the office gives; `note` is the office's own words for it."""

    key: Text
    note: Text | None = None


class Project(Record):
    """A project of the office's own (지역특색사업); `service` is the kind of service that it was."""

    name: Text
    what: Text | None = None
    year: Year | None = None
    service: Text | None = None


class Status(Record):
    """The state of an office, and the date of the newest source that saw it so; None when no source is dated."""

    state: State
    as_of: WhenOrUnknown


class Conflict(Record):
    """What another source says of a field, or a doubt that a reader must know."""

    field: FACT_FIELDS
    says: Text
    url: Url | None = None


def _service(value: Any) -> Any:
    return {"key": value} if isinstance(value, str) else value


class Office(Record):
    """One 행복마을관리소. See `data/offices.yaml` and the table of fields in CONTRIBUTING.md.

    `former_ids` are ids that it had before: their pages lead on to its own. `other_services` is what the office does
    besides the kinds of services.yaml, in the words of its sources.
    """

    id: Id
    former_ids: tuple[Id, ...] = ()
    name: Text
    aliases: tuple[Text, ...] = ()
    name_en: Text
    city: Text
    district: Fact | None = None
    dong: Text
    serves: tuple[Text, ...] = ()
    address: Fact | None = None
    building: Fact | None = None
    location: Location | None = None
    phone: Phone | None = None
    phone_of: Fact | None = None
    hours: Hours
    exceptions: tuple[HoursException, ...] = ()
    services: tuple[Annotated[OfferedService, BeforeValidator(_service)], ...] = ()
    other_services: tuple[Text, ...] = ()
    projects: tuple[Project, ...] = ()
    opened: When | None = None
    operator: Fact | None = None
    staff: Annotated[StrictInt, Field(ge=1, le=200)] | None = None
    status: Status
    sources: Annotated[tuple[FieldSource, ...], Field(min_length=1)]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def point(self) -> Location | None:
        """Where the office itself is; None when only the middle of its dong is known, which nobody should be led to."""
        return self.location if self.location and self.location.precision != "dong" else None


# Values for the required fields of an office that has faults in them, while its other fields are checked; never shown.
OFFICE_STAND_INS = {
    "id": "id-1",
    "name": "관리소",
    "name_en": "Office",
    "city": "id",
    "dong": "동",
    "hours": "모름",
    "status": {"state": "unconfirmed", "as_of": "모름"},
    "sources": [{"url": "https://www.gg.go.kr/", "publisher": "경기도", "fields": ["status"]}],
}


class Contact(Record):
    """Whom to call about a city's offices when an office has no number of its own."""

    name: Text
    phone: Phone
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Website(Record):
    """A city's own site."""

    url: Url
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Desk(Record):
    """The team of the city hall that looks after its offices."""

    name: Text
    phone: Phone | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class City(Record):
    """One of the 31 시·군; `code` is the administrative code of five digits."""

    key: Text
    code: Code
    name: Text
    name_en: Text
    districts: tuple[Text, ...] = ()
    contact: Contact
    website: Website | None = None
    desk: Desk | None = None


class Service(Record):
    """A kind of service: what a resident gets, how to ask, what to bring, limits; `words` are what people call it."""

    key: Text
    name: Text
    summary: Text
    ask: Text
    bring: Text | None = None
    limits: Text | None = None
    words: tuple[Text, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Figure(Record):
    """A number in a story, what it counts, its year, and the source that gives it."""

    value: Text
    what: Text
    year: Year | None = None
    url: Url


class StoryFront(Record):
    """The front matter of a story."""

    title: Text
    summary: Text
    offices: Annotated[tuple[Text, ...], Field(min_length=1)]
    services: tuple[Text, ...] = ()
    policy_fields: tuple[Text, ...] = ()
    year: Year | None = None
    figures: tuple[Figure, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


STORY_STAND_INS = {
    "title": "이야기",
    "summary": "이야기",
    "offices": ["id-1"],
    "sources": [{"url": "https://www.gg.go.kr/", "publisher": "경기도"}],
}
