from __future__ import annotations

import pytest
from maeul.load.programme import OfficeCount, Result
from maeul.site.charts import HEIGHT, WIDTH, counts_chart, number, result_bars
from maeul.site.context import SiteContext
from maeul.site.programme_page import programme_view, won
from maeul.words import Words


def _count(as_of: str, offices: int, kind: str = "running") -> OfficeCount:
    return OfficeCount.model_validate({"as_of": as_of, "offices": offices, "kind": kind, "sources": ["a"]})


def test_every_dot_of_the_chart_stands_in_the_table(site: SiteContext) -> None:
    view = programme_view(site)
    words = site.words
    rows = {words("programme.dot", date=date, count=offices) for date, offices, *_ in view["counts"]}
    assert {dot.text for dot in view["chart"].dots} <= rows


def test_the_table_holds_every_count_and_the_chart_all_but_the_planned(site: SiteContext) -> None:
    counts = site.directory.programme.counts
    view = programme_view(site)
    assert len(view["counts"]) == len(counts)
    assert len(view["chart"].dots) == sum(count.kind != "planned" for count in counts)


def test_every_bar_stands_in_the_table_with_its_value(site: SiteContext) -> None:
    view = programme_view(site)
    rows = {row[:3] for row in view["results"]}
    assert {(bar.label, bar.detail, bar.value) for bar in view["bars"]} <= rows
    assert len(view["results"]) == len(site.directory.programme.results)
    assert max(bar.percent for bar in view["bars"]) == 100


def test_dots_lie_inside_the_chart_as_high_as_their_figures(words: Words) -> None:
    chart = counts_chart([_count("2018-11", 5), _count("2023-01", 104), _count("2025-06", 62)], words)
    first, peak, last = chart.dots
    assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in chart.dots)
    assert first.x < peak.x < last.x
    assert peak.y < last.y < first.y
    zero = next(tick.at for tick in chart.up if tick.text == "0")
    assert (zero - peak.y) / (zero - last.y) == pytest.approx(104 / 62, abs=0.01)


def test_first_last_and_peak_are_labelled(words: Words) -> None:
    chart = counts_chart([_count("2018", 5), _count("2020", 42), _count("2023", 104), _count("2025", 62)], words)
    assert [bool(dot.label) for dot in chart.dots] == [True, False, True, True]


def test_the_line_joins_running_offices_only(words: Words) -> None:
    chart = counts_chart([_count("2019", 5), _count("2020", 90, "event"), _count("2021", 80)], words)
    assert len(chart.line.split()) == 2
    assert len(chart.dots) == 3


def test_plans_are_not_drawn(words: Words) -> None:
    chart = counts_chart([_count("2019", 5), _count("2021", 80), _count("2027", 300, "planned")], words)
    assert len(chart.dots) == 2
    assert chart.up[-1].text == "80"


@pytest.mark.parametrize(
    ("value", "approx", "shown"),
    [(380_000, True, "약 380,000건"), (1_234, False, "1,234건"), (92.9, False, "92.9건")],
)
def test_a_result_says_when_its_source_rounds(words: Words, value: float, approx: bool, shown: str) -> None:
    facts = {"period": "2020년", "year": 2020, "what": "건수", "unit": "건", "sources": ["a"]}
    assert number(Result.model_validate({**facts, "value": value, "approx": approx}), words) == shown


def test_bars_keep_their_proportions(words: Words) -> None:
    facts = {"period": "2020년", "year": 2020, "what": "건수", "unit": "건", "sources": ["a"], "charted": True}
    results = [Result.model_validate({**facts, "value": value}) for value in (200, 50)]
    assert [bar.percent for bar in result_bars(results, words)] == [100.0, 25.0]


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (30_253_766_000, "약 302억 5,376만 원"),
        (515_000_000, "5억 1,500만 원"),
        (30_000_000_000, "300억 원"),
        (50_000_000, "5,000만 원"),
        (1_000_000_000_000, "10,000억 원"),
    ],
)
def test_money_is_told_in_eok_and_man(site: SiteContext, amount: int, shown: str) -> None:
    assert won(amount, site) == shown
