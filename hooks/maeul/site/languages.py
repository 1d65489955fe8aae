"""The languages of the site: from each page to the same page in the others."""

from __future__ import annotations

from dataclasses import dataclass

from maeul.site.context import SiteContext


@dataclass(frozen=True)
class LanguageLink:
    """A language, called as it calls itself, and the page in it; `here` for the language of the page itself."""

    code: str
    name: str
    path: str
    here: bool


def language_links(path: str, site: SiteContext) -> tuple[LanguageLink, ...]:
    """The page at `path` in every language; none where there is only one, so that nothing is to be chosen."""
    if len(site.languages) < 2:
        return ()
    return tuple(
        LanguageLink(
            words.language,
            words("language.name"),
            site.addresses.in_language(path, words.language),
            here=words.language == site.words.language,
        )
        for words in site.languages
    )
