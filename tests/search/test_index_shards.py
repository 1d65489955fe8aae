"""The index of very many offices, cut: nothing is lost, and what the head says of each shard is so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.directory import Directory
from maeul.publish.search_files import OFFICES, PLACES, SHARD, SHARDED_FROM, search_files
from maeul.search.index import office_rows, plain_index
from maeul.search.runs import raised, ranges, with_runs
from maeul.search.shards import Shard, cut
from small_project import ROOT

LITTLE = 4  # offices in a shard, so that a city has several
PLAIN = ("id", "city", "tail", "road", "other", "services", "lat", "lon", "precision", "state", "seen", "hours")


@pytest.fixture(scope="module")
def index(real: Directory) -> dict[str, Any]:
    return plain_index(real, office_rows(real))


@pytest.fixture(scope="module")
def parts(index: dict[str, Any]) -> tuple[dict[str, Any], list[Shard]]:
    return cut(index, LITTLE)


def test_the_rows_of_all_shards_are_those_of_the_index_in_its_order(
    index: dict[str, Any], parts: tuple[dict[str, Any], list[Shard]]
) -> None:
    head, shards = parts
    texts, own = _written_out(head["texts"]), index["texts"]["text"]
    for column in PLAIN:
        assert [*chain.from_iterable(shard.rows[column] for shard in shards)] == [*index["rows"][column]]
    for column in ("name", "dong", "district"):
        found = [texts[text] if text >= 0 else "" for shard in shards for text in shard.rows[column]]
        assert found == [own[text] if text >= 0 else "" for text in index["rows"][column]]
    for column in ("aliases", "serves"):
        several = [[texts[text] for text in row] for shard in shards for row in shard.rows[column]]
        assert several == [[own[text] for text in row] for row in index["rows"][column]]


def test_a_shard_holds_offices_of_one_city_and_not_too_many(parts: tuple[dict[str, Any], list[Shard]]) -> None:
    head, shards = parts
    names = [shard.name for shard in shards]
    assert len(set(names)) == len(names)
    assert "hanam-1" in names or "hanam" in names
    assert any(name.endswith("-2") for name in names)
    for shard, told in zip(shards, head["shards"], strict=True):
        assert set(shard.rows["city"]) == {told["city"]}
        assert len(shard.rows["id"]) == told["count"] <= LITTLE
        assert shard.name == told["name"]


def test_the_head_says_of_a_shard_what_is_in_it(parts: tuple[dict[str, Any], list[Shard]]) -> None:
    head, shards = parts
    for shard, told in zip(shards, head["shards"], strict=True):
        rows = shard.rows
        used = {*rows["name"], *rows["dong"], *rows["district"], *chain(*rows["aliases"]), *chain(*rows["serves"])}
        assert _numbers(told["texts"]) == used - {-1}
        assert _numbers(told["dongs"]) == set(rows["dong"])
        words = [head["words"][word] for word in _numbers(told["words"])]
        rests = "".join(rows["road"]) + "".join(rows["other"])
        assert all(word in rests for word in words)
        lats = [lat for lat in rows["lat"] if lat is not None]
        assert told["box"][:2] == ([min(lats), max(lats)] if lats else [])
        assert told["here"] == sum(state not in "mc" for state in rows["state"])
        assert len(told["gives"]) == len(head["services"]["key"])
        assert max(told["gives"]) <= told["here"]


def test_few_offices_have_one_file_and_many_a_head_and_shards_of_the_same_build(real: Directory) -> None:
    assert len(real.offices) < SHARDED_FROM
    assert [path for path, _ in search_files(real)] == [OFFICES, PLACES]
    files = dict(search_files(real, sharded_from=len(real.offices)))
    head = json.loads(files.pop(OFFICES))
    assert "rows" not in head
    assert set(files) == {PLACES, *(SHARD.format(shard["name"]) for shard in head["shards"])}
    assert all(json.loads(data)["made"] == head["made"] for path, data in files.items() if path != PLACES)


def test_another_name_makes_another_build(real: Directory) -> None:
    first, *others = real.offices
    renamed = replace(real, offices=(first.model_copy(update={"name": "다른 행복마을관리소"}), *others))
    one, other = (json.loads(next(iter(search_files(directory, sharded_from=1)))[1]) for directory in (real, renamed))
    assert one["made"] != other["made"]


def test_the_same_records_make_the_same_files_in_every_process(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "maeul.search.dump", str(tmp_path / seed), "1"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / seed).rglob("*.json")} for seed in ("1", "2"))
    assert one == other


def test_names_that_count_up_are_written_once() -> None:
    texts = ["와동 8호", "와동 9호", "와동 10호", "와동 12호", "와동"]
    assert with_runs({"text": texts, "keys": texts}) == {
        "text": ["와동 8호", "와동 12호", "와동"],
        "keys": ["와동 8호", "와동 12호", "와동"],
        "runs": [3, 1, 1],
    }


def test_names_of_which_a_form_does_not_count_up_are_not() -> None:
    assert with_runs({"text": ["1호", "2호"], "roman": ["1ho", "2o"]})["runs"] == [1, 1]


@given(st.lists(st.text("가1290 .", max_size=5)))
def test_what_is_written_once_is_read_as_it_was(texts: list[str]) -> None:
    assert _written_out(with_runs({"text": texts})) == texts


@given(st.sets(st.integers(0, 60)))
def test_ranges_give_their_numbers(numbers: set[int]) -> None:
    assert _numbers(ranges(numbers)) == numbers


def _written_out(texts: dict[str, list[Any]]) -> list[str]:
    return [
        raised(first, by) if by else first
        for first, count in zip(texts["text"], texts["runs"], strict=True)
        for by in range(count)
    ]


def _numbers(pairs: list[int]) -> set[int]:
    ends = list(accumulate(pairs))
    return {number for end, length in zip(ends[1::2], pairs[1::2], strict=True) for number in range(end - length, end)}
