"""What a preview looks for changes with: often, for a build takes less time than MkDocs waits; not during a build."""

from __future__ import annotations

import os
from collections.abc import Iterator
from threading import Event

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

LOOK_EVERY, WAIT = 0.1, 0.05  # seconds: between two looks for changes, and for further ones to come
_LONGEST = 2  # seconds; a build that takes longer, or was broken off, is not waited for


class Watching:
    """Looks at folders while no build goes on: looking takes a tenth of a core, which a build would miss.

    What was edited during a build is found after it.
    """

    def __init__(self) -> None:
        self._idle = Event()
        self._idle.set()

    def observer(self) -> BaseObserver:
        """What looks at the folders that it is given."""
        return PollingObserverVFS(os.stat, self._entries, polling_interval=LOOK_EVERY)

    def stop(self) -> None:
        """A build begins."""
        self._idle.clear()

    def go_on(self) -> None:
        """A build is done."""
        self._idle.set()

    def _entries(self, folder: str | None) -> Iterator[os.DirEntry[str]]:
        if not self._idle.wait(_LONGEST):
            self._idle.set()
        return os.scandir(folder)
