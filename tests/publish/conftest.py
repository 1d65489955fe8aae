"""The files of open data, made from the real records."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from maeul.directory import Directory
from maeul.load.models import FieldSource
from maeul.publish.rows import Rows
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.words import read_words
from small_project import ROOT

SITE_URL = "https://example.test/p/"
Sourced = Callable[..., tuple[FieldSource, ...]]


@pytest.fixture(scope="session")
def site(real: Directory) -> SiteContext:
    return SiteContext(real, read_words(ROOT / "data" / "i18n", "ko"), Addresses(), SITE_URL)


@pytest.fixture(scope="session")
def rows(site: SiteContext) -> Rows:
    return Rows(site.directory, site.words, site.addresses, site.site_url)


@pytest.fixture(scope="session")
def files(site: SiteContext) -> dict[str, bytes]:
    """The bytes of every file of open data, by path."""
    return {download.path: download.data for download in site.downloads}


@pytest.fixture(scope="session")
def published() -> Sourced:
    """Makes sources of these dates that back state, hours and phone of an office."""

    def make(*dates: str) -> tuple[FieldSource, ...]:
        page = {"url": "https://example.com/1", "publisher": "수원시", "fields": ["status", "hours", "phone"]}
        return tuple(FieldSource.model_validate({**page, "date": day}) for day in dates)

    return make
