from __future__ import annotations

from unittest.mock import patch

import pytest
from maeul.workers import Ahead, Spread, workers_for

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_work_is_done_once_and_in_order_by_any_number_of_workers(workers: int, count: int) -> None:
    items = list(range(count))
    assert [item for part in Spread(items, lambda part: [2 * n for n in part], workers) for item in part] == [
        2 * n for n in items
    ]


def test_little_work_and_systems_that_cannot_copy_a_process_have_one_worker() -> None:
    assert workers_for(107) == 1
    assert workers_for(1_000_000) >= 1
    with patch("multiprocessing.get_all_start_methods", return_value=["spawn"]):
        assert workers_for(1_000_000) == 1


@pytest.mark.parametrize("at_once", [True, False])
def test_a_value_begun_ahead_is_the_same_as_one_worked_out_here(at_once: bool) -> None:
    assert Ahead(lambda: "x" * 1_000_000, at_once=at_once).result() == "x" * 1_000_000


def test_a_copy_that_fails_gives_an_error_and_does_not_hang(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ChildProcessError):
        Ahead(fail, at_once=True).result()
    assert "ValueError: no" in capfd.readouterr().err
