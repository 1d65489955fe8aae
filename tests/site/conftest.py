"""The site's site over the real records, and ways to make an office that no record is like."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from maeul.directory import Directory
from maeul.load.models import Office
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.words import Words, read_words
from small_project import ROOT


@pytest.fixture(scope="session")
def words() -> Words:
    return read_words(ROOT / "data" / "i18n", "ko")


@pytest.fixture(scope="session")
def site(real: Directory, words: Words, tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    site_url, repo_url, kept_in = (
        "https://example.test/p/",
        "https://code.example/maeul/",
        tmp_path_factory.mktemp("kept"),
    )
    return SiteContext(real, words, Addresses(), site_url, repo_url, kept_in=kept_in)


@pytest.fixture(scope="session")
def changed(site: SiteContext) -> Callable[..., SiteContext]:
    """The site with these offices in place of the records."""

    def change(offices: Iterable[Office]) -> SiteContext:
        return replace(site, directory=replace(site.directory, offices=tuple(offices), stories=()))

    return change


@pytest.fixture(scope="session")
def an_office(real: Directory) -> Callable[..., Office]:
    """The first record with other values; values are given as in the data file."""

    def make(**values: Any) -> Office:
        return Office.model_validate({**_plain(real.offices[0]), **values})

    return make


def _plain(office: Office) -> dict[str, Any]:
    return {
        "id": office.id,
        "name": office.name,
        "name_en": office.name_en,
        "city": office.city,
        "dong": office.dong,
        "hours": "모름",
        "status": {"state": "open", "as_of": "2026-01-05"},
        "sources": [{"url": "https://example.com/1", "publisher": "수원시", "fields": ["status"]}],
    }
