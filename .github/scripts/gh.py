"""GitHub by its own command `gh`, which finds the token in GH_TOKEN."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"  # who speaks with a workflow's token
LONGEST = 65_536  # characters of a comment or an issue

_MORE = "\n길어서 다 싣지 못했습니다. 작업 요약(Summary)에는 모두 있습니다.\n"


def event() -> Any:
    """What started the workflow."""
    return json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))


def repository() -> str:
    """`owner/name` of the repository in which the workflow runs."""
    return os.environ["GITHUB_REPOSITORY"]


def address() -> str:
    """The repository's page."""
    return f"{os.environ['GITHUB_SERVER_URL']}/{repository()}"


def get(path: str, **query: str) -> Any:
    """What stands at a path below the repository."""
    return json.loads(_api(path, *_query(**query)))


def pages(path: str, **query: str) -> list[Any]:
    """All items of a list below the repository."""
    every = json.loads(_api(path, "--paginate", "--slurp", *_query(per_page="100", **query)))
    return [item for page in every for item in page]


def download(path: str) -> bytes:
    """A file below the repository."""
    return _api(path)


def send(path: str, method: str, **fields: Any) -> None:
    """Make or change something below the repository."""
    _api(path, "--method", method, "--input", "-", given=json.dumps(fields).encode())


def keep_comment(number: int, marker: str, body: str) -> None:
    """One comment of ours on an issue or pull request: written at first, rewritten from then on.

    `marker` stands in it unseen and tells it from others; only a comment of our own is rewritten.
    """
    whole = f"{marker}\n{body}"
    for comment in pages(f"issues/{number}/comments"):
        if comment["user"]["login"] == BOT and comment["body"].startswith(marker):
            send(f"issues/comments/{comment['id']}", "PATCH", body=whole)
            return
    send(f"issues/{number}/comments", "POST", body=whole)


def cut(text: str, longest: int) -> str:
    """As many whole lines as fit into `longest` characters, and a sentence when there are more."""
    if len(text) <= longest:
        return text
    return text[: text.rfind("\n", 0, longest - len(_MORE)) + 1] + _MORE


def _query(**fields: str) -> list[str]:
    return ["--method", "GET", *(part for name, value in fields.items() for part in ("--raw-field", f"{name}={value}"))]


def _api(path: str, *options: str, given: bytes | None = None) -> bytes:
    command = ("gh", "api", f"repos/{repository()}/{path}", *options)
    return subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True).stdout
