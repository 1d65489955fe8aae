"""Stories: links to offices, services and fields that exist, and every figure with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maeul.load.findings import Finding, finding
from maeul.load.models import StoryFront
from maeul.load.rules.context import Context, Place, unknown_key
from maeul.load.rules.leaves import future_dates
from maeul.load.rules.sources import sources_without_date
from maeul.load.rules.texts import bad_links, persons_and_mobiles, texts

# Numbers that count something. Years, days, names of places and of things (신장1동, 119, 코로나19) do not.
_UNITS = (
    "건|명|곳|개|번|회|원|가구|세대|집|장|권|벌|점|편|마리|그루|포기|인분|상자|박스|봉지|세트|차례|통|병|팀"
    "|kg|㎏|톤|km|㎡|%|퍼센트"
)
_COUNT = re.compile(
    rf"(?<![0-9A-Za-z.,제])(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<more>\s?[만천백억](?:\s?[0-9][0-9,]*\s?[천백]?)?)?"
    rf"\s?(?:여\s?)?(?:{_UNITS})(?![0-9A-Za-z월])"
)
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def story_findings(story: StoryFront, place: Place, context: Context) -> Iterator[Finding]:
    """Everything wrong with the facts of one story."""
    links = (
        ("offices", "office-unknown", context.offices, "data/offices.yaml의 id"),
        ("services", "service-unknown", context.services, ""),
        ("policy_fields", "policy-field-unknown", context.policy_fields, ""),
    )
    for field, code, known, listed_in in links:
        if field not in place.faulty:
            for index, key in enumerate(getattr(story, field)):
                yield from unknown_key(code, key, known, place, field, index, listed_in=listed_in)
    urls = {source.url for source in story.sources}
    for index, figure in enumerate(story.figures):
        if figure.url not in urls and place.faulty.isdisjoint({"sources", "figures"}):
            yield place.finding("source-url", "figures", index, "url", found=figure.url)
    yield from sources_without_date(story, place)
    yield from future_dates(story, place, context.today)
    yield from texts(story, place, context)


def body_findings(story: StoryFront, place: Place, context: Context, body: str, first_line: int) -> Iterator[Finding]:
    """Everything wrong with the text of a story, which begins at `first_line` of its file."""
    figures = " ".join(f"{figure.value} {figure.what}" for figure in story.figures)
    for number, line in enumerate(body.split("\n"), first_line):
        faults = [*_faults(line, context), *(() if "figures" in place.faulty else _unsourced(line, _numbers(figures)))]
        for code, column, found in faults:
            at = (number, column + 1)
            yield finding(code, place.document.file, at, (), place.subject, key="본문", found=found)


def _faults(line: str, context: Context) -> Iterator[tuple[str, int, str]]:
    yield from persons_and_mobiles(line, context)
    yield from (("link-shape", column, found) for column, found in bad_links(line))


def _unsourced(line: str, sourced: set[str]) -> Iterator[tuple[str, int, str]]:
    for match in _COUNT.finditer(line):
        if not _numbers(match.group()) <= sourced:
            yield "figure-unsourced", match.start(), match.group()


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text.replace(",", "")))
