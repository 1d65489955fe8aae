"""A page as its parts, and the links of a built site that lead nowhere: case counts, all is under its base."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

Attributes = dict[str, str]

ADDRESSES = ("href", "src", "action", "data", "poster")
ELSEWHERE = ("tel", "geo", "mailto", "data")


class Html(HTMLParser):
    """The elements of a page with their attributes, and the text inside those of one name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self._open: list[tuple[str, list[str]]] = []
        self._drawing = False
        self._texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._drawing = self._drawing or tag == "svg"
        if tag in ("title", "h1", "script", "style") and not self._drawing:
            self._open.append((tag, []))

    def handle_data(self, data: str) -> None:
        for _, parts in self._open:
            parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._drawing = self._drawing and tag != "svg"
        if self._open and self._open[-1][0] == tag:
            name, parts = self._open.pop()
            self._texts.setdefault(name, []).append("".join(parts))

    def all(self, tag: str) -> list[Attributes]:
        """The attributes of every element of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def texts(self, tag: str) -> list[str]:
        """The text of every title, h1, script or style outside drawings."""
        return [text.strip() for text in self._texts.get(tag, [])]

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @cached_property
    def addresses(self) -> list[str]:
        """Every address that the page names."""
        return [value for _, attributes in self.elements for name, value in attributes.items() if name in ADDRESSES]


@dataclass
class Site:
    """A built site as a server under `url` (with a slash at its end) gives it."""

    folder: Path
    url: str
    pages: dict[str, Html] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        self.pages = {
            name: Html((self.folder / name).read_text("utf-8")) for name in self.files if name.endswith(".html")
        }

    def broken(self) -> Iterator[str]:
        """Every address on a page that is of this site's host and leads to nothing."""
        for name, page in sorted(self.pages.items()):
            here = urljoin(self.url, name.removesuffix("index.html"))
            yield from (f"{name}: {address}" for address in page.addresses if not self._leads(urljoin(here, address)))

    def _leads(self, address: str) -> bool:
        parts, base = urlsplit(address), urlsplit(self.url)
        if parts.scheme in ELSEWHERE or (parts.scheme in ("http", "https") and parts.netloc != base.netloc):
            return True
        if parts.scheme != base.scheme or not parts.path.startswith(base.path):
            return False
        path = unquote(parts.path.removeprefix(base.path))
        file = f"{path}index.html" if path == "" or path.endswith("/") else path
        return file in self.files and (not parts.fragment or unquote(parts.fragment) in self._ids(file))

    def _ids(self, file: str) -> set[str]:
        if file.endswith(".svg"):
            return {part.attrib.get("id", "") for part in ElementTree.parse(self.folder / file).iter()}
        return set(self.pages[file].ids) if file in self.pages else set()
