"""One comment on a pull request: what the check found, what changes, where the preview is.

The check ran the contributor's code with no rights at all. What it left behind is only text to us: it is taken apart
here, with bounds on every part, and written anew by our own code. Which pull request it belongs to is asked of GitHub,
not of what was left behind.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Mapping
from typing import Any

import gh
from maeul.editors.render.markdown import markdown, plain
from maeul.editors.render.report import Report
from maeul.load.findings import Finding, Level

MARKER = "<!-- maeul: check -->"
REVIEW, SITE = "review", "site"  # the artifacts of check.yml

_LONGEST_ARCHIVE = 5_000_000  # bytes, packed
_LONGEST_FILE = 20_000_000  # bytes, unpacked
_LONGEST_CHANGES = 20_000  # characters
_NOTE_ROOM = 1_000  # characters for what stands around findings and changes
_CODE = re.compile(r"[a-z][a-z0-9-]{0,60}")


class UnfitError(ValueError):
    """What the check left behind is not of its making."""


def main() -> None:
    """Comment on every open pull request of the commit that was checked."""
    run = gh.event()["workflow_run"]
    artifacts = {found["name"]: found for found in gh.get(f"actions/runs/{run['id']}/artifacts")["artifacts"]}
    if REVIEW not in artifacts:
        print("살핀 결과가 없어 댓글을 달지 않습니다.")
        return
    files = unpacked(archive_of(artifacts[REVIEW]))
    body = comment(files, run, SITE in artifacts and artifacts[SITE])
    for number in pull_requests(run):
        gh.keep_comment(number, MARKER, body)


def pull_requests(run: Mapping[str, Any]) -> list[int]:
    """The open pull requests whose newest commit is the one that was checked; GitHub names none for a fork's."""
    if run["head_repository"] is None:
        return []
    head = f"{run['head_repository']['owner']['login']}:{run['head_branch']}"
    found = gh.get("pulls", state="open", head=head)
    return [pull["number"] for pull in found if pull["head"]["sha"] == run["head_sha"]]


def archive_of(artifact: Mapping[str, Any]) -> bytes:
    """The artifact, packed, if it is not too big."""
    if artifact["size_in_bytes"] > _LONGEST_ARCHIVE:
        raise UnfitError(f"{artifact['size_in_bytes']} bytes")
    return gh.download(f"actions/artifacts/{int(artifact['id'])}/zip")


def unpacked(archive: bytes) -> dict[str, str]:
    """The two files that are looked at; nothing is written to disk."""
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        names = set(packed.namelist())
        return {name: _text(packed, name) if name in names else "" for name in ("findings.json", "changes.txt")}


def _text(packed: zipfile.ZipFile, name: str) -> str:
    with packed.open(name) as file:
        raw = file.read(_LONGEST_FILE + 1)
    if len(raw) > _LONGEST_FILE:
        raise UnfitError(name)
    return raw.decode("utf-8")


def comment(files: Mapping[str, str], run: Mapping[str, Any], site: Mapping[str, Any] | bool) -> str:
    """The comment's text."""
    sha = re.fullmatch(r"[0-9a-f]{40}", run["head_sha"])
    if sha is None:
        raise UnfitError("head_sha")
    page = f"{gh.address()}/actions/runs/{int(run['id'])}"
    changes = changes_text(files["changes.txt"])
    note = [f"살핀 커밋 {sha[0]}", f"[작업 요약]({page})"]
    if isinstance(site, Mapping):
        note.append(f"[미리 본 누리집 내려받기]({page}/artifacts/{int(site['id'])})")
    report = report_of(files["findings.json"], f"{gh.address()}/blob/{sha[0]}")
    findings = markdown(report, gh.LONGEST - len(changes) - _NOTE_ROOM)
    return "\n".join((findings, changes, " · ".join(note)))


def report_of(text: str, link: str) -> Report:
    """The findings that the check wrote as JSON."""
    try:
        entries = json.loads(text)["findings"]
        findings = [_finding(entry) for entry in entries]
        changed: dict[str, set[int]] = {}
        for entry, found in zip(entries, findings, strict=True):
            if entry["changed"]:
                changed.setdefault(found.file, set()).add(found.line)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise UnfitError("findings.json") from error
    return Report(findings, changed, link)


def _finding(entry: Mapping[str, Any]) -> Finding:
    if not _CODE.fullmatch(entry["code"]):
        raise UnfitError("code")
    words = (str(entry[name]) for name in ("message", "hint"))
    place = (str(entry["file"]), int(entry["line"]), int(entry["column"]))
    return Finding(*place, entry["code"], Level(entry["level"]), (), *words)


def changes_text(text: str) -> str:
    """What changes, a line each."""
    lines = [line for line in text.splitlines() if line.strip()]
    listed = "".join(f"{'  ' if line.startswith(' ') else ''}- {plain(line)}\n" for line in lines)
    return gh.cut(f"## 바뀌는 내용\n\n{listed}", _LONGEST_CHANGES) if lines else ""


if __name__ == "__main__":
    try:
        main()
    except (UnfitError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        sys.exit(f"살핀 결과를 읽을 수 없어 댓글을 달지 않았습니다: {error!r}")
