"""The theme's files, without those that nobody asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

import jinja2


class ThemeLoader(jinja2.FileSystemLoader):
    """Loads templates from the theme's folders, and lists what is in them but for hidden folders.

    MkDocs lists all files of a theme at every build, and leaves hidden ones out only then. Material has fourteen
    thousand icons in such a folder, which takes as long to go through as to build a hundred pages.
    """

    def list_templates(self) -> list[str]:
        """The paths of all files, from the folder that holds each. Only the first of them changes in a preview."""
        own, *installed = self.searchpath
        return sorted({*_below(own), *(name for folder in installed for name in _installed(folder))})


@cache
def _installed(folder: str) -> tuple[str, ...]:
    return tuple(_below(folder))


def _below(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(path, folder).replace(os.sep, "/")
        yield from files if below == "." else (f"{below}/{file}" for file in files)
