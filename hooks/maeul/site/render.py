"""Pages to HTML: each page's own part, drawn by the template of its kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property, lru_cache, partial
from typing import Any

import jinja2
from markupsafe import Markup

from maeul.site.card import REMEMBERED, OfficeCard
from maeul.site.context import SiteContext
from maeul.site.drawing import breakable, draw, drawing
from maeul.site.languages import language_links
from maeul.site.page import Page


class Renderer:
    """Draws pages with the templates of an environment, which is put beside the theme's own with escaping on."""

    def __init__(self, environment: jinja2.Environment, site: SiteContext) -> None:
        self.site = site
        self.environment = drawing(environment)
        self._cards: dict[tuple[str, str], Markup] = {}
        self.environment.filters["t"] = site.words
        self.environment.filters["breakable"] = breakable
        self.environment.globals["icon"] = cache(self._icon)
        self.environment.globals["remembered"] = lru_cache(maxsize=REMEMBERED)(_drawn)

    def values(self, page: Page, root: str | None = None) -> dict[str, str]:
        """What goes into the slots of the page's frame. `root`, when given, replaces the relative way to the root."""
        root = root or page.root
        links = language_links(page.path, self.site)
        base = {
            "page": page,
            "root": root,
            "url": self.url(page),
            "card_html": partial(self._card, root),
            **self._paths,
        }
        return {
            "title": page.title,
            "description": page.description,
            "canonical": f"{self.site.site_url}{page.leads_to or page.path}",
            "head": self._draw("parts/head.html", base),
            "languages": self._draw("parts/languages.html", {"links": links, **base}) if links else "",
            "content": self._draw(f"kinds/{page.kind}.html", {**page.view, **base}),
        }

    def url(self, page: Page) -> str:
        """The full address of a page."""
        return f"{self.site.site_url}{page.path}"

    def frame(self, kind: str, root: str) -> dict[str, Any]:
        """What the frame itself shows on pages of a kind: navigation, and who runs the site."""
        words = self.site.words
        active = _ACTIVE.get(kind, "")
        return {
            "root": root,
            "home": self.site.addresses.page(""),
            "feed": self.site.addresses.feed(),
            "nav": self._entries(_NAV),
            "more": self._entries(_MORE),
            "active": active,
            "exact": kind == active,
            "official": self.site.directory.programme.official,
            "settings": {"root": root, "words": {part: words.tree[part] for part in _SCRIPT_WORDS}},
        }

    def _entries(self, keys: tuple[str, ...]) -> list[dict[str, str]]:
        return [
            {"key": key, "name": self.site.words(f"nav.{key}"), "path": self.site.addresses.page(f"{key}/")}
            for key in keys
        ]

    def _icon(self, name: str, root: str) -> Markup:
        """A pictogram as seen from pages with this way to the root; a page has a dozen, all of them a few dozen."""
        return Markup(self._draw("parts/icon.html", {"name": name, "root": root}).rstrip())

    def _card(self, root: str, card: OfficeCard) -> Markup:
        """The card of an office as seen from a page with this way to the root. Drawn once, shown on many pages."""
        drawn = self._cards.get((root, card.id))
        if drawn is None:
            if len(self._cards) >= REMEMBERED:
                self._cards.clear()
            drawn = Markup(self._draw("parts/card.html", {"card": card, "root": root}))
            self._cards[root, card.id] = drawn
        return drawn

    @cached_property
    def _paths(self) -> dict[str, str]:
        addresses = self.site.addresses
        keys = ("find", "map", "offices", "services", "stories", "programme")
        return {
            **{f"{key}_path": addresses.page(f"{key}/") for key in keys},
            "casebook_path": addresses.casebook(),
            "coverage_path": addresses.page("data/coverage/"),
            "editing_path": addresses.page("data/editing/"),
            "feed_path": addresses.feed(),
            "locale": self.site.words("language.locale"),
        }

    def _draw(self, template: str, values: dict[str, Any]) -> str:
        return draw(self.environment, template, values)


def _drawn(macro: Callable[..., Markup], *values: Any) -> Markup:
    """What a macro draws of values; for what many pages show, such as services and states, it is remembered."""
    return macro(*values)


_NAV = ("find", "map", "services", "stories", "programme")
# The parts of the words that scripts show.
_SCRIPT_WORDS = ("today", "clock", "finder", "distance")
_MORE = ("cities", "data", "about", "accessibility", "privacy")
# The entry of the navigation under which a kind of page stands.
_ACTIVE = {
    "find": "find",
    "office": "find",
    "former": "find",
    "city": "find",
    "cities": "find",
    "map": "map",
    "services": "services",
    "service": "services",
    "stories": "stories",
    "story": "stories",
    "casebook": "stories",
    "programme": "programme",
}
