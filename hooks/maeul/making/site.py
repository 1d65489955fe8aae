"""A build from its data to its files, as the site generator around it calls for them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import jinja2

from maeul.directory import OFFICES
from maeul.kept.digests import digest, digest_of_code, digest_of_files
from maeul.kept.memory import ALONE, Memory
from maeul.kept.pages import KeptPages, Note, pages_in
from maeul.kept.shards import hand_over
from maeul.kept.standing import Look, standing
from maeul.kept.templates import KeptTemplates
from maeul.load.findings import Finding
from maeul.making.output import Output
from maeul.making.record_pages import RecordPages
from maeul.making.shard import Shard
from maeul.publish.download import Download
from maeul.publish.feed import atom_feed
from maeul.publish.sitemap import robots_txt, sitemap_files
from maeul.publish.sprite import SPRITE, sprite_svg
from maeul.reader import read_directory
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.site.frame import Frame, cut
from maeul.site.page import Page
from maeul.site.plans import Plan, Plans
from maeul.site.render import Renderer
from maeul.words import Words, languages_in, read_words
from maeul.workers import Ahead, workers_for

I18N = "data/i18n"
TEMPLATES = "overrides"
PICTOGRAMS = "overrides/assets/pictograms"
CACHE = ".cache/maeul"
COMPILED = "templates"
_RECORD = 1_000  # bytes; an office's record seldom has fewer


@dataclass
class Site:
    """One build: the records, the frames as they come from the theme, and the paths of pages already written.

    `look` tells which files of finished pages stand in the cache.
    """

    root: Path
    context: SiteContext
    look: Look | None = None
    memory: Memory = ALONE
    frames: dict[str, str] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    _renderer: Renderer | None = None
    _plans: Sequence[Plan] = ()
    _records: RecordPages | None = None

    def use(self, environment: jinja2.Environment) -> None:
        """Draw with the templates of this environment. Compiled ones are kept; words stand in those of frames, too."""
        self._renderer = Renderer(environment, self.context)
        if self.context.kept_in is not None:
            folder, made_from = self.context.kept_in / COMPILED, digest(digest_of_code(), repr(self.context.words.tree))
            environment.bytecode_cache = KeptTemplates(folder / "theme", made_from)
            self._renderer.environment.bytecode_cache = KeptTemplates(folder / "ours", made_from)

    @property
    def renderer(self) -> Renderer:
        """What draws pages; there is one once the theme's templates are known."""
        if self._renderer is None:
            raise RuntimeError("Site.use has not been called")
        return self._renderer

    def begin(self, shard: Shard | None = None) -> None:
        """Begin with the pages of records, or those of a shard, once all frames are there."""
        self._plans = list(Plans(self.context))
        plans = shard.part(self._plans) if shard else self._plans
        self._records = RecordPages(plans, self._kept_pages(), self._draw, self._ready)

    def write(self, output: Output) -> None:
        """Write everything that is not a page of the theme's making, drawing only what is not kept."""
        pages = self.records.pages
        placed: dict[str, tuple[Note, list[str]]] = self.memory.recall("placed", self._made_from, dict)
        notes = pages.notes()
        for name in self.records:
            last, files = placed.get(name, (None, []))
            if last is notes[name]:
                output.keep(files)
                continue
            for file, kept, inode in pages.files(name):
                output.link(f"{name}/{file}", kept, inode)
            if self.memory.lasting:
                placed[name] = (notes[name], [f"{name}/{file}" for file, _, _ in notes[name][1]])
        pages.finish()
        self.write_files(output, [*sorted(self.paths), *(plan.path for plan in self._plans if plan.listed)])

    def keep(self) -> None:
        """Keep the finished pages of a shard, for the build that writes the site to take; nothing else is written."""
        for _ in self.records:
            pass
        self.records.pages.finish()
        hand_over(self.records.pages)

    def break_off(self) -> None:
        """Let all that works for this build come to its end."""
        self.context.end_files()
        if self._records is not None:
            self._records.end()

    @property
    def records(self) -> RecordPages:
        """The pages of records; there are some once they have begun."""
        if self._records is None:
            raise RuntimeError("Site.begin has not been called")
        return self._records

    def _kept_pages(self) -> KeptPages:
        folder = cache_folder(self.root, self.context.words.language)
        pages = self.memory.recall("pages", self._made_from, lambda: KeptPages(folder, self._made_from, self.look))
        pages.begin()
        return pages

    def _ready(self) -> None:
        """Take what copies of this process have made for all that draw: it is given to one asker."""
        _ = self.context.near_ids, self.context.qr_codes

    def _draw(self, page: Page) -> bytes:
        return self._cut[page.kind].fill(self.renderer.values(page))

    def write_files(self, output: Output, paths: Sequence[str]) -> None:
        """Write every file that is no page; `paths` are those of all pages, in the order of the sitemap."""
        last: dict[str, Download] = self.memory.recall("linked", None, dict)
        for download in self.context.downloads:
            if last.get(download.path) is download:
                output.keep([download.path])
            else:
                output.link(download.path, os.fspath(download.file))
        self.memory.remember("linked", None, {download.path: download for download in self.context.downloads})
        output.write(self.context.addresses.feed(), atom_feed(self.context))
        output.write(SPRITE, sprite_svg(self.root / PICTOGRAMS))
        output.write("robots.txt", robots_txt(self.context.site_url))
        for name, data in (*sitemap_files(self.context.site_url, paths), *self.context.search_files):
            output.write(name, data)

    @cached_property
    def _cut(self) -> dict[str, Frame]:
        return {kind: cut(html) for kind, html in self.frames.items()}

    @cached_property
    def _made_from(self) -> bytes:
        """What all pages of records are made with, besides the records that each of them shows."""
        files = [path for path in (self.root / "data").rglob("*") if path.is_file() and path != self.root / OFFICES]
        files += (self.root / TEMPLATES).rglob("*.html")
        around = (self.context.site_url, self.context.repo_url)
        frames = [piece for kind in sorted(self._cut) for piece in self._cut[kind].pieces]
        return digest(digest_of_code(), digest_of_files(files), *around, *frames)


