"""An id that an office had before leads on to its page, for ever."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from built.building import SITE_URL, Copy
from built.links import Site
from maeul.editors.check import check_project
from small_project import OFFICES, TODAY

OLD, NEW = "hanam-first", "hanam-sinjang-1"


@pytest.fixture
def renamed(fresh: Copy) -> Copy:
    fresh.replace(OFFICES, f"- id: {NEW}\n", f"- id: {NEW}\n  former_ids: [{OLD}]\n")
    return fresh.built()


def test_the_page_at_the_old_address_leads_on(renamed: Copy) -> None:
    page = (renamed.site / f"offices/{OLD}/index.html").read_text("utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../../offices/{NEW}/">' in page
    assert f'<link rel="canonical" href="{SITE_URL}offices/{NEW}/">' in page
    assert f'href="../../offices/{NEW}/"' in page
    assert "신장1동 행복마을관리소 페이지로 가기" in page


def test_the_old_address_is_not_given_to_search_engines_and_its_links_lead_somewhere(renamed: Copy) -> None:
    assert OLD not in (renamed.site / "sitemap.xml").read_text("utf-8")
    assert list(Site(renamed.site, SITE_URL).broken()) == []


def test_a_published_site_that_knows_the_old_id_is_content(renamed: Copy, tmp_path: Path) -> None:
    published = json.loads((renamed.site / "data/v1/offices.json").read_bytes())
    row = next(row for row in published["offices"] if row["id"] == NEW)
    assert row["former_ids"] == [OLD]
    row["id"] = OLD
    (renamed.root / "published.json").write_text(json.dumps(published), "utf-8")
    assert _missing(renamed) == []


def test_an_id_that_was_changed_without_a_word_is_told_at_its_record(renamed: Copy) -> None:
    published = (renamed.site / "data/v1/offices.json").read_bytes()
    (renamed.root / "published.json").write_bytes(published)
    renamed.replace(OFFICES, f"  former_ids: [{OLD}]\n", "")
    assert _missing(renamed) == [("id-vanished", OLD)]
    renamed.replace(OFFICES, f"- id: {NEW}\n", f"- id: {NEW}-2\n")
    assert _missing(renamed) == [("id-changed", OLD), ("id-changed", NEW)]


def _missing(copy: Copy) -> list[tuple[str, str]]:
    """The rules that ids of the published site break, and those ids."""
    found = check_project(copy.root, TODAY, published="published.json")
    told = [finding for finding in found if finding.code in ("id-vanished", "id-changed")]
    return [(finding.code, finding.message.split("id '")[1].split("'")[0]) for finding in told]
