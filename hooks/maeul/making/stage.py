"""The site as another generator takes it: Markdown files with ready HTML in them, no hooks, no templates of ours.

`docs/` holds a file for each page and every other file of the site at its address; `mkdocs.yml` beside it has the same
configuration without hooks. Each page is one HTML block of CommonMark: it has no blank line.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import jinja2
import yaml

from maeul.load.findings import Finding
from maeul.making.output import Output
from maeul.making.settings import CONFIG, Settings, read_settings
from maeul.making.site import TEMPLATES, Site, load_site
from maeul.making.written import path_of, written_pages
from maeul.site.page import Page
from maeul.site.plans import Plans

DOCS = "docs"
# What of the configuration is only for the build with hooks.
_OURS = ("hooks", "watch", "exclude_docs", "validation")


def stage(root: Path, out: Path, today: date) -> tuple[Finding, ...]:
    """Write the project's pages and files into `out`, which is empty or not there. With errors nothing is written."""
    settings = read_settings(root)
    site, findings = load_site(root, today, settings.language, *settings.addresses)
    if site is None:
        return findings
    site.use(jinja2.Environment(loader=jinja2.FileSystemLoader(root / TEMPLATES)))
    output = Output(out / DOCS, beside=False)
    shutil.copytree(root / TEMPLATES, output.theme, ignore=shutil.ignore_patterns("*.html"))
    shutil.copytree(root / settings.content, output.theme, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    paths: list[str] = []
    for page in _pages(site, settings):
        output.write(f"{page.path}index.md", _markdown(page, site).encode())
        for name, data in page.beside.items():
            output.write(f"{page.path}{name}", data)
        paths += [] if page.leads_to else [page.path]
    site.write_files(output, paths)
    output.finish()
    (out / CONFIG).write_text(_config(settings), "utf-8")
    return findings


def _pages(site: Site, settings: Settings) -> Iterator[Page]:
    records = (plan.outline().make() for plan in Plans(site.context))
    return chain(written_pages(site.root, settings.content, site.context), records)


def _markdown(page: Page, site: Site) -> str:
    """Front matter and the page's own part, drawn by the template of its kind."""
    front = _yaml({"title": page.title, "description": page.description, "hide": ["navigation", "toc"]})
    drawn = site.renderer.environment.get_template("parts/staged.html").render(
        content=site.renderer.values(page)["content"],
        json_ld=page.json_ld,
        settings=site.renderer.frame(page.kind, page.root)["settings"],
    )
    return f"---\n{front}---\n{_without_blank_lines(drawn)}\n"


def _without_blank_lines(html: str) -> str:
    return "\n".join(line for line in html.split("\n") if line.strip())


def _config(settings: Settings) -> str:
    theme = {key: value for key, value in settings.tree["theme"].items() if key != "custom_dir"}
    tree = {key: value for key, value in settings.tree.items() if key not in _OURS}
    nav = [f"{path_of(name)}index.md" for name in settings.tree["nav"]]
    return _yaml({**tree, "docs_dir": DOCS, "nav": nav, "theme": theme})


def _yaml(tree: dict[str, object]) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
