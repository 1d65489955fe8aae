"""The other generators are given every office page as it is here."""

from __future__ import annotations

import json
from itertools import islice

import pytest
from hugo import front_matter
from maeul.directory import Directory
from small_project import ROOT
from stock import markdown_lines

from content import read_contents


def test_hugo_and_stock_mkdocs_are_given_what_a_page_says(real: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.test/")
    monkeypatch.setenv("REPO_URL", "https://code.example/maeul")
    contents = read_contents(ROOT)
    for page, office in islice(zip(contents.pages, real.offices, strict=True), 5):
        params = json.loads(front_matter(page))["params"]
        assert params["card"]["name"] == office.name
        assert [source["url"] for source in params["sources"]] == [source.url for source in office.sources]
        assert all(item["card"]["phone"]["number"] for item in params["near"])
        assert params["vcard"].startswith("BEGIN:VCARD")
        text = "\n".join(markdown_lines(page, contents.words))
        assert office.name in text
        assert all(source.publisher in text for source in office.sources)
