from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from built.links import Site


def test_every_link_and_fragment_resolves_under_a_sub_path(site: Site) -> None:
    assert list(site.broken()) == []


def test_what_styles_name_exists(site: Site) -> None:
    # Leaflet's own style names pictures of controls and markers that our map does not have.
    for name in (name for name in site.files if name.endswith(".css") and not name.endswith("leaflet.css")):
        for address in re.findall(r"url\([\"']?([^\"')]+)", _text(site, name)):
            assert address.startswith(("data:", "#")) or (site.folder / name).parent.joinpath(address).exists(), name


def test_what_scripts_import_exists(site: Site) -> None:
    for name in _our_scripts(site):
        for address in re.findall(r"(?:from|import\()\s*\"([^\"]+)\"", _text(site, name)):
            assert (site.folder / name).parent.joinpath(address).exists(), f"{name}: {address}"


def test_the_checker_finds_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<h1 id="top">A</h1>', "utf-8")
    (tmp_path / "s.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><symbol id="i"/></svg>', "utf-8")
    good = ["a/", "a/#top", "./a/?q=1", "https://other.test/x", "tel:031120", "s.svg#i", "https://x.test/p/a/", "#me"]
    bad = ["a", "A/", "a/#Top", "/a/", "../a/", "b/", "s.svg#j", "https://x.test/a/", "#you", "javascript:void(0)"]
    links = "".join(f'<a href="{address}">x</a>' for address in good + bad)
    (tmp_path / "index.html").write_text(f'<p id="me">{links}</p>', "utf-8")
    assert list(Site(tmp_path, "https://x.test/p/").broken()) == [f"index.html: {address}" for address in bad]


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    """Links to sources lead elsewhere; nothing that a page is made of does."""
    loading = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
               "embed": "src", "object": "data", "use": "href", "image": "href", "input": "src"}  # fmt: skip
    found = []
    for name, page in site.pages.items():
        for tag, attributes in page.elements:
            address = attributes.get(loading.get(tag, ""), "")
            if tag == "link" and attributes.get("rel") != "canonical":
                address = attributes.get("href", "")
            if urlsplit(address).netloc:
                found.append(f"{name}: <{tag}> {address}")
            assert "srcset" not in attributes
    assert found == []


def test_styles_load_nothing_from_another_host(site: Site) -> None:
    for name in (name for name in site.files if name.endswith(".css")):
        assert not re.findall(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\"']*", _text(site, name)), name


def test_our_scripts_name_no_other_host(site: Site) -> None:
    for name in _our_scripts(site):
        assert not re.findall(r"[\"'`](?:https?:)?//", _text(site, name)), name


def _text(site: Site, name: str) -> str:
    return (site.folder / name).read_text("utf-8")


def _our_scripts(site: Site) -> list[str]:
    """Those of `overrides`; the theme's have a checksum in their names, or lie in a folder of their own."""
    return [name for name in site.files if re.fullmatch(r"assets/javascripts/[a-z-]+\.js", name)]
