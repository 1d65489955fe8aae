"""Stories: Markdown files with front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from maeul.load.decode import decode
from maeul.load.document import parse_document
from maeul.load.examples import example
from maeul.load.explain import type_name
from maeul.load.findings import Finding, finding
from maeul.load.models import STORY_STAND_INS, StoryFront
from maeul.load.rules.context import Context, Place
from maeul.load.rules.story import body_findings, story_findings
from maeul.load.slips import mend
from maeul.load.validate import faulty_fields, salvage, validate

_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n(.*))?\Z", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Story:
    """A story: its address under /stories/, its facts, and its text as Markdown."""

    slug: str
    file: str
    front: StoryFront
    body: str


class StoryRead(NamedTuple):
    """What a file held: a story with its place, None when its front matter has faults; what is wrong with it."""

    story: Story | None
    place: Place | None
    findings: list[Finding]


def front_matter(text: str) -> tuple[str, str] | None:
    """The YAML between two lines of dashes at the top of a text, and what comes after; None when there is none."""
    match = _FRONT.match(text.replace("\r\n", "\n"))
    return (match[1], match[2] or "") if match else None


def read_story(slug: str, file: str, raw: bytes, context: Context) -> StoryRead:
    """The story in a file's bytes."""
    text, findings = decode(file, raw)
    if text is None:
        return StoryRead(None, None, findings)
    parts = front_matter(text)
    if parts is None:
        return StoryRead(None, None, [finding("story-front", file, (1, 1))])
    head, body = parts
    head, slips = mend(file, head, first_line=1)
    document, findings = parse_document(file, head, first_line=1)
    if document is None:
        return StoryRead(None, None, [*slips, *findings])
    if not isinstance(document.data, dict):
        found = type_name(document.data)
        shape = finding(
            "file-shape",
            file,
            (2, 1),
            whole="정보 칸",
            expected="'항목: 값'의 묶음",
            found=found,
            example=example(StoryFront, "title"),
        )
        return StoryRead(None, None, [*slips, shape])
    subject = document.data.get("title")
    named = subject if isinstance(subject, str) else ""
    front, findings = validate(document, StoryFront, document.data, (), named)
    place = Place(document, (), named, faulty_fields(StoryFront, document.data, findings))
    checked = front or salvage(StoryFront, document.data, place.faulty, STORY_STAND_INS)
    findings += [*slips, *story_findings(checked, place, context)]
    first_line = head.count("\n") + 3
    findings += body_findings(checked, place, context, body, first_line)
    if not body.strip():
        findings.append(finding("story-empty", file, (first_line - 1, 1), (), place.subject))
    if front is None:
        return StoryRead(None, None, findings)
    return StoryRead(Story(slug, file, front, body), place, findings)
