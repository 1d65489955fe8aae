"""The files of open data, made from the real records."""

from __future__ import annotations

import pytest
from maeul.directory import Directory
from maeul.publish.rows import Rows
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.words import read_words
from small_project import ROOT

SITE_URL = "https://example.test/p/"


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
