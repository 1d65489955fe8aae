"""Work spread over processes that begin as copies of this one, so that nothing has to be sent to them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer items than this for each process are done sooner by one.
_WORTH_IT = 250
_SLICES = 8  # for each process, so that all end at about the same time


def workers_for(items: int) -> int:
    """How many processes pay for this many pages: one where the system can't copy a process, or for little work."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, items // _WORTH_IT))


class _Task:
    """What the copies do; it stands here before they are made, and they find it here."""

    run: Callable[[int, int], Any]


def spread(items: Sequence[Item], work: Callable[[Sequence[Item]], Result], workers: int) -> list[Result]:
    """The results of `work` on slices of the items, in order. One worker works here, more in copies of this process."""
    if not items:
        return []
    if workers <= 1:
        return [work(items)]
    size = -(-len(items) // (workers * _SLICES))
    _Task.run = staticmethod(lambda start, end: work(items[start:end]))
    bounds = [(start, start + size) for start in range(0, len(items), size)]
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        return pool.starmap(_run, bounds, chunksize=1)


def _run(start: int, end: int) -> Any:
    return _Task.run(start, end)
