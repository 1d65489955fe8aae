from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import Visits
from browser.kinds import KINDS
from playwright.sync_api import Page

# Zoomed to 200 %, a window of 640 px is one of 320 CSS px with pixels twice as fine.
ZOOMED: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2}
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


@pytest.mark.parametrize("kind", ["home", "find", "office", "map", "programme"])
def test_text_twice_as_large_stays_in_its_page(visit: Visits, kind: str) -> None:
    page = visit(KINDS[kind], viewport={"width": 640, "height": 800})
    page.wait_for_load_state("networkidle")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert _too_wide(page, 640) == []
