"""Charts drawn at build time: positions for an SVG, and the same figures as a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from maeul.load.programme import OfficeCount, Result
from maeul.words import Words

WIDTH, HEIGHT = 640, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 24, 28, 40


@dataclass(frozen=True)
class Tick:
    """A mark on an axis."""

    at: float
    text: str


@dataclass(frozen=True)
class Dot:
    """A value at a time: `label` is written beside the few dots that the eye should find."""

    x: float
    y: float
    text: str
    label: str
    kind: str


@dataclass(frozen=True)
class TimeChart:
    """Counts over time: dots joined by a line where offices were running. `words` tell the course of it."""

    width: int
    height: int
    line: str
    dots: tuple[Dot, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    left: float
    right: float
    bottom: float
    words: str


@dataclass(frozen=True)
class Bar:
    """A bar with its words; lengths in parts of a hundred of the longest."""

    label: str
    detail: str
    value: str
    percent: float


def counts_chart(counts: Sequence[OfficeCount], words: Words) -> TimeChart:
    """Offices by date; planned numbers are left to the table, where their kind is said."""
    shown = sorted((count for count in counts if count.kind != "planned"), key=lambda count: count.as_of)
    first, last = shown[0].as_of.year, shown[-1].as_of.year + 1
    top = -(-max(count.offices for count in shown) // 20) * 20
    bottom = HEIGHT - _BOTTOM

    def x_of(day: date) -> float:
        years = day.year - first + (day.timetuple().tm_yday - 1) / 366
        return round(_LEFT + years / (last - first) * (WIDTH - _LEFT - _RIGHT), 1)

    def y_of(offices: int) -> float:
        return round(bottom - offices / top * (bottom - _TOP), 1)

    peak = max(count.offices for count in shown)
    running = [count for count in shown if count.kind == "running"]
    turns = {"first": running[0], "peak": max(running, key=lambda count: count.offices), "last": running[-1]}
    course = {
        name: words("programme.dot", date=words.date(turn.as_of), count=turn.offices) for name, turn in turns.items()
    }
    named = {(shown[0].as_of, shown[0].offices), (shown[-1].as_of, shown[-1].offices)}
    named |= {(count.as_of, count.offices) for count in shown if count.offices == peak}
    dots = tuple(
        Dot(
            x_of(count.as_of.first_day), y_of(count.offices),
            words("programme.dot", date=words.date(count.as_of), count=count.offices),
            words("programme.places", count=count.offices) if (count.as_of, count.offices) in named else "",
            count.kind,
        )
        for count in shown
    )  # fmt: skip
    line = " ".join(f"{dot.x},{dot.y}" for dot in dots if dot.kind == "running")
    return TimeChart(
        WIDTH, HEIGHT, line, dots,
        tuple(Tick(x_of(date(year, 1, 1)), str(year)) for year in range(first, last + 1)),
        tuple(Tick(y_of(step), str(step)) for step in range(0, top + 1, 20)),
        _LEFT, WIDTH - _RIGHT, bottom, words("programme.chart", **course),
    )  # fmt: skip


def result_bars(results: Sequence[Result], words: Words) -> tuple[Bar, ...]:
    """Results that count the whole province, longest at a hundred."""
    charted = [result for result in results if result.charted]
    longest = max(result.value for result in charted)
    return tuple(
        Bar(result.period, result.what, number(result, words), round(100 * result.value / longest, 1))
        for result in charted
    )


def number(result: Result, words: Words) -> str:
    """A value with its unit: `약 380,000건`, `92.9%`."""
    plain = f"{result.value:,}{result.unit}"
    return words("programme.about", value=plain) if result.approx else plain
