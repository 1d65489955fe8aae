"""What `mkdocs.yml` says about the site, read without MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag

CONFIG = "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """Safe YAML in which `!ENV [NAME, default]` is taken from the environment, as MkDocs has it."""


yaml_env_tag.add_env_tag(_Loader)


@dataclass(frozen=True)
class Settings:
    """The configuration as MkDocs would read it."""

    tree: dict[str, Any]

    @property
    def language(self) -> str:
        """The language of the pages."""
        return str(self.tree["theme"]["language"])

    @property
    def addresses(self) -> tuple[str, str, Any]:
        """The address of the site, that of its project, and a server of map tiles or None."""
        return self.tree.get("site_url") or "", self.tree.get("repo_url") or "", self.tree["extra"].get("tiles")

    @property
    def content(self) -> str:
        """The folder of what people write."""
        return str(self.tree["docs_dir"])


def read_settings(root: Path) -> Settings:
    """The settings of a project folder."""
    return Settings(yaml.load((root / CONFIG).read_text("utf-8"), Loader=_Loader))
