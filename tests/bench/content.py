"""What the office pages of a project say, as plain values, so that every generator is given the same text."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from maeul.clock import today_in_seoul
from maeul.load.values import PartialDate
from maeul.reader import read_directory
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.site.office_page import CONTACT
from maeul.site.page import Page
from maeul.site.plans import RECORD_KINDS, Plans
from maeul.site.render import Renderer
from maeul.words import Words, read_words
from pydantic import BaseModel

_TAG = re.compile(r"<[^>]+>")
LANGUAGE = "ko"
I18N = "data/i18n"


@dataclass(frozen=True)
class Content:
    """One office page: where it is, its head, the values that its template draws, and the text of its contact file."""

    path: str
    title: str
    description: str
    json_ld: Any
    view: dict[str, Any]
    vcard: str

    @property
    def slug(self) -> str:
        """The last part of its path."""
        return self.path.strip("/").rsplit("/", 1)[-1]


@dataclass(frozen=True)
class Contents:
    """The words of the interface, the office pages one after another, and the text of the other pages of records."""

    words: Words
    site_name: str
    site_url: str
    pages: Iterator[Content]
    others: Iterator[list[str]]


def read_contents(project: Path) -> Contents:
    """The office pages of a sound project, as its own build would show them; addresses as in its environment."""
    directory, findings = read_directory(project, today_in_seoul())
    if directory is None:
        raise ValueError(f"{project}: {findings[0].message}")
    words = read_words(project / I18N, LANGUAGE)
    site_url, repo_url = os.environ["SITE_URL"], os.environ["REPO_URL"]
    site = SiteContext(directory, words, Addresses(LANGUAGE), site_url, repo_url)
    offices = f"{RECORD_KINDS['office']}/"
    pages = (_content(plan.outline().make()) for plan in Plans(site) if plan.path.startswith(offices))
    draw = Renderer(Environment(loader=FileSystemLoader(project / "overrides")), site)
    others = (
        _paragraphs(draw.values(plan.outline().make())) for plan in Plans(site) if not plan.path.startswith(offices)
    )
    return Contents(words, words("site.name"), site_url, pages, others)


def _paragraphs(values: Mapping[str, str]) -> list[str]:
    """The title and the text of a page without its markup, a paragraph for each piece of text."""
    pieces = (unescape(piece).strip() for piece in _TAG.split(values["content"]))
    return [values["title"], *(piece for piece in pieces if piece)]


def _content(page: Page) -> Content:
    vcard = page.beside[CONTACT].decode()
    return Content(page.path, page.title, page.description, plain(page.json_ld), plain(page.view), vcard)


def plain(value: Any) -> Any:
    """A value of ours as JSON knows it."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if dataclasses.is_dataclass(value):
        return {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value
