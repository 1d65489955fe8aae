"""The addresses of the site, all of them made here: they know the language, and the way back to the root."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

DEFAULT_LANGUAGE = "ko"


class _Encoded(dict[str, str]):
    """Characters as they stand in a query, each worked out once: the library's way takes six times as long a text."""

    def __missing__(self, char: str) -> str:
        self[char] = quote(char, safe="")
        return self[char]


_ENCODED = _Encoded()


@dataclass(frozen=True)
class Addresses:
    """Paths of pages from the root of the site, without a leading slash; "" is the home page of the first language."""

    language: str = DEFAULT_LANGUAGE

    def page(self, path: str) -> str:
        """A page of the language by its path in the default language: `page("find/")` is `find/` or `en/find/`."""
        return path if self.language == DEFAULT_LANGUAGE else f"{self.language}/{path}"

    def in_language(self, path: str, language: str) -> str:
        """The page at `path` of this language in another one."""
        return Addresses(language).page(path.removeprefix(self.page("")))

    def office(self, office_id: str) -> str:
        """The page of an office, for ever."""
        return self.page(f"offices/{office_id}/")

    def city(self, key: str, number: int = 1) -> str:
        """The page of a city; with very many offices it goes on, numbered from 2, at the same depth."""
        return self.page(f"cities/{key}/" if number == 1 else f"cities/{key}-{number}/")

    def service(self, key: str) -> str:
        """The page of a service."""
        return self.page(f"services/{key}/")

    def story(self, slug: str) -> str:
        """The page of a story."""
        return self.page(f"stories/{slug}/")

    def casebook(self) -> str:
        """The page of all stories, to print."""
        return self.page("stories/casebook/")

    def feed(self) -> str:
        """The feed of what was seen last."""
        return self.page("feed.xml")


def root_from(path: str) -> str:
    """The way from a page to the root of the site, so that it works under any base path: `../../` for `offices/x/`."""
    return "../" * path.count("/") or "./"


def encoded(text: str) -> str:
    """A text as a part of an address, percent-encoded as UTF-8 (RFC 3986) but for letters, digits and `-._~`."""
    return "".join(map(_ENCODED.__getitem__, text))


def issue_form(repo_url: str, form: str, **answers: str) -> str:
    """A form on the code host for people without git, one of `.github/ISSUE_TEMPLATE/`, filled in by field."""
    query = "&".join(f"{name}={encoded(answer)}" for name, answer in {"template": f"{form}.yml", **answers}.items())
    return f"{repo_url.rstrip('/')}/issues/new?{query}"


def phone_link(phone: str) -> str:
    """The address that calls a number. Numbers such as 1577-1122 and 031-120 work only as dialled in the country."""
    return f"tel:{phone.replace('-', '')}"


def kakao_map(name: str, lat: float, lon: float) -> str:
    """Directions in Kakao Map, in the app or on the web (apis.map.kakao.com/web/guide, URL Pattern)."""
    return f"https://map.kakao.com/link/to/{encoded(name.replace(',', ' '))},{lat},{lon}"


def kakao_search(query: str) -> str:
    """A search in Kakao Map, for offices whose point is not known, or only their dong's."""
    return f"https://map.kakao.com/link/search/{encoded(query)}"


def naver_search(query: str) -> str:
    """A search in Naver Map on the web."""
    return f"https://map.naver.com/p/search/{encoded(query)}"


def geo_link(lat: float, lon: float, name: str) -> str:
    """A link that opens the phone's own map app (RFC 5870, with the query that Android reads)."""
    return f"geo:{lat},{lon}?q={lat},{lon}({encoded(name)})"


def geo_search(query: str) -> str:
    """A search in the phone's own map app: 0,0 stands for no point (developer.android.com, Common intents, Maps)."""
    return f"geo:0,0?q={encoded(query)}"
