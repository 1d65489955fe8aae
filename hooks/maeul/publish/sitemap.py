"""The list of pages for search engines (sitemaps.org) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000  # addresses in one file, by the protocol


def sitemap_files(site_url: str, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """All pages by full address, as `sitemap.xml`, or, past 50,000, as numbered files that it names."""
    addresses = [f"{site_url}{path}" for path in paths]
    parts = [addresses[start : start + MOST] for start in range(0, len(addresses), MOST)]
    if len(parts) == 1:
        yield "sitemap.xml", _list("urlset", "url", parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _list("sitemapindex", "sitemap", [f"{site_url}{name}" for name in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _list("urlset", "url", part)


def robots_txt(site_url: str) -> bytes:
    """Everything may be read; where the list of pages is."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()


def _list(outer: str, inner: str, addresses: Iterable[str]) -> bytes:
    entries = "".join(f"<{inner}><loc>{escape(address)}</loc></{inner}>\n" for address in addresses)
    return f'{_HEAD}<{outer} xmlns="{_SCHEMA}">\n{entries}</{outer}>\n'.encode()