def load_site(
    root: Path,
    today: date,
    language: str,
    site_url: str,
    repo_url: str,
    tiles: Mapping[str, str] | None = None,
    memory: Memory = ALONE,
) -> tuple[Site | None, tuple[Finding, ...]]:
    """The site of a project folder in one language, or None when its data has errors; and all findings."""
    cache = cache_folder(root, language)
    look = Ahead(lambda: standing(pages_in(cache)), at_once=is_large(root))
    directory, findings = read_directory(root, today, kept_in=cache, memory=memory)
    if directory is None:
        return None, findings
    words = read_words(root / I18N, language)
    languages = _languages(root / I18N, words)
    addresses = (Addresses(language), site_url, repo_url, tiles)
    context = SiteContext(directory, words, *addresses, languages, cache, memory)
    return Site(root, context, look.result, memory), findings


def is_large(root: Path) -> bool:
    """Whether a project has so many records that copies of this process pay, told before they are read."""
    try:
        return workers_for((root / OFFICES).stat().st_size // _RECORD) > 1
    except OSError:
        return False


def _languages(folder: Path, own: Words) -> tuple[Words, ...]:
    """The words of all languages of a folder, the own ones first."""
    return own, *(read_words(folder, code) for code in languages_in(folder) if code != own.language)


def cache_folder(root: Path, language: str) -> Path:
    """Where things in a language are kept from build to build."""
    return cache(root) / language


def cache(root: Path) -> Path:
    """Where things are kept from build to build; MAEUL_CACHE names another place."""
    return Path(os.environ.get("MAEUL_CACHE", root / CACHE))
