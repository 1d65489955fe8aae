from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import Visits
from browser.kinds import KINDS
from playwright.sync_api import Page

# Zoomed to 200 %, a window of 640 px is one of 320 CSS px with pixels twice as fine.
ZOOMED: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2}
LARGE_TEXT = {"fontSizes": {"standard": 32, "fixed": 32}}  # what a browser's setting of 200 % does
# What stands outside of the button or card around it, or is cut off by it.
CUT = """[...document.querySelectorAll(".mae-button, .mae-card, .mae-box, .mae-tile, .mae-city, .mae-nav__link")]
    .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).map((e) => e.outerHTML.slice(0, 100))"""
# Groups of digits that stand in more than one line.
TORN = """[...document.querySelectorAll(".mae-button__number")].flatMap((e) => [...e.childNodes]).filter((group) => {
    const range = document.createRange();
    range.selectNodeContents(group);
    return range.getClientRects().length > 1;
}).map((group) => group.textContent)"""
WIDTHS = (320, 360, 768, 1024, 1440)


def _too_wide(page: Page, width: int) -> list[str]:
    """Nothing when the page is as wide as its window; else what sticks out."""
    page.set_viewport_size({"width": width, "height": 640})
    if page.evaluate("document.documentElement.scrollWidth") <= width:
        return []
    found: list[str] = page.evaluate(
        """width => [...document.querySelectorAll("body *")]
            .filter((element) => element.getBoundingClientRect().right > width + 1)
            .map((element) => `${width}: ${element.outerHTML.slice(0, 100)}`)""",
        width,
    )
    return found[:3]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_from_320_to_1440_px(visit: Visits, kind: str) -> None:
    page = visit(KINDS[kind], **ZOOMED)
    page.wait_for_load_state("networkidle")
    assert [_too_wide(page, width) for width in WIDTHS] == [[]] * len(WIDTHS)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_without_scripts(visit: Visits, kind: str) -> None:
    page = visit(KINDS[kind], java_script_enabled=False, **ZOOMED)
    assert _too_wide(page, 320) == []


@pytest.mark.parametrize("kind", KINDS)
def test_text_twice_as_large_stays_in_its_page_even_on_a_phone(visit: Visits, kind: str) -> None:
    page = visit(KINDS[kind])
    page.context.new_cdp_session(page).send("Page.setFontSizes", LARGE_TEXT)
    page.reload()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
    for width in (320, 360, 640):
        assert _too_wide(page, width) == []
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.querySelector('.mae-header').offsetHeight") < 190


@pytest.mark.parametrize("kind", ["find", "city", "office", "city without an office"])
def test_a_large_number_goes_on_in_a_new_line_only_after_a_hyphen(visit: Visits, kind: str) -> None:
    page = visit(KINDS[kind], viewport={"width": 320, "height": 740})
    page.context.new_cdp_session(page).send("Page.setFontSizes", LARGE_TEXT)
    page.reload()
    assert page.evaluate(TORN) == []
