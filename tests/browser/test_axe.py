"""No page breaks a rule of axe-core: WCAG 2.2 A and AA, its own best practices, and contrast of 7:1.

One exception, and it is WCAG's own: markers of the map may lie over each other where offices do, because the list
beside the map leads to the same offices by targets that are large enough (2.5.8 Target Size, exception "Equivalent").
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import Visits
from browser.kinds import KINDS
from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit: Visits, kind: str, scheme: str) -> None:
    page = visit(KINDS[kind], color_scheme=scheme)
    page.wait_for_load_state("networkidle")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert _found(page) == [], width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_popup_of_the_map(visit: Visits, scheme: str) -> None:
    page = visit("map/?office=suwon-haenggung", color_scheme=scheme)
    page.locator(".leaflet-popup").wait_for()
    page.wait_for_function("getComputedStyle(document.querySelector('.leaflet-popup')).opacity === '1'")
    assert _found(page) == []


def _found(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    told = [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"] if not _excused(rule, node)]
    return [f"{name}: {html}" for name, html in told[:20]]


def _excused(rule: dict[str, Any], node: dict[str, Any]) -> bool:
    return rule["id"] == "target-size" and '<div class="leaflet-marker-icon' in node["html"]
