from __future__ import annotations

from pathlib import Path

import pytest
from built.building import BASE, SITE_URL, Copy, prints


def test_two_builds_of_one_day_are_byte_identical(built: Copy, fresh: Copy) -> None:
    assert prints(fresh.built().site) == prints(built.site)


def test_building_again_changes_nothing(fresh: Copy) -> None:
    first = prints(fresh.built().site)
    assert prints(fresh.built().site) == first


def test_a_page_of_a_record_that_is_gone_goes_too(fresh: Copy) -> None:
    (fresh.site / "offices" / "old-office").mkdir(parents=True)
    (fresh.site / "offices" / "old-office" / "index.html").write_text("old", "utf-8")
    fresh.built()
    assert not (fresh.site / "offices" / "old-office").exists()


@pytest.mark.parametrize("relative", [True, False])
def test_the_site_is_built_where_it_is_asked_for(built: Copy, fresh: Copy, relative: bool) -> None:
    target = fresh.root / "public"
    fresh.built("-d", "public" if relative else str(target))
    assert prints(target) == prints(built.site)
    assert not fresh.site.exists()
    assert [path.name for path in fresh.root.iterdir() if path.name.startswith((".site", ".public"))] == []


def test_the_site_may_lie_in_a_folder_that_is_not_there_yet(fresh: Copy, tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "site"
    fresh.built("-d", str(target))
    assert (target / "index.html").exists()


def test_pages_do_not_know_where_the_site_is(built: Copy) -> None:
    """Only canonical addresses, previews of links and the page for missing addresses do; all else is relative."""
    page = (built.site / "offices/suwon-haenggung/index.html").read_text("utf-8")
    assert f'href="{BASE}' not in page
    assert f'src="{BASE}' not in page
    assert page.count(SITE_URL) == page.count(f"{SITE_URL}offices/suwon-haenggung/")
    assert f'href="{BASE}find/"' in (built.site / "404.html").read_text("utf-8")
