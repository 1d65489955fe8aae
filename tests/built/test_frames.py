"""A page filled into its frame is the page that MkDocs would have made of it alone."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from built.building import REPO_URL, SITE_URL, Copy
from maeul.site.plans import RECORD_KINDS, Plans
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from small_project import TODAY

ENVIRONMENT = {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL, "MAEUL_TODAY": TODAY.isoformat()}


def _directly(project: Copy, target: Path) -> Iterator[tuple[str, str, bytes]]:
    """Kind, file and bytes of every page of a record, each drawn by the theme at its own address without a frame."""
    config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(target))
    config = config.plugins.on_config(config)
    hooks: Any = config.hooks
    build = hooks["hooks/build.py"]._build
    files = get_files(config)
    environment = config.theme.get_env()
    files.add_files_from_theme(environment, config)
    files = config.plugins.on_files(files, config=config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    environment = config.plugins.on_env(environment, config=config, files=files)
    template = environment.get_template("main.html")
    for plan in Plans(build.site.context):
        record = plan.outline().make()
        page = Page(None, File.generated(config, f"{record.path}index.md", content=""), config)
        page.read_source(config)
        page.render(config, files)
        values = build.site.renderer.values(record)
        context = build.in_theme(get_context(nav, files, config, page), page, record.kind, record.root, values)
        yield record.kind, record.file, template.render(context).encode()


@pytest.fixture
def direct(built: Copy, tmp_path: Path) -> Iterator[dict[str, tuple[str, bytes]]]:
    with patch.dict(os.environ, ENVIRONMENT):
        yield {file: (kind, data) for kind, file, data in _directly(built, tmp_path / "site")}
    gc.enable()  # a build stops it for good


def test_every_record_page_is_byte_for_byte_what_mkdocs_makes_of_it(
    built: Copy, direct: dict[str, tuple[str, bytes]]
) -> None:
    assert {kind for kind, _ in direct.values()} == RECORD_KINDS.keys() - {"former"}  # no office has had another id
    assert [file for file, (_, data) in direct.items() if (built.site / file).read_bytes() != data] == []
