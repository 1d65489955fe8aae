"""Edits that an editor might make to the records, drawn at random; those that leave the data with errors are undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st
from maeul.reader import read_directory
from small_project import OFFICES, TODAY

Edit = Callable[[Path], None]

_RECORD = re.compile(r"(?=^- id: )", re.MULTILINE)
_INDEX = st.integers(0, 10_000)


def _records(root: Path) -> list[str]:
    return _RECORD.split((root / OFFICES).read_text("utf-8"))


def _write(root: Path, records: list[str]) -> None:
    (root / OFFICES).write_text("".join(records), "utf-8")


def _in_record(number: int, pattern: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        records = _records(root)
        at = 1 + number % (len(records) - 1)
        records[at] = re.sub(pattern, new, records[at], count=1, flags=re.MULTILINE)
        _write(root, records)

    return edit


def _swap(one: int, other: int) -> Edit:
    def edit(root: Path) -> None:
        head, *records = _records(root)
        one_at, other_at = one % len(records), other % len(records)
        records[one_at], records[other_at] = records[other_at], records[one_at]
        _write(root, [head, *records])

    return edit


def _remove(number: int) -> Edit:
    def edit(root: Path) -> None:
        head, *records = _records(root)
        del records[number % len(records)]
        _write(root, [head, *records])

    return edit


def _add_copy(number: int) -> Edit:
    def edit(root: Path) -> None:
        head, *records = _records(root)
        copied = re.sub(r"^(- id: .*)$", r"\1-copied", records[number % len(records)], count=1, flags=re.MULTILINE)
        _write(root, [head, *records, copied])

    return edit


def _retitle(number: int) -> Edit:
    def edit(root: Path) -> None:
        stories = sorted((root / "content/stories").glob("[!i]*.md"))
        story = stories[number % len(stories)]
        story.write_text(story.read_text("utf-8").replace("title: ", "title: 다시 ", 1), "utf-8")

    return edit


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(_in_record, _INDEX, st.just(r"^  name: .*$"), st.integers(0, 99).map(lambda n: f"  name: 새 관리소 {n}")),
    st.builds(_in_record, _INDEX, st.just(r"lat: (\d+\.\d\d)\d*"), st.integers(0, 9).map(lambda n: rf"lat: \g<1>{n}")),
    st.builds(_in_record, _INDEX, st.just(r"state: \w+"), st.sampled_from(["state: unconfirmed", "state: closed"])),
    st.builds(_in_record, _INDEX, st.just(r"^  staff: \d+$"), st.integers(1, 9).map(lambda n: f"  staff: {n}")),
    st.builds(_swap, _INDEX, _INDEX),
    st.builds(_remove, _INDEX),
    st.builds(_add_copy, _INDEX),
    st.builds(_retitle, _INDEX),
)


def apply(edit: Edit, root: Path) -> None:
    """Make the edit, unless the data would have errors."""
    kept = {path: path.read_bytes() for path in (root / OFFICES, *(root / "content/stories").glob("*.md"))}
    edit(root)
    if read_directory(root, TODAY)[0] is None:
        for path, raw in kept.items():
            path.write_bytes(raw)
