"""Finished pages on their way from the builds of shards to the build that writes the site.

Sizes and times, by which a cache believes its own files, tell nothing of files that came from another machine, so a
shard lists a digest of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from maeul.kept.digests import digest
from maeul.kept.pages import KeptPages, Note
from maeul.kept.store import keep, kept, what_made

_LIST = "shard.pickle"
Handed = dict[str, tuple[bytes, dict[str, bytes]]]  # by page: what it was made from, and the digest of each file


class ShardError(ValueError):
    """Folders that are no shards of one build: `folder` has no list of pages, or one made from something else."""

    def __init__(self, folder: Path, *, other: bool) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.other = other


def hand_over(pages: KeptPages) -> None:
    """List the pages that are noted with the digests of their files."""
    handed: Handed = {
        name: (note[0], {file: digest(Path(path).read_bytes()) for file, path, _ in pages.files(name)})
        for name, note in pages.notes().items()
    }
    keep(pages.folder / _LIST, pages.made_from, handed)


def is_shard(folder: Path) -> bool:
    """Whether a folder has pages that were handed over."""
    return (folder / _LIST).is_file()


def gather(shards: Sequence[Path], into: Path) -> tuple[int, int]:
    """Take the pages of shards into a cache: how many were taken, and how many not, because files of theirs changed.

    ShardError when these are no shards of one build; then nothing is taken.
    """
    for folder in shards:
        if not is_shard(folder):
            raise ShardError(folder, other=False)
    made_from = what_made(shards[0] / _LIST)
    lists = [(folder, _handed(folder, made_from)) for folder in shards]
    pages = KeptPages(into, made_from)
    for folder, handed in lists:
        pages.note(dict(_taken(KeptPages(folder, made_from), handed, pages)))
    pages.finish()
    taken = len(pages.notes())
    return taken, len({name for _, handed in lists for name in handed}) - taken


def _handed(folder: Path, made_from: bytes) -> Handed:
    handed: Handed | None = kept(folder / _LIST, made_from)
    if handed is None:
        raise ShardError(folder, other=what_made(folder / _LIST) != made_from)
    return handed


def _taken(shard: KeptPages, handed: Handed, pages: KeptPages) -> Iterator[tuple[str, Note]]:
    for name, (made_from, digests) in handed.items():
        files = {file: shard.path(name, file) for file in digests}
        if all(_is(path, digests[file]) for file, path in files.items()):
            yield name, pages.take(name, made_from, files)


def _is(path: str, digested: bytes) -> bool:
    try:
        return digest(Path(path).read_bytes()) == digested
    except OSError:
        return False
