"""What every page has, and what no page has."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise

import pytest
from built.building import SITE_URL, Copy, copy_project
from built.links import Html, Site
from maeul.directory import Directory
from small_project import OFFICES

# Scripts that Material writes into its pages, by what each begins with. All others of ours are files.
MATERIAL_SCRIPTS = (
    "__md_scope=new URL(",  # where its settings are kept
    'var palette=__md_get("__palette");',  # the colours chosen, before anything is drawn
    "var target=document.getElementById(location.hash.slice(1));",  # opens the tab that the address names
)
DATA = ("application/json", "application/ld+json")
NASTY = "<b>A&B</b>\"'"
NASTY_ADDRESS = f"경기도 수원시 {NASTY}"  # an address must be in the city of its office


def _headings(page: Html) -> list[int]:
    return [int(tag[1]) for tag, _ in page.elements if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]


def test_every_page_has_one_h1_a_title_a_description_and_its_language(site: Site) -> None:
    for name, page in site.pages.items():
        assert len(page.texts("h1")) == 1, name
        assert page.texts("h1")[0], name
        assert len(page.texts("title")) == 1, name
        assert page.texts("title")[0], name
        assert page.all("html")[0]["lang"] == "ko", name
        described = [meta["content"] for meta in page.all("meta") if meta.get("name") == "description"]
        assert len(described) == 1, name
        assert described[0].strip(), name


def test_titles_and_descriptions_tell_pages_apart(site: Site) -> None:
    titles = Counter(page.texts("title")[0] for page in site.pages.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_has_its_canonical_address_under_the_sub_path(site: Site) -> None:
    for name, page in site.pages.items():
        canonical = [link["href"] for link in page.all("link") if link.get("rel") == "canonical"]
        expected = [] if name == "404.html" else [f"{SITE_URL}{name.removesuffix('index.html')}"]
        assert canonical == expected, name


def test_ids_are_unique_in_a_page_and_labels_point_at_one(site: Site) -> None:
    for name, page in site.pages.items():
        assert [key for key, count in Counter(page.ids).items() if count > 1] == [], name
        for _, attributes in page.elements:
            named = [attributes.get("for", ""), *attributes.get("aria-labelledby", "").split()]
            assert all(key in page.ids for key in named if key), f"{name}: {named}"


def test_headings_skip_no_level(site: Site) -> None:
    for name, page in site.pages.items():
        levels = _headings(page)
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{name}: {levels}"


def test_no_page_has_inline_styles_or_handlers(site: Site) -> None:
    for name, page in site.pages.items():
        assert page.all("style") == [], name
        for tag, attributes in page.elements:
            assert "style" not in attributes, f"{name}: <{tag}>"
            assert not [key for key in attributes if key.startswith("on")], f"{name}: <{tag}>"


def test_no_page_has_an_inline_script_of_ours(site: Site) -> None:
    for name, page in site.pages.items():
        for attributes, text in zip(page.all("script"), page.texts("script"), strict=True):
            if "src" in attributes:
                assert text == "", name
            elif attributes.get("type") in DATA:
                json.loads(text)
            else:
                assert text.startswith(MATERIAL_SCRIPTS), f"{name}: {text[:80]}"


def test_pictures_have_words_or_are_hidden(site: Site) -> None:
    for name, page in site.pages.items():
        for picture in page.all("svg"):
            shown = picture.get("aria-hidden") != "true" and "aria-label" not in picture
            # The theme's own switches hold a picture inside a labelled control.
            assert not shown or picture.get("viewbox") == "0 0 24 24", f"{name}: {picture}"
        assert all("alt" in image for image in page.all("img")), name


@pytest.fixture(scope="module")
def renamed(real: Directory, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with an office whose name, address and words are markup."""
    first = real.offices[0]
    copy = copy_project(tmp_path_factory.mktemp("renamed") / "project")
    quoted = json.dumps(NASTY)
    copy.replace(OFFICES, f"  name: {first.name}\n", f"  name: {quoted}\n")
    copy.replace(OFFICES, f"  address: {first.address}\n", f"  address: {json.dumps(NASTY_ADDRESS)}\n")
    copy.replace(OFFICES, "note: 간단 집수리", f"note: {quoted}")
    return Site(copy.built().site, SITE_URL)


def test_markup_in_a_record_is_text_on_every_page(renamed: Site, site: Site, real: Directory) -> None:
    for name in site.pages:
        assert b"<b>A" not in (renamed.folder / name).read_bytes(), name
        assert len(renamed.pages[name].all("b")) == len(site.pages[name].all("b")), name
        assert len(renamed.pages[name].elements) == len(site.pages[name].elements), name
    page = renamed.pages[f"offices/{real.offices[0].id}/index.html"]
    assert page.texts("h1") == [NASTY]
    assert page.texts("title")[0].startswith(NASTY)
    assert any(NASTY in meta.get("content", "") for meta in page.all("meta") if meta.get("name") == "description")
    assert any(NASTY in meta.get("content", "") for meta in page.all("meta") if meta.get("property") == "og:title")
    assert any(button.get("data-copy") == NASTY_ADDRESS for button in page.all("button"))


def test_markup_in_a_record_stays_as_it_is_in_open_data(renamed: Site, real: Directory) -> None:
    first = real.offices[0]
    features = json.loads((renamed.folder / "data/v1/offices.geojson").read_bytes())["features"]
    assert features[0]["properties"]["name"] == NASTY
    page = renamed.pages[f"offices/{first.id}/index.html"]
    kinds = [attributes.get("type") for attributes in page.all("script")]
    linked = json.loads(page.texts("script")[kinds.index("application/ld+json")])
    assert (linked["name"], linked["address"]["streetAddress"]) == (NASTY, NASTY_ADDRESS)


def test_links_hold_with_markup_in_a_record(renamed: Site) -> None:
    assert list(renamed.broken()) == []


def test_markup_in_the_head_of_a_written_page_is_text(fresh: Copy) -> None:
    head = fresh.root / "content" / "about.md"
    lines = head.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(("title:", "description:"))]
    added = [f"title: {json.dumps(NASTY)}", f"description: {json.dumps(NASTY)}"]
    head.write_text("\n".join([kept[0], *added, *kept[1:]]), "utf-8")
    page = Html((fresh.built().site / "about/index.html").read_text("utf-8"))
    assert page.all("b") == []
    assert page.texts("h1") == [NASTY]
    assert page.texts("title")[0].startswith(NASTY)
    assert NASTY in [meta.get("content") for meta in page.all("meta") if meta.get("name") == "description"]
