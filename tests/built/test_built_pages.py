"""Counts in what was built: nothing is lost between the records and the site."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin
from xml.etree import ElementTree

from built.building import REPO_URL, SITE_URL, Copy
from built.links import Site
from maeul.directory import Directory
from small_project import OFFICES

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
CASEBOOK = "stories/casebook/index.html"
PROSE = re.compile(r'<div class="mae-prose">(.*?)</div>', re.DOTALL)
ENTRY_ID = "{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}id"


def _pages(site: Site, folder: str) -> set[str]:
    """The names of the pages directly in a folder."""
    return {
        name.split("/")[1]
        for name in site.pages
        if name.startswith(f"{folder}/") and name.count("/") == 2 and name.endswith("/index.html")
    }


def _stories(site: Site) -> set[str]:
    """The names of the pages of stories."""
    return _pages(site, "stories") - {"casebook"}


def test_every_record_has_its_page_and_no_page_is_without_a_record(site: Site, real: Directory) -> None:
    assert _pages(site, "offices") == {office.id for office in real.offices}
    assert _pages(site, "cities") == {city.key for city in real.cities}
    assert _pages(site, "services") == {service.key for service in real.services}
    assert _stories(site) == {story.slug for story in real.stories}


def test_there_are_as_many_as_the_programme_is_known_to_have(site: Site) -> None:
    assert len(_pages(site, "offices")) == 107
    assert len(_pages(site, "cities")) == 31
    assert 12 <= len(_pages(site, "services")) <= 16
    assert len(_stories(site)) >= 25


def test_the_permanent_addresses_exist(site: Site) -> None:
    singles = ("", "find/", "map/", "cities/", "services/", "stories/", "stories/casebook/", "programme/", "data/",
               "about/", "accessibility/", "privacy/")  # fmt: skip
    assert {f"{path}index.html" for path in singles} <= set(site.pages)
    files = {"404.html", "sitemap.xml", "robots.txt", "feed.xml", "assets/pictograms.svg", "data/v1/holidays.json"}
    assert files <= site.files


def test_the_home_page_is_called_after_the_site(site: Site) -> None:
    named = [meta["content"] for meta in site.pages["index.html"].all("meta") if meta.get("property") == "og:title"]
    assert named == ["경기 행복마을관리소 찾기"]


def test_no_frame_is_left_in_the_site(site: Site) -> None:
    assert not [name for name in site.files if "frame-" in name]
    assert not [name for name in site.pages if "⟦" in (site.folder / name).read_text("utf-8")]


def test_every_export_holds_every_record(site: Site, real: Directory) -> None:
    data = site.folder / "data" / "v1"
    assert len(json.loads((data / "offices.geojson").read_bytes())["features"]) == len(real.offices)
    assert len(json.loads((data / "offices.json").read_bytes())["offices"]) == len(real.offices)
    assert len((data / "offices.csv").read_text("utf-8-sig").splitlines()) == len(real.offices) + 1
    stories = json.loads((data / "stories.json").read_bytes())["stories"]
    assert {story["slug"] for story in stories} == _stories(site)
    assert len(stories) == len(_stories(site))
    for entry in json.loads((data / "index.json").read_bytes())["files"]:
        assert (site.folder / entry["path"]).stat().st_size == entry["bytes"]


def test_beside_every_office_page_stand_its_contact_and_its_code(site: Site, real: Directory) -> None:
    for office in real.offices:
        folder = f"offices/{office.id}/"
        files = {name.removeprefix(folder) for name in site.files if name.startswith(folder)}
        assert files == {"index.html", "card.vcf", "qr.svg"}
        assert {"card.vcf", "qr.svg"} <= set(site.pages[f"{folder}index.html"].addresses)
        address = f"{SITE_URL}{folder}"
        assert f"\r\nURL:{address}\r\n" in (site.folder / folder / "card.vcf").read_bytes().decode().replace(
            "\r\n ", ""
        )
        code = ElementTree.parse(site.folder / folder / "qr.svg")
        assert code.findtext("{http://www.w3.org/2000/svg}title") == address
    assert len([name for name in site.files if name.endswith((".vcf", "qr.svg"))]) == 2 * len(real.offices)


def test_the_sitemap_lists_every_page_once(site: Site) -> None:
    tree = ElementTree.parse(site.folder / "sitemap.xml")
    listed = [element.text or "" for element in tree.iter(LOC)]
    pages = [f"{SITE_URL}{name.removesuffix('index.html')}" for name in site.pages if name != "404.html"]
    assert sorted(listed) == sorted(pages)


def test_every_entry_of_the_feed_is_a_page(site: Site) -> None:
    named = [element.text or "" for element in ElementTree.parse(site.folder / "feed.xml").iterfind(ENTRY_ID)]
    assert named
    assert {f"{address.removeprefix(SITE_URL)}index.html" for address in named} <= set(site.pages)


def test_every_page_tells_feed_readers_where_the_feed_is(site: Site) -> None:
    for name, page in site.pages.items():
        feeds = [link["href"] for link in page.all("link") if link.get("type") == "application/atom+xml"]
        assert [urljoin(f"{SITE_URL}{name}", href) for href in feeds] == [f"{SITE_URL}feed.xml"], name


def test_every_office_is_listed_to_people_without_scripts(site: Site, real: Directory) -> None:
    for name in ("find/index.html", "map/index.html"):
        shown = [attributes.get("data-office") for _, attributes in site.pages[name].elements]
        assert sorted(filter(None, shown)) == sorted(office.id for office in real.offices), name


def test_every_source_of_an_office_is_a_link_on_its_page(site: Site, real: Directory) -> None:
    for office in real.offices:
        assert office.sources
        page = site.pages[f"offices/{office.id}/index.html"]
        assert {source.url for source in office.sources} <= set(page.addresses), office.id


def test_every_number_beside_a_fact_is_one_of_the_pages_sources(site: Site, real: Directory) -> None:
    for office in real.offices:
        page = site.pages[f"offices/{office.id}/index.html"]
        pointed = {href[1:] for href in page.addresses if href.startswith("#source-")}
        assert pointed, office.id
        assert pointed <= {f"source-{number}" for number in range(1, len(office.sources) + 1)}


def test_every_office_page_leads_to_its_own_form(site: Site, built: Copy, real: Directory) -> None:
    form = f"{REPO_URL}/issues/new?template=office.yml&"
    for office in real.offices:
        found = [href for href in site.pages[f"offices/{office.id}/index.html"].addresses if href.startswith(form)]
        assert len(found) == 1
        assert f"&id={office.id}&" in found[0]


def test_the_edit_link_leads_to_the_line_where_the_record_begins(site: Site, built: Copy, real: Directory) -> None:
    lines = (built.root / OFFICES).read_text("utf-8").splitlines()
    edit = f"{REPO_URL}/blob/main/{OFFICES}#L"
    for office in real.offices:
        found = [href for href in site.pages[f"offices/{office.id}/index.html"].addresses if href.startswith(edit)]
        assert len(found) == 1, office.id
        assert lines[int(found[0].removeprefix(edit)) - 1] == f"- id: {office.id}"


def test_every_story_names_its_sources_and_its_offices(site: Site, real: Directory) -> None:
    for story in real.stories:
        addresses = set(site.pages[f"stories/{story.slug}/index.html"].addresses)
        assert {source.url for source in story.front.sources} <= addresses
        assert {f"../../offices/{office}/" for office in story.front.offices} <= addresses


def test_every_source_of_the_programme_and_of_services_is_a_link(site: Site, real: Directory) -> None:
    programme = set(site.pages["programme/index.html"].addresses)
    assert {source.url for source in real.programme.sources.values()} <= programme
    for service in real.services:
        addresses = set(site.pages[f"services/{service.key}/index.html"].addresses)
        assert {source.url for source in service.sources} <= addresses


def test_every_office_page_says_whom_to_call(site: Site, real: Directory) -> None:
    for office in real.offices:
        calls = [href for href in site.pages[f"offices/{office.id}/index.html"].addresses if href.startswith("tel:")]
        number = office.phone or real.city[office.city].contact.phone
        assert calls[0] == f"tel:{number.replace('-', '')}"


def _pointing(site: Site, page: str, start: str) -> list[str]:
    """The numbers of sources beside the figures of a story."""
    return [href.removeprefix(start) for href in site.pages[page].addresses if href.startswith(start)]


def test_the_casebook_holds_every_story_once_and_whole(site: Site) -> None:
    book = (site.folder / CASEBOOK).read_text("utf-8")
    articles = [attributes["id"] for attributes in site.pages[CASEBOOK].all("article")]
    assert sorted(articles) == sorted(f"story-{slug}" for slug in _stories(site))
    for slug in _stories(site):
        page = f"stories/{slug}/index.html"
        (text,) = PROSE.findall((site.folder / page).read_text("utf-8"))
        assert book.count(text) == 1, slug
        assert _pointing(site, CASEBOOK, f"#{slug}-source-") == _pointing(site, page, "#source-"), slug


def test_every_story_of_the_casebook_has_its_sources_and_the_address_of_its_page(site: Site, real: Directory) -> None:
    page = site.pages[CASEBOOK]
    for story in real.stories:
        assert {source.url for source in story.front.sources} <= set(page.addresses), story.slug
        sources = [key for key in page.ids if key.startswith(f"{story.slug}-source-")]
        assert len(sources) == len(story.front.sources), story.slug
    printed = [link["data-address"] for link in page.all("a") if "data-address" in link]
    assert sorted(printed) == sorted(f"{SITE_URL}stories/{slug}/" for slug in _stories(site))


def test_the_contents_of_the_casebook_lead_to_every_story(site: Site) -> None:
    led = [href.removeprefix("#story-") for href in site.pages[CASEBOOK].addresses if href.startswith("#story-")]
    assert sorted(led) == sorted(_stories(site))
