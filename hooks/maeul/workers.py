"""Work spread over processes that begin as copies of this one, so that nothing has to be sent to them."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from multiprocessing.connection import Connection
from multiprocessing.pool import Pool
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this for each process are done sooner by one.
_WORTH_IT = 250
_SLICES = 16  # for each process, so that all end at about the same time
_SLICE = 100  # items at least, so that handing out slices costs little


def workers_for(items: int) -> int:
    """How many processes pay for this many items: one for little work, and one where this process can't be copied.

    That is where the system has no fork, and in a preview, which runs threads that a copy would not have.
    """
    if "fork" not in multiprocessing.get_all_start_methods() or threading.active_count() > 1:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, items // _WORTH_IT))


class _Task:
    """What the copies do; it stands here before they are made, and they find it here."""

    run: Callable[[int, int], Any]


class Spread(Generic[Result]):
    """The results of `work` on slices of the items, in order; to be asked for once.

    One worker works here, when a result is asked for; more begin at once, in copies of this process. How many there are
    is what pays for so many items, unless it is given.
    """

    def __init__(
        self, items: Sequence[Item], work: Callable[[Sequence[Item]], Result], workers: int | None = None
    ) -> None:
        workers = workers_for(len(items)) if workers is None else workers
        size = max(_SLICE, -(-len(items) // (workers * _SLICES)))
        bounds = [(start, start + size) for start in range(0, len(items), size)]
        self._pool: Pool | None = None
        self._coming: Iterator[Result] = (work(items[start:end]) for start, end in bounds)
        if workers > 1:
            _Task.run = staticmethod(lambda start, end: work(items[start:end]))
            self._pool = multiprocessing.get_context("fork").Pool(workers)
            self._coming = self._pool.imap(_run, bounds)

    def __iter__(self) -> Iterator[Result]:
        try:
            yield from self._coming
        finally:
            self.end()

    def end(self) -> None:
        """Let the copies go, whether they have finished or not."""
        if self._pool is not None:
            self._pool.terminate()


class Aside(Generic[Result]):
    """A value that a thread of this process works out while it goes on: for work that mostly waits for the disk."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._coming: Future[Result] = Future()
        threading.Thread(target=self._run, args=(work,), daemon=True).start()

    def _run(self, work: Callable[[], Result]) -> None:
        try:
            self._coming.set_result(work())
        except BaseException as error:  # to be raised where the value is asked for
            self._coming.set_exception(error)

    def result(self) -> Result:
        """The value, or the error that there was instead."""
        return self._coming.result()

    def wait(self) -> None:
        """Let the thread come to its end, however that is."""
        self._coming.exception()


class Ahead(Generic[Result]):
    """A value that a copy of this process works out while this one goes on.

    Unless it is begun `at_once` it is worked out here, when it is asked for.
    """

    def __init__(self, work: Callable[[], Result], *, at_once: bool) -> None:
        self._work = work
        self._coming = self._begin() if at_once else None

    def result(self) -> Result:
        """The value; to be asked for once. ChildProcessError when the copy ended without one."""
        if self._coming is None:
            return self._work()
        try:
            return self._coming.recv()  # type: ignore[no-any-return]
        except EOFError:
            raise ChildProcessError("a copy of the process ended without a result; its error is above") from None

    def _begin(self) -> Connection:
        coming, giving = multiprocessing.Pipe(duplex=False)
        context = multiprocessing.get_context("fork")
        context.Process(target=lambda: giving.send(self._work()), daemon=True).start()
        giving.close()
        return coming


def _run(bounds: tuple[int, int]) -> Any:
    return _Task.run(*bounds)
