"""What the bench writes: `results.json`, `RESULTS.md` and the chart."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from chart import draw
from measure import Measured, Results, Weight
from stages import ORDER

JUDGED = 10_000  # the size for which goals are set
RATIOS = {
    "cold_over_hugo": ("cold", "hugo"),
    "clean_over_hugo": ("clean", "hugo"),
    "one_change_over_hugo": ("one_change", "hugo"),
    "cold_over_hugo_html": ("cold", "hugo_html"),
    "clean_over_hugo_html": ("clean", "hugo_html"),
    "one_change_over_hugo_html": ("one_change", "hugo_html"),
    "clean_over_stock": ("clean", "stock"),
}
_MARK = "<!-- results -->"


def write_results(folder: Path, done: Sequence[Results], machine: Mapping[str, Any]) -> str:
    """Write all files; returns the tables in them."""
    data = as_data(done, machine)
    (folder / "results.json").write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    medians = {
        name: [(results.size, _median(results.runs[name])) for results in done if results.runs.get(name)]
        for name in ORDER
    }
    (folder / "results.svg").write_bytes(draw({name: points for name, points in medians.items() if points}))
    tables = "\n".join(result_lines(data))
    lead = (folder / "RESULTS.lead.md").read_text(encoding="utf-8")
    (folder / "RESULTS.md").write_text(lead.replace(_MARK, tables), encoding="utf-8")
    return tables


def as_data(done: Sequence[Results], machine: Mapping[str, Any]) -> dict[str, Any]:
    """Everything measured, as `results.json` has it."""
    sizes = {str(results.size): _size_data(results) for results in done}
    judged = str(JUDGED) if str(JUDGED) in sizes else list(sizes)[-1]
    cold = {results.size: _median(results.runs["cold"]) for results in done if results.runs.get("cold")}
    return {
        "date": datetime.now(ZoneInfo("Asia/Seoul")).date().isoformat(),
        "machine": dict(machine),
        "ratios_at": int(judged),
        **{key: sizes[judged][key] for key in RATIOS},
        "exponent": {"two_largest": _exponent(cold, *sorted(cold)[-2:-1]), "from_1000": _exponent(cold, 1000)},
        "failed": [f"{results.size} {name}: {text}" for results in done for name, text in results.failed.items()],
        "sizes": sizes,
    }


def _size_data(results: Results) -> dict[str, Any]:
    stages = {
        name: _stage_data(results.runs[name], results.weights.get(name)) for name in ORDER if results.runs.get(name)
    }
    return {"stages": stages, **{key: _ratio(results, *names) for key, names in RATIOS.items()}}


def _stage_data(runs: Sequence[Measured], weight: Weight | None) -> dict[str, Any]:
    seconds = [run.seconds for run in runs]
    return {
        "seconds": {
            "median": round(median(seconds), 3),
            "min": round(min(seconds), 3),
            "max": round(max(seconds), 3),
        },
        "runs": len(runs),
        "peak_mb": round(max(run.peak_mb for run in runs), 1),
        "bytes": weight.bytes if weight else None,
        "files": weight.files if weight else None,
        "pages": weight.all_pages if weight else None,
        "page_bytes": weight.page_bytes if weight else None,
    }


def _ratio(results: Results, ours: str, other: str) -> float | None:
    """The median of the ratios of each round, where both ran in every round; else the ratio of the medians."""
    mine, theirs = results.runs.get(ours, []), results.runs.get(other, [])
    if not mine or not theirs:
        return None
    if len(mine) == len(theirs):
        return round(median(a.seconds / b.seconds for a, b in zip(mine, theirs, strict=True)), 4)
    return round(_median(mine) / _median(theirs), 4)


def _exponent(cold: Mapping[int, float], smaller: int = 0) -> float | None:
    """k in time ~ offices^k from a smaller size to the largest; None without two sizes."""
    largest = max(cold, default=0)
    if smaller not in cold or smaller >= largest:
        return None
    return round(math.log(cold[largest] / cold[smaller]) / math.log(largest / smaller), 3)


def _median(runs: Sequence[Measured]) -> float:
    return median(run.seconds for run in runs)


def result_lines(data: Mapping[str, Any]) -> list[str]:
    """The tables, as Markdown."""
    machine = data["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in machine["versions"].items())
    lines = [
        f"{data['date']} · {machine['processor']} {machine['cores']}코어 · 메모리 {machine['memory_gb']} GB · "
        f"{machine['system']} · Python {machine['python']}",
        "",
        versions,
        "",
        "## 견준 값",
        "",
        *_table(["", *(f"{int(size):,}곳" for size in data["sizes"])], _ratio_rows(data)),
        "",
        f"시간의 지수(cold): 큰 두 크기 사이 {_number(data['exponent']['two_largest'])}, "
        f"1,000곳에서 가장 큰 크기까지 {_number(data['exponent']['from_1000'])}",
    ]
    for size, values in data["sizes"].items():
        lines += ["", f"## {int(size):,}곳", "", *_table(_HEAD, _stage_rows(values["stages"]))]
    if data["failed"]:
        lines += ["", "## 실패한 단계", "", "```text", *data["failed"], "```"]
    return lines


_HEAD = [
    "단계",
    "초(가운데값)",
    "가장 짧게~길게",
    "번",
    "메모리 MB",
    "누리집 MB",
    "파일",
    "페이지",
    "관리소 페이지 하나의 바이트",
]


def _stage_rows(stages: Mapping[str, Any]) -> list[list[str]]:
    return [
        [
            f"`{name}`",
            f"{stage['seconds']['median']:.2f}",
            f"{stage['seconds']['min']:.2f}~{stage['seconds']['max']:.2f}",
            str(stage["runs"]),
            f"{stage['peak_mb']:,.0f}",
            f"{stage['bytes'] / 1e6:,.1f}" if stage["bytes"] else "",
            f"{stage['files']:,}" if stage["files"] else "",
            f"{stage['pages']:,}" if stage["pages"] else "",
            f"{stage['page_bytes']:,}" if stage["page_bytes"] else "",
        ]
        for name, stage in stages.items()
    ]


def _ratio_rows(data: Mapping[str, Any]) -> list[list[str]]:
    return [[f"`{key}`", *(_number(values[key]) for values in data["sizes"].values())] for key in RATIOS]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    rule = ["---", *["--:"] * (len(head) - 1)]
    return [f"| {' | '.join(row)} |" for row in (head, rule, *rows)]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
