"""The records, typed and frozen: what each field holds. Shapes only; how records fit together is in `rules`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictFloat, StrictInt

from maeul.hours.model import Hours, HoursException
from maeul.load.values import Code, Id, Phone, Text, Url, When, WhenOrUnknown

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
    "projects",
    "opened",
    "operator",
    "staff",
    "status",
)
# Further fields that a source may back.
BACKED_FIELDS = Literal[
    "name", "dong", "district", "serves", "address", "building", "location", "phone", "phone_of", "hours", "services",
    "projects", "opened", "operator", "staff", "status",
]  # fmt: skip


class Record(BaseModel):
    """Base of all records: frozen, and a key that is not a field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Source(Record):
    """Where a fact was read: page, publisher, date of publication where the page shows one."""

    url: Url
    publisher: Text
    date: When | None = None


class FieldSource(Source):
    """A source of an office and the fields that it backs."""

    fields: Annotated[tuple[BACKED_FIELDS, ...], Field(min_length=1)]


class Location(Record):
    """WGS84 degrees. `precision`: building within 60 m, road within 300 m, dong only the middle of the 읍·면·동."""

    lat: Annotated[StrictFloat, Field(ge=33, le=39)]
    lon: Annotated[StrictFloat, Field(ge=124, le=132)]
    precision: Precision


class OfferedService(Record):
    """A service the office gives; `note` is the office's own words for it."""

    key: Text
    note: Text | None = None


class Project(Record):
    """A project of the office's own (지역특색사업)."""

    name: Text
    what: Text | None = None
    year: Year | None = None


class Status(Record):
    """The state of an office, and the date of the newest source that saw it so; None when no source is dated."""

    state: State
    as_of: WhenOrUnknown


class Conflict(Record):
    """What another source says of a field, or a doubt that a reader must know."""

    field: BACKED_FIELDS
    says: Text
    url: Url | None = None


def _service(value: Any) -> Any:
    return {"key": value} if isinstance(value, str) else value


class Office(Record):
    """One 행복마을관리소. See `data/offices.yaml` and the table of fields in CONTRIBUTING.md."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    name_en: Text
    city: Text
    district: Text | None = None
    dong: Text
    serves: tuple[Text, ...] = ()
    address: Text | None = None
    building: Text | None = None
    location: Location | None = None
    phone: Phone | None = None
    phone_of: Text | None = None
    hours: Hours
    exceptions: tuple[HoursException, ...] = ()
    services: tuple[Annotated[OfferedService, BeforeValidator(_service)], ...] = ()
    projects: tuple[Project, ...] = ()
    opened: When | None = None
    operator: Text | None = None
    staff: Annotated[StrictInt, Field(ge=1, le=200)] | None = None
    status: Status
    sources: Annotated[tuple[FieldSource, ...], Field(min_length=1)]
    conflicts: tuple[Conflict, ...] = ()


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


class Told(Record):
    """Something said of the programme; `sources` are keys of the file's own list of sources."""

    sources: Annotated[tuple[Text, ...], Field(min_length=1)]


class Statement(Told):
    """A sentence or more, dated where it speaks of a day."""

    text: Text
    date: When | None = None


class Milestone(Told):
    """A step in the story of the years."""

    date: When
    title: Text
    text: Text


class OfficeCount(Told):
    """How many offices there were, or were to be, at a time; `event` counts those that took part in a showcase."""

    as_of: When
    offices: Count
    cities: Count | None = None
    kind: Literal["running", "planned", "event"]
    note: Text | None = None


class Result(Told):
    """A result of a period: `approx` when the source rounds; `charted` when it counts the whole province."""

    period: Text
    year: Year
    what: Text
    value: Annotated[StrictInt | StrictFloat, Field(ge=0)]
    unit: Text
    approx: StrictBool = False
    charted: StrictBool = False


class PolicyField(Told):
    """A field of policy that the programme is linked with."""

    key: Text
    name: Text
    partners: tuple[Text, ...] = ()
    what: Text | None = None


class Jobs(Told):
    """Jobs that the programme made, at a time."""

    as_of: When
    jobs: Count
    note: Text | None = None


class Named(Told):
    """A statement under a name: a model of staffing, an operator, a law, a department."""

    name: Text
    text: Text | None = None
    date: When | None = None
    period: Text | None = None


class BudgetYear(Told):
    """Money of a year, in won."""

    year: Year
    won: Count
    note: Text | None = None


class Budget(Record):
    """Who pays, how much an office costs, and the years."""

    share: Statement
    per_office: Statement
    years: tuple[BudgetYear, ...]


class Award(Told):
    """A prize that the programme won."""

    year: Year
    name: Text
    detail: Text | None = None


class ShowcasePlace(Record):
    """Offices that won one rank of prize; `office_ids` where they are offices of ours."""

    award: Text
    names: tuple[Text, ...]
    office_ids: tuple[Text, ...] = ()


class Showcase(Told):
    """A yearly event where offices show their work."""

    year: Year
    date: When | None = None
    offices: Count | None = None
    text: Text | None = None
    places: tuple[ShowcasePlace, ...] = ()


class Commendation(Statement):
    """A commendation and the offices that it names."""

    office_ids: tuple[Text, ...] = ()


class OneToOne(Statement):
    """The services for one household at a time, and how good cases are shared."""

    items: tuple[Text, ...] = ()
    sharing: Text | None = None


class ProgrammeName(Record):
    """What the programme is called."""

    ko: Text
    variants: tuple[Text, ...] = ()
    en_seen: tuple[Statement, ...] = ()


class Programme(Record):
    """What is known of the programme as a whole. `official`: whether a public body runs this site."""

    official: StrictBool
    name: ProgrammeName
    sources: dict[str, Source]
    what: Statement
    story_of_years: tuple[Milestone, ...]
    counts: tuple[OfficeCount, ...]
    count_conflicts: tuple[Statement, ...] = ()
    results: tuple[Result, ...]
    policy_fields: tuple[PolicyField, ...]
    policy_rule: Statement
    jobs: tuple[Jobs, ...] = ()
    staffing: tuple[Named, ...] = ()
    operators: tuple[Named, ...] = ()
    hours_custom: Statement
    budget: Budget
    awards: tuple[Award, ...] = ()
    showcases: tuple[Showcase, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    legal: tuple[Named, ...] = ()
    who_runs: tuple[Named, ...] = ()
    spread: tuple[Statement, ...] = ()
    one_to_one: OneToOne
    recent: tuple[Statement, ...] = ()
    discussion: tuple[Statement, ...] = ()
    unknown: tuple[Text, ...] = ()
