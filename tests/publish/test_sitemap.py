from __future__ import annotations

from xml.etree import ElementTree

from maeul.publish.sitemap import MOST, robots_txt, sitemap_files

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def _addresses(xml: bytes) -> list[str | None]:
    return [element.text for element in ElementTree.fromstring(xml).iter(LOC)]


def test_the_sitemap_lists_every_page_by_its_full_address() -> None:
    files = dict(sitemap_files("https://example.test/p/", ["", "find/", "offices/a-b/"]))
    assert list(files) == ["sitemap.xml"]
    assert _addresses(files["sitemap.xml"]) == [
        "https://example.test/p/",
        "https://example.test/p/find/",
        "https://example.test/p/offices/a-b/",
    ]


def test_past_fifty_thousand_pages_there_are_several_files_and_a_list_of_them() -> None:
    paths = [f"offices/a-{number}/" for number in range(MOST + 1)]
    files = dict(sitemap_files("https://example.test/", paths))
    assert _addresses(files["sitemap.xml"]) == [
        "https://example.test/sitemap-1.xml",
        "https://example.test/sitemap-2.xml",
    ]
    listed = _addresses(files["sitemap-1.xml"]) + _addresses(files["sitemap-2.xml"])
    assert listed == [f"https://example.test/{path}" for path in paths]


def test_addresses_with_markup_are_escaped() -> None:
    xml = dict(sitemap_files("https://example.test/?a=1&b=<2>/", [""]))["sitemap.xml"]
    assert _addresses(xml) == ["https://example.test/?a=1&b=<2>/"]


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    lines = robots_txt("https://example.test/p/").decode().splitlines()
    assert "Disallow" not in "".join(lines)
    assert lines[-1] == "Sitemap: https://example.test/p/sitemap.xml"
