"""The theme's files, without those that nobody asks for."""

from __future__ import annotations

import os
from collections.abc import Iterator

import jinja2


class ThemeLoader(jinja2.FileSystemLoader):
    """Loads templates from the theme's folders, and lists what is in them but for hidden folders.

    MkDocs lists all files of a theme at every build, and leaves hidden ones out only then. Material has fourteen
    thousand icons in such a folder, which takes as long to go through as to build a hundred pages.
    """

    def list_templates(self) -> list[str]:
        """The paths of all files, from the folder that holds each."""
        return sorted({name for folder in self.searchpath for name in _below(folder)})


def _below(folder: str) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in files:
            yield os.path.relpath(os.path.join(path, file), folder).replace(os.sep, "/")
