"""A build from its data to its files, as the site generator around it calls for them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import jinja2

from maeul.directory import read_directory
from maeul.load.findings import Finding
from maeul.publish.holidays_file import HOLIDAYS, holidays_json
from maeul.publish.sitemap import robots_txt, sitemap_xml
from maeul.publish.sprite import SPRITE, sprite_svg
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.site.frame import cut
from maeul.site.pages import record_pages
from maeul.site.render import Renderer
from maeul.words import read_words

I18N = "data/i18n"
PICTOGRAMS = "overrides/assets/pictograms"


@dataclass
class Site:
    """One build: the records, the frames as they come from the theme, and the paths of pages already written."""

    root: Path
    context: SiteContext
    frames: dict[str, str] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    _renderer: Renderer | None = None

    def use(self, environment: jinja2.Environment) -> None:
        """Draw with the templates of this environment."""
        self._renderer = Renderer(environment, self.context)

    @property
    def renderer(self) -> Renderer:
        """What draws pages; there is one once the theme's templates are known."""
        if self._renderer is None:
            raise RuntimeError("Site.use has not been called")
        return self._renderer

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of every file that is not a page of the theme's making."""
        frames = {kind: cut(html) for kind, html in self.frames.items()}
        paths = sorted(self.paths)
        for page in record_pages(self.context):
            paths.append(page.path)
            yield page.file, frames[page.kind].fill(self.renderer.values(page))
        for download in self.context.downloads:
            yield download.path, download.data
        yield HOLIDAYS, holidays_json(self.context.directory.today)
        yield SPRITE, sprite_svg(self.root / PICTOGRAMS)
        yield "sitemap.xml", sitemap_xml(self.context.site_url, paths)
        yield "robots.txt", robots_txt(self.context.site_url)


def load_site(
    root: Path, today: date, language: str, site_url: str, repo_url: str
) -> tuple[Site | None, tuple[Finding, ...]]:
    """The site of a project folder in one language, or None when its data has errors; and all findings."""
    directory, findings = read_directory(root, today)
    if directory is None:
        return None, findings
    words = read_words(root / I18N, language)
    return Site(root, SiteContext(directory, words, Addresses(language), site_url, repo_url)), findings


class Output:
    """The folder of the built site. `beside` builds in a folder next to it, which takes its place when all went well."""

    def __init__(self, target: Path, *, beside: bool) -> None:
        self.target = target
        self.folder = target.with_name(f".{target.name}-new") if beside else target
        self._made: set[Path] = set()

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write files by their paths from the root of the site."""
        for name, data in files:
            path = self.folder / name
            if path.parent not in self._made:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._made.add(path.parent)
            path.write_bytes(data)

    def finish(self) -> None:
        """Put the new site in the place of the old one."""
        if self.folder == self.target:
            return
        old = self.target.with_name(f".{self.target.name}-old")
        shutil.rmtree(old, ignore_errors=True)
        if self.target.exists():
            self.target.rename(old)
        self.folder.rename(self.target)
        shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Remove what a failed build wrote; the old site stays."""
        if self.folder != self.target:
            shutil.rmtree(self.folder, ignore_errors=True)
