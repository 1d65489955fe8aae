"""What only a look at all records together tells, at the day, or at the published site. A build has no need of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from maeul.load.files import Files
from maeul.load.findings import Finding, finding, has_errors
from maeul.load.rules.ages import ages
from maeul.load.rules.alike import alike
from maeul.load.rules.source_dates import differing_dates
from maeul.load.rules.vanished import PublishedError, published_offices, vanished
from maeul.load.rules.vocabulary import unused_services
from maeul.reader import Reading


def review(reading: Reading, today: date) -> Iterator[Finding]:
    """Offices that look alike, those not confirmed for long, pages with two dates, and keys that nothing uses."""
    offices = reading.offices.records
    lists = (*reading.cities.records, *reading.services.records, *offices)
    yield from alike(offices)
    yield from differing_dates([*lists, *reading.others])
    yield from ages(offices, today)
    if not has_errors(reading.findings):  # a record that cannot be read may use any key
        used = {service.key for office, _ in offices for service in office.services}
        used |= {key for story in reading.stories for key in story.front.services}
        yield from unused_services(reading.services.records, used)


def missing_since(published: str, root: Path, reading: Reading, file: str) -> Iterator[Finding]:
    """Ids in `published`, the `offices.json` of the published site, that the records in `file` no longer know."""
    files = Files(root)
    raw = files.bytes_of(published)
    yield from files.findings
    if raw is None or reading.offices.keys is None:
        return
    try:
        names = published_offices(raw)
    except PublishedError:
        yield finding("published-shape", published, (1, 1))
    else:
        yield from vanished(names, reading.offices.records, reading.offices.keys, file)
