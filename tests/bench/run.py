"""`make bench SIZES="107 1000 10000"`: time our builds beside Hugo and stock MkDocs on the same content.

Writes `results.json`, `results.svg` and `RESULTS.md` beside this file. `RUNS=3` sets the rounds of each stage.
Everything is built in a scratch folder (TMPDIR), of which nothing is kept.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from machine import describe, hugo_program
from measure import Results, ToolError, Weight, run, weigh
from report import write_results
from stages import LARGEST_COMPARED, ORDER, Stage, build_command, hugo_stages, our_stages, rounds, stock_stage

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SIZES = (107, 1000, 10_000)
_ADDRESSES = {"SITE_URL": "https://maeul.example/", "REPO_URL": "https://github.com/example/maeul"}
_TODAY = "2026-11-22"  # the day of the real records, so that a run next year builds the same pages


class Bench:
    """One run over all sizes. `asked` is the number of rounds that somebody asked for."""

    def __init__(self, scratch: Path, asked: int | None) -> None:
        self.scratch = scratch
        self.asked = asked
        self.hugo = hugo_program()
        self.base = scratch / "base"
        self.log = scratch / "log.txt"
        self.pad: int | None = None
        self.done: list[Results] = []

    def begin(self) -> int:
        """Copy the project as it stands now, build it, and see how heavy its pages are; returns the real offices."""
        _say("본뜨기", "지금의 프로젝트를 복사해 한 번 만들어 봅니다.")
        count = self._synth(ROOT, 0, self.base)
        run((*build_command(), "--strict"), self.base, self.environment(), self.log)
        ours = weigh(self.base / "site")
        if self.hugo is None:
            _say("hugo", "Hugo가 없습니다. 'make bench'가 requirements.lock에 있는 것을 설치합니다.")
            return count
        try:
            self.pad = max(0, ours.page_bytes - self._hugo_page_bytes())
        except ToolError as error:
            _say("hugo", f"Hugo 틀을 만들지 못했습니다.\n{error}")
        return count

    def environment(self) -> Mapping[str, str]:
        """The environment of all children: the project's own code as copied, fixed addresses, a fixed day."""
        hooks = self.base / "hooks"
        path = str(hooks if hooks.exists() else ROOT / "hooks")
        kept = {name: value for name, value in os.environ.items() if name != "MAEUL_CACHE"}
        return {**kept, **_ADDRESSES, "MAEUL_TODAY": _TODAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": path}

    def measure(self, size: int) -> Results:
        """All stages at one size, in rounds."""
        results = Results(size)
        folder = self.scratch / str(size)
        stages = self._stages(size, folder, results)
        most = max((rounds(name, size, self.asked) for name in stages), default=0)
        for number in range(most):
            for name, stage in stages.items():
                total = rounds(name, size, self.asked)
                if number < total and name not in results.failed:
                    self._time(stage, results, f"{number + 1}/{total}")
        self.done.append(results)
        shutil.rmtree(folder, ignore_errors=True)
        return results

    def _stages(self, size: int, folder: Path, results: Results) -> dict[str, Stage]:
        ours = folder / "ours"
        _say(f"{size:,}곳", "자료와 견줄 자리를 만듭니다.")
        try:
            self._synth(self.base, size, ours)
        except ToolError as error:
            results.failed.update(dict.fromkeys(ORDER, f"synth: {error}"))
            return {}
        found = {stage.name: stage for stage in our_stages(ours)}
        if size > LARGEST_COMPARED:
            del found["preview"]
        else:
            self._add("hugo", found, results, lambda: self._hugo_stages(ours, folder / "hugo"))
            self._add("stock", found, results, lambda: [self._stock_stage(ours, folder / "stock")])
        return {name: found[name] for name in ORDER if name in found}

    def _add(self, name: str, found: dict[str, Stage], results: Results, make: Callable[[], list[Stage]]) -> None:
        try:
            found.update({stage.name: stage for stage in make()})
        except ToolError as error:
            self._fail(name, error, results)

    def _stock_stage(self, project: Path, folder: Path) -> Stage:
        self._tool("stock.py", str(project), str(folder))
        return stock_stage(folder)

    def _time(self, stage: Stage, results: Results, number: str) -> None:
        try:
            stage.prepare()
            measure = stage.measure or partial(run, stage.command, stage.folder)
            measured = measure(self.environment(), self.log)
            stage.verify()
            if stage.output is not None:
                results.weights[stage.name] = _weigh(stage.output, results.size)
        except (ToolError, OSError) as error:
            self._fail(stage.name, error, results)
            return
        results.runs[stage.name].append(measured)
        _say(f"{results.size:,}곳 {stage.name} {number}", f"{measured.seconds:.2f}초, {measured.peak_mb:.0f} MB")

    def _fail(self, name: str, error: Exception, results: Results) -> None:
        results.failed[name] = str(error)
        _say(f"{results.size:,}곳 {name}", f"실패했습니다.\n{error}")

    def _hugo_stages(self, project: Path, folder: Path) -> list[Stage]:
        if self.hugo is None or self.pad is None:
            raise ToolError("Hugo is missing or its layout failed; see the first lines")
        self._tool("hugo.py", str(project), str(self.base / "site"), str(folder), str(self.pad))
        return hugo_stages(self.hugo, folder)

    def _hugo_page_bytes(self) -> int:
        """The mean weight of Hugo's pages before they are padded."""
        self.pad = 0
        stage = self._hugo_stages(self.base, self.scratch / "base-hugo")[0]
        self.pad = None
        run(stage.command, stage.folder, self.environment(), self.log)
        return weigh(stage.folder / "public").page_bytes

    def _synth(self, source: Path, count: int, target: Path) -> int:
        self._tool("synth.py", str(source), str(count), str(target))
        return int(self.log.read_text(encoding="utf-8"))

    def _tool(self, script: str, *arguments: str) -> None:
        """Run a part of the bench that needs much memory, in a process of its own."""
        run((sys.executable, str(HERE / script), *arguments), HERE, self.environment(), self.log)


def _weigh(site: Path, size: int) -> Weight:
    weight = weigh(site)
    if weight.pages != size:
        raise ToolError(f"{site}: {weight.pages} pages of {size} offices")
    return weight


def _say(what: str, text: str) -> None:
    print(f"[{what}] {text}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Measure every size; exit code 1 when any stage failed."""
    asked = int(os.environ["RUNS"]) if os.environ.get("RUNS") else None
    with tempfile.TemporaryDirectory(prefix="maeul-bench-") as scratch:
        bench = Bench(Path(scratch), asked)
        try:
            real = bench.begin()
        except ToolError as error:
            _say("본뜨기", f"지금의 프로젝트를 만들 수 없습니다.\n{error}")
            return 1
        machine = describe(bench.hugo)
        sizes = sorted({max(real, int(text)) for text in arguments or map(str, SIZES)})
        _say(
            "크기", f"{', '.join(f'{size:,}' for size in sizes)} (진짜 기록이 {real}곳이라 그보다 작게는 재지 않습니다)"
        )
        for size in sizes:
            bench.measure(size)
            tables = write_results(HERE, bench.done, machine)  # after each size, so that a stopped run keeps something
        print(tables)
    return 1 if any(results.failed for results in bench.done) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
