"""A preview looks for changes while nothing is built, and finds after a build what was edited during it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest
from maeul.making import watching
from maeul.making.watching import Watching
from watchdog.events import FileSystemEvent, FileSystemEventHandler


class _Seen(FileSystemEventHandler):
    def __init__(self) -> None:
        self.names: Queue[str] = Queue()

    def on_modified(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.put(Path(str(event.src_path)).name)


@pytest.fixture
def looking(tmp_path: Path) -> Iterator[tuple[Watching, _Seen, Path]]:
    file, seen, found = tmp_path / "offices.yaml", _Seen(), Watching()
    file.write_text("a", "utf-8")
    observer = found.observer()
    observer.schedule(seen, str(tmp_path), recursive=True)
    observer.start()
    yield found, seen, file
    found.go_on()
    observer.stop()
    observer.join()


def test_an_edit_is_seen(looking: tuple[Watching, _Seen, Path]) -> None:
    _, seen, file = looking
    file.write_text("ab", "utf-8")
    assert seen.names.get(timeout=5) == file.name


def test_an_edit_during_a_build_is_seen_after_it(looking: tuple[Watching, _Seen, Path]) -> None:
    found, seen, file = looking
    found.stop()
    with pytest.raises(Empty):  # the look that was on its way
        seen.names.get(timeout=0.3)
    file.write_text("ab", "utf-8")
    with pytest.raises(Empty):
        seen.names.get(timeout=0.5)
    found.go_on()
    assert seen.names.get(timeout=5) == file.name


def test_a_build_that_never_ends_is_not_waited_for(
    looking: tuple[Watching, _Seen, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    found, seen, file = looking
    monkeypatch.setattr(watching, "_LONGEST", 0.2)
    found.stop()
    file.write_text("ab", "utf-8")
    assert seen.names.get(timeout=5) == file.name
