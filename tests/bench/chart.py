"""A small SVG chart: seconds over offices, both axes logarithmic, a line for each stage with its name at the end."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

WIDTH, HEIGHT = 760, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 150, 44, 52
_LABEL_GAP = 18
# Colours that differ in lightness too, and dashes, so that lines can be told apart without colour.
_LOOKS = {
    "cold": ("#0b3c6f", ""),
    "clean": ("#1f77c8", "7 3"),
    "one_change": ("#0a7d55", "2 3"),
    "nothing": ("#5b8f2a", "1 4"),
    "preview": ("#b8860b", "4 2 1 2"),
    "check": ("#7a7a7a", "9 3 2 3"),
    "stock": ("#a3341f", ""),
    "hugo": ("#c2187a", "5 2"),
    "hugo_html": ("#7d3fb0", "5 2 1 2"),
}
Points = Sequence[tuple[int, float]]


class _Scale:
    """From values to places along an axis, by whole decades."""

    def __init__(self, values: Sequence[float], first: float, last: float) -> None:
        self.low = math.floor(math.log10(min(values)))
        self.high = max(math.ceil(math.log10(max(values))), self.low + 1)
        self.first, self.last = first, last

    def at(self, value: float) -> float:
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.first + share * (self.last - self.first), 1)

    def decades(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def draw(series: Mapping[str, Points]) -> bytes:
    """The chart of stages and their points (offices, seconds), as the bytes of an SVG file."""
    svg = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img")
    svg.set("font-family", "sans-serif")
    svg.set("font-size", "13")
    SubElement(svg, "title").text = "관리소 수에 따른 시간 (seconds over offices, log-log)"
    SubElement(svg, "rect", width=str(WIDTH), height=str(HEIGHT), fill="#ffffff")
    if series:
        _plot(svg, series)
    data: bytes = ElementTree.tostring(svg, "utf-8")
    return data


def _plot(svg: Element, series: Mapping[str, Points]) -> None:
    across = _Scale([size for points in series.values() for size, _ in points], _LEFT, WIDTH - _RIGHT)
    up = _Scale([seconds for points in series.values() for _, seconds in points], HEIGHT - _BOTTOM, _TOP)
    _axes(svg, across, up)
    for name, points in series.items():
        _line(svg, name, [(across.at(size), up.at(seconds)) for size, seconds in points])
    _labels(
        svg, {name: (across.at(points[-1][0]), up.at(points[-1][1]), points[-1][1]) for name, points in series.items()}
    )


def _axes(svg: Element, across: _Scale, up: _Scale) -> None:
    for value in across.decades():
        _rule(svg, across.at(value), _TOP, across.at(value), HEIGHT - _BOTTOM)
        _text(svg, across.at(value), HEIGHT - _BOTTOM + 20, f"{value:,.0f}", "middle")
    for value in up.decades():
        _rule(svg, _LEFT, up.at(value), WIDTH - _RIGHT, up.at(value))
        _text(svg, _LEFT - 8, up.at(value) + 4, f"{value:g}", "end")
    _text(svg, (_LEFT + WIDTH - _RIGHT) / 2, HEIGHT - 10, "관리소 수 (offices)", "middle")
    _text(svg, 12, 24, "초 (seconds)", "start")


def _line(svg: Element, name: str, places: Sequence[tuple[float, float]]) -> None:
    colour, dashes = _LOOKS[name]
    line = SubElement(svg, "polyline", points=" ".join(f"{x},{y}" for x, y in places), fill="none", stroke=colour)
    line.set("stroke-width", "2.5")
    if dashes:
        line.set("stroke-dasharray", dashes)
    for x, y in places:
        SubElement(svg, "circle", cx=str(x), cy=str(y), r="3.5", fill=colour)


def _labels(svg: Element, ends: Mapping[str, tuple[float, float, float]]) -> None:
    """Names right of the lines, pushed down where they would touch, each tied to its line's end."""
    names = sorted(ends, key=lambda name: ends[name][1])
    lowest = HEIGHT - _BOTTOM - _LABEL_GAP * len(names)
    y = 0.0
    for number, name in enumerate(names):
        x, end, seconds = ends[name]
        y = max(min(end, lowest + _LABEL_GAP * (number + 1)), y + _LABEL_GAP if number else 0)
        colour = _LOOKS[name][0]
        _rule(svg, x, end, WIDTH - _RIGHT + 10, y, colour, "0.7")
        _text(svg, WIDTH - _RIGHT + 14, y + 4, f"{name} {seconds:.3g} s", "start", colour)


def _rule(svg: Element, x1: float, y1: float, x2: float, y2: float, colour: str = "#d5d9de", width: str = "1") -> None:
    rule = SubElement(svg, "line", x1=str(x1), y1=str(y1), x2=str(x2), y2=str(y2), stroke=colour)
    rule.set("stroke-width", width)


def _text(svg: Element, x: float, y: float, text: str, anchor: str, colour: str = "#333333") -> None:
    label = SubElement(svg, "text", x=str(x), y=str(y), fill=colour)
    label.set("text-anchor", anchor)
    label.text = text
