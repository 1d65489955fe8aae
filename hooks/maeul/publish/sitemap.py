"""The list of pages for search engines (sitemaps.org) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_xml(site_url: str, paths: Iterable[str]) -> bytes:
    """All pages by full address. `site_url` ends in a slash."""
    ElementTree.register_namespace("", _SCHEMA)
    urlset = ElementTree.Element(f"{{{_SCHEMA}}}urlset")
    for path in paths:
        url = ElementTree.SubElement(urlset, f"{{{_SCHEMA}}}url")
        ElementTree.SubElement(url, f"{{{_SCHEMA}}}loc").text = f"{site_url}{path}"
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(urlset, "utf-8") + b"\n"


def robots_txt(site_url: str) -> bytes:
    """Everything may be read; where the list of pages is."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()
