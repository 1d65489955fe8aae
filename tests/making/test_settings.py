"""What a host is told to set before the site goes online."""

from __future__ import annotations

import pytest
from maeul.making.settings import left_open, read_settings
from small_project import ROOT

REPO = "https://code.example/maeul"


def test_with_both_addresses_nothing_is_left() -> None:
    assert left_open("https://maeul.go.kr/", "https://github.com/somebody/maeul") == ""


@pytest.mark.parametrize("site_url", ["https://maeul.example/", "https://maeul.example/path/", ""])
def test_an_address_that_is_nobodys_is_told(site_url: str) -> None:
    assert left_open(site_url, REPO).startswith("SITE_URL이 정해지지 않아")


def test_a_project_without_a_repository_is_told() -> None:
    assert left_open("https://maeul.go.kr/", "").startswith("REPO_URL이 비어 있어")
    assert left_open("https://maeul.go.kr/", "https://github.com/example/maeul").startswith("REPO_URL이 정해지지 않아")


def test_the_configuration_itself_leaves_both_to_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    site_url, repo_url, _ = read_settings(ROOT).addresses
    assert len(left_open(site_url, repo_url).splitlines()) == 2
