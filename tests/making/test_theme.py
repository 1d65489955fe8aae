"""The theme's files as MkDocs lists them."""

from __future__ import annotations

from pathlib import Path

import jinja2
import material
from maeul.making.theme import ThemeLoader

THEME = Path(material.__file__).parent / "templates"


def test_all_files_of_the_theme_are_listed_but_those_in_hidden_folders() -> None:
    every = jinja2.FileSystemLoader(THEME).list_templates()
    shown = [name for name in every if not any(part.startswith(".") for part in name.split("/")[:-1])]
    assert ThemeLoader(THEME).list_templates() == shown
    assert 10 < len(shown) < len(every) / 10


def test_icons_are_loaded_all_the_same() -> None:
    icon = next(path for path in sorted((THEME / ".icons").rglob("*.svg")))
    name = icon.relative_to(THEME).as_posix()
    assert ThemeLoader(THEME).get_source(jinja2.Environment(), name)[0] == icon.read_text("utf-8")
