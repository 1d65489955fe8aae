from __future__ import annotations

import io
from itertools import count

from maeul.making.progress import progress_line, shown


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _parts(total: int) -> list[list[int]]:
    return [[0] * 500 for _ in range(total // 500)]


def test_a_terminal_sees_pages_done_the_rate_and_the_time_left() -> None:
    stream, seconds = Terminal(), count(0.0, 0.5)
    assert len(list(shown(_parts(2000), 2000, stream, lambda: next(seconds)))) == 4
    assert "페이지 500/2,000 · " in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")  # nothing of the line is left at the end


def test_a_log_and_a_short_build_stay_quiet() -> None:
    log, terminal = io.StringIO(), Terminal()
    assert len(list(shown(_parts(2000), 2000, log))) == 4
    assert len(list(shown(_parts(500), 500, terminal))) == 1
    assert log.getvalue() == terminal.getvalue() == ""


def test_the_line_says_how_much_is_done_and_left() -> None:
    assert progress_line(3000, 10_000, 2.0) == "페이지 3,000/10,000 · 1초에 1,500장 · 5초 남음"
    assert progress_line(1000, 100_000, 2.0) == "페이지 1,000/100,000 · 1초에 500장 · 3분 18초 남음"
    assert progress_line(500, 10_000, 0.0) == "페이지 500/10,000 · 1초에 0장"
