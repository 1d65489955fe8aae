"""What is known of the programme as a whole, typed and frozen: `data/programme.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictFloat, StrictInt

from maeul.load.models import Count, Source, Year
from maeul.load.record import Record
from maeul.load.values import Text, When


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
    """How many offices there were, or were to be, at a time; `event` is the number told at a showcase."""

    as_of: When
    offices: Count
    cities: Count | None = None
    kind: Literal["running", "planned", "event"]
    note: Text | None = None


class Result(Told):
    """A result of a period: `approx` when the source rounds; `charted` when it counts the province over a year at most.

    Sums over several years are not charted: beside single years their bars would mislead.
    """

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
