"""A line on the terminal that says how far a long build is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TextIO, TypeVar

_WORTH_IT = 1000  # pages; fewer are done before anybody reads the line
_EVERY = 0.2  # seconds

Item = TypeVar("Item", bound="Sized")


class Sized(Protocol):
    """Something made of so many pages."""

    def __len__(self) -> int: ...


def shown(
    parts: Iterable[Item], total: int, stream: TextIO, now: Callable[[], float] = time.monotonic
) -> Iterator[Item]:
    """The parts as they come, with pages done, pages a second and time left on one line of a terminal.

    A stream that is no terminal, such as a log, gets nothing, and so does a short build.
    """
    if total < _WORTH_IT or not stream.isatty():
        yield from parts
        return
    done, begun, last = 0, now(), float("-inf")
    for part in parts:
        done += len(part)
        if now() - last >= _EVERY:
            last = now()
            stream.write(f"\r\x1b[K{progress_line(done, total, last - begun)}")
            stream.flush()
        yield part
    stream.write("\r\x1b[K")
    stream.flush()


def progress_line(done: int, total: int, seconds: float) -> str:
    """`페이지 3,000/10,000 · 1초에 1,500장 · 5초 남음`."""
    rate = done / seconds if seconds > 0 else 0
    left = f" · {_time((total - done) / rate)} 남음" if rate else ""
    return f"페이지 {done:,}/{total:,} · 1초에 {rate:,.0f}장{left}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}분 {rest}초" if minutes else f"{rest}초"
