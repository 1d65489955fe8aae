"""What every page is made with: the records, the words, the addresses, and things worked out once for all pages."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from maeul.directory import OFFICES, Directory
from maeul.kept.memory import ALONE, Memory
from maeul.kept.pieces import KeptPieces, RememberedPieces
from maeul.load.models import Office
from maeul.load.values import PartialDate
from maeul.places.nearest import Grid
from maeul.publish.catalogue import downloads
from maeul.publish.download import Download
from maeul.publish.pieces import OfficePieces, Pieces
from maeul.publish.qr import QrCodes
from maeul.publish.search_files import search_files
from maeul.site.addresses import Addresses, issue_form
from maeul.site.card import Cards
from maeul.site.known import Known, known_of
from maeul.site.near import Near, NearIds, is_near_others, near_ids, spots_of
from maeul.words import Words
from maeul.workers import Ahead, Aside, workers_for

DOWNLOADS = "downloads"
MANY = 600  # offices; a table of 10,000 rows takes a phone nine seconds
Trail = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SiteContext:
    """`site_url` ends in a slash; `repo_url` is the project's page on its code host, "" when there is none.

    `tiles` names a server of map tiles by url, host and attribution, when visitors are to be offered one. `languages`
    are the words of all languages that the site has, this one among them. `kept_in` is the folder of what is kept
    from build to build; without one there are no files of open data.
    """

    directory: Directory
    words: Words
    addresses: Addresses
    site_url: str = ""
    repo_url: str = ""
    tiles: Mapping[str, str] | None = None
    languages: tuple[Words, ...] = ()
    kept_in: Path | None = None
    memory: Memory = ALONE

    @cached_property
    def cards(self) -> Cards:
        """The cards of offices."""
        return Cards(self.directory, self.words, self.addresses)

    @property
    def qr_codes(self) -> QrCodes:
        """The codes of addresses."""
        return self._for_pages[1]

    @cached_property
    def grid(self) -> Grid[Office]:
        """Offices by place, for finding the nearest."""
        return Grid(
            (office.location.lat, office.location.lon, office)
            for office in self.directory.offices
            if office.location is not None and is_near_others(office)
        )

    def near(self, office: Office) -> Near:
        """The nearest others of an office; none when it has no position."""
        others = self.directory.office
        return tuple((metres, others[key]) for metres, key in self.near_ids.get(office.id, ()))

    @cached_property
    def near_ids(self) -> NearIds:
        """The nearest others of each office that has a position."""
        return self._for_pages[0]

    @cached_property
    def _for_pages(self) -> tuple[NearIds, QrCodes]:
        return self._made_for_pages.result()

    @cached_property
    def _made_for_pages(self) -> Ahead[tuple[NearIds, QrCodes]]:
        """What pages need of all offices; of codes, when there are many to draw, segno's part."""

        def make() -> tuple[NearIds, QrCodes]:
            spots = spots_of(self.directory)
            found = partial(near_ids, self.directory, spots, lambda: self.grid, self.kept_in)
            codes = self._known_codes() if self._much_to_do else QrCodes()
            return self.memory.recall("near", spots, found), codes

        return Ahead(make, at_once=self._much_to_do)

    def begin_files(self) -> None:
        """Let copies of this process, if there are to be some, begin with the large files and with what pages need."""
        if self._much_to_do and self._office_pieces is not None:
            self._office_pieces.begin(workers_for(len(self._office_pieces.missing)))
        _ = self._made_for_pages, self._search_files, self._downloads

    def end_files(self) -> None:
        """Let a thread that writes files come to its end, for a build that is broken off."""
        coming = vars(self).get("_downloads")
        if isinstance(coming, Aside):
            coming.wait()

    @cached_property
    def downloads(self) -> tuple[Download, ...]:
        """The files of open data."""
        return self._downloads.result()

    @cached_property
    def _downloads(self) -> Ahead[tuple[Download, ...]] | Aside[tuple[Download, ...]]:
        """Where copies of this process make the pieces, another one puts them together."""
        if self.kept_in is None or self._office_pieces is None:
            return Ahead(tuple, at_once=False)
        offices, folder = self._office_pieces, self.kept_in / DOWNLOADS

        def work() -> tuple[Download, ...]:
            return downloads(offices, folder, by_city=self.many, memory=self.memory)

        if self.memory.lasting and threading.active_count() > 1:
            return Aside(work)
        return Ahead(work, at_once=workers_for(len(self.directory.offices)) > 1 and not self.memory.lasting)

    @cached_property
    def _office_pieces(self) -> OfficePieces | None:
        if self.kept_in is None:
            return None
        pieces = Pieces(self.directory, self.words, self.addresses, self.site_url)
        kept = RememberedPieces if self.memory.lasting else KeptPieces
        return OfficePieces(
            pieces, self.memory.recall("pieces", pieces.made_from, partial(kept, self.kept_in, pieces.made_from))
        )

    @cached_property
    def _much_to_do(self) -> bool:
        """Whether so many offices have changed since the last build that copies of this process share them."""
        return self._office_pieces is not None and workers_for(len(self._office_pieces.missing)) > 1

    def _known_codes(self) -> QrCodes:
        codes = QrCodes()
        for office in self.directory.offices:
            codes.code(f"{self.site_url}{self.addresses.office(office.id)}".encode())
        return codes

    @cached_property
    def search_files(self) -> tuple[tuple[str, bytes], ...]:
        """The files that the finder reads, by their paths."""
        return self._search_files.result()

    @cached_property
    def _search_files(self) -> Ahead[tuple[tuple[str, bytes], ...]]:
        at_once = workers_for(len(self.directory.offices)) > 1 and not self.memory.lasting
        return Ahead(lambda: tuple(search_files(self.directory, self.memory)), at_once=at_once)

    @cached_property
    def known(self) -> Mapping[str, Known]:
        """What is known of each office, by id."""
        directory, today = self.directory, self.directory.today
        offices = zip(directory.keys, directory.offices, strict=True)
        found = self.memory.each("known", today, offices, partial(known_of, today=today))
        return dict(zip(directory.office, found, strict=True))

    @property
    def many(self) -> bool:
        """Whether there are too many offices for one page to list them all; lists then lead on to the cities."""
        return len(self.directory.offices) > MANY

    @property
    def day(self) -> str:
        """The day of the build in words."""
        today = self.directory.today
        return self.words.date(PartialDate(today.year, today.month, today.day))

    def trail(self, *steps: tuple[str, str]) -> Trail:
        """The way from the home page to a page, as names and paths."""
        return ((self.words("nav.home"), self.addresses.page("")), *steps)

    def edit_link(self, office_id: str) -> str:
        """The line of an office's record on the code host, where it can be read and mended."""
        return (
            f"{self.repo_url.rstrip('/')}/blob/main/{OFFICES}#L{self.directory.lines[office_id]}"
            if self.repo_url
            else ""
        )

    def report_link(self, office: Office) -> str:
        """The form in which somebody without git tells what is wrong with an office's record."""
        title = self.words("office.report_title", name=office.name)
        answers = {"title": title, "id": office.id, "name": office.name}
        return issue_form(self.repo_url, "office", **answers) if self.repo_url else ""

    @property
    def contact_link(self) -> str:
        """The form in which anybody tells what is wrong with the site itself; "" when there is no project page."""
        return issue_form(self.repo_url, "site") if self.repo_url else ""

    def file_link(self, file: str) -> str:
        """A file of the project on the code host."""
        return f"{self.repo_url.rstrip('/')}/blob/main/{file}" if self.repo_url else ""
