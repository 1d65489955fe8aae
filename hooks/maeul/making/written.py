"""The pages in `content/` that are no stories: Markdown with front matter, read without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from maeul.directory import STORIES, STORIES_PAGES
from maeul.load.document import parse_document
from maeul.load.stories import front_matter
from maeul.site.context import SiteContext
from maeul.site.page import Page
from maeul.site.single import written_page

_EXTENSIONS = ("toc", "tables", "fenced_code")  # what MkDocs turns on by itself


def written_pages(root: Path, content: str, site: SiteContext) -> Iterator[Page]:
    """Each of them, in the order of their files. ValueError for one whose front matter can't be read."""
    for file in sorted((root / content).rglob("*.md")):
        name = file.relative_to(root / content).as_posix()
        if f"{content}/{PurePosixPath(name).parent}" != STORIES or file.name in STORIES_PAGES:
            yield _page(name, file.read_text("utf-8"), site)


def path_of(name: str) -> str:
    """Where a file of `content/` is on the site: `find/` for `find.md`, `data/` for `data/index.md`."""
    stem = name.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def _page(name: str, text: str, site: SiteContext) -> Page:
    head, body = front_matter(text) or ("", text)
    document, findings = parse_document(name, head, first_line=1)
    if document is None or not isinstance(document.data, dict):
        raise ValueError(f"{name}: {findings[0].message if findings else 'front matter'}")
    meta, path = document.data, site.addresses.page(path_of(name))
    prose = _prose(body, name, path, site)
    return written_page(
        meta.get("kind", "written"), path, meta.get("title", ""), meta.get("description", ""), prose, site
    )


def _prose(text: str, name: str, path: str, site: SiteContext) -> str:
    converter = Markdown(extensions=_EXTENSIONS)
    converter.treeprocessors.register(_Links(converter, name, path, site), "links", 0)
    return converter.convert(text)


class _Links(Treeprocessor):
    """Links between files of `content/` lead to the pages that they become, and pictures are found from there."""

    def __init__(self, converter: Markdown, name: str, path: str, site: SiteContext) -> None:
        super().__init__(converter)
        self.folder, self.path, self.site = PurePosixPath(name).parent, path, site

    def run(self, root: Element) -> None:
        """Change the addresses in place."""
        for link in root.iter("a"):
            target, hash_sign, part = link.get("href", "").partition("#")
            if target.endswith(".md") and "://" not in target:
                path = self.site.addresses.page(path_of(self._file(target)))
                link.set("href", f"{self._from_here(path)}/{hash_sign}{part}")
        for picture in root.iter("img"):
            picture.set("src", self._from_here(self._file(picture.get("src", ""))))

    def _file(self, target: str) -> str:
        """A file of `content/` as another one there names it."""
        return normpath(self.folder / target)

    def _from_here(self, path: str) -> str:
        """The way to a path of the site, without a slash at its end."""
        return relpath(path or ".", self.path or ".")
