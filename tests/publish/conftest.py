"""The files of open data, made from the real records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from maeul.directory import Directory
from maeul.kept.pieces import KeptPieces
from maeul.load.models import FieldSource, Office
from maeul.publish.catalogue import downloads
from maeul.publish.download import Download
from maeul.publish.pieces import OfficePieces, Pieces
from maeul.publish.rows import Rows
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.words import read_words
from small_project import ROOT

SITE_URL = "https://example.test/p/"
Publish = Callable[..., tuple[Download, ...]]
Sourced = Callable[..., tuple[FieldSource, ...]]


@pytest.fixture(scope="session")
def site(real: Directory, tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    words = read_words(ROOT / "data" / "i18n", "ko")
    return SiteContext(real, words, Addresses(), SITE_URL, kept_in=tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="session")
def rows(site: SiteContext) -> Rows:
    return Rows(site.directory, site.words, site.addresses, site.site_url)


@pytest.fixture(scope="session")
def publish(site: SiteContext, tmp_path_factory: pytest.TempPathFactory) -> Publish:
    """Writes the files of open data of some offices."""

    def make(offices: tuple[Office, ...], *, by_city: bool = False) -> tuple[Download, ...]:
        folder = tmp_path_factory.mktemp("published")
        directory = replace(site.directory, offices=offices, stories=(), digests={})
        pieces = Pieces(directory, site.words, site.addresses, site.site_url)
        return downloads(OfficePieces(pieces, KeptPieces(folder, pieces.made_from)), folder / "files", by_city=by_city)

    return make


@pytest.fixture(scope="session")
def files(site: SiteContext) -> dict[str, bytes]:
    """The bytes of every file of open data, by path."""
    return {download.path: download.file.read_bytes() for download in site.downloads}


@pytest.fixture(scope="session")
def published() -> Sourced:
    """Makes sources of these dates that back state, hours and phone of an office."""

    def make(*dates: str) -> tuple[FieldSource, ...]:
        page = {"url": "https://example.com/1", "publisher": "수원시", "fields": ["status", "hours", "phone"]}
        return tuple(FieldSource.model_validate({**page, "date": day}) for day in dates)

    return make
