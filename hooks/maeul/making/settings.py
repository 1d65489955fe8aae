"""What `mkdocs.yml` says about the site, read without MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

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


def left_open(site_url: str, repo_url: str) -> str:
    """What a host must still set before the site goes online, a line each; "" when nothing is left."""
    lines = ""
    if (urlsplit(site_url).hostname or "example").rpartition(".")[2] == "example":  # nobody's (RFC 2606)
        lines += f"SITE_URL이 정해지지 않아 누리집 주소를 '{site_url}'로 적었습니다. 올리기 전에 정하세요.\n"
    if not repo_url:
        lines += "REPO_URL이 비어 있어 '이 정보 고치기' 대신 물어볼 전화번호를 보여 줍니다.\n"
    elif "/example/" in repo_url:
        lines += f"REPO_URL이 정해지지 않아 '이 정보 고치기'가 '{repo_url}'로 갑니다. 올리기 전에 정하세요.\n"
    return lines


def read_settings(root: Path) -> Settings:
    """The settings of a project folder."""
    return Settings(yaml.load((root / CONFIG).read_text("utf-8"), Loader=_Loader))
