"""A page: where it is, what its head says, and the ready values that its template draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from maeul.site.addresses import root_from

PAGE = "index.html"


@dataclass(frozen=True)
class Page:
    """One page of the site. `kind` names its template and its frame; `view` is what the template draws.

    `beside` are the files that stand beside the page in its folder, by name. `leads_to` is the path of the page that
    took its place, when it only leads on.
    """

    kind: str
    path: str
    title: str
    description: str
    view: Mapping[str, Any]
    json_ld: Mapping[str, Any] | None = None
    beside: Mapping[str, bytes] = field(default_factory=dict)
    leads_to: str = ""

    root: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "root", root_from(self.path))

    @property
    def file(self) -> str:
        """The file that holds the page in the built site."""
        return f"{self.path}{PAGE}"
