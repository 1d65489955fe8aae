"""Python's own search for what nobody needs any more, kept out of builds: there is next to nothing to find in them."""

from __future__ import annotations

import gc
from threading import Timer

_IDLE = 2  # seconds after a build in which nothing was edited


class Tidying:
    """Stops the search while a build goes on; with `later` it is made up for when nobody edits, as in a preview."""

    def __init__(self, *, later: bool) -> None:
        self._later = later
        self._coming: Timer | None = None
        self._frozen = False

    def stop(self) -> None:
        """A build begins."""
        if self._coming is not None:
            self._coming.cancel()
        gc.disable()

    def go_on(self) -> None:
        """A build is done. What the first one left is not looked through by later searches, nor when Python ends."""
        if not self._frozen:
            gc.freeze()
            self._frozen = True
        if self._later:
            self._coming = Timer(_IDLE, gc.collect)
            self._coming.daemon = True
            self._coming.start()
