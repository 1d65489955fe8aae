from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.making.shard import Shard, read_shard


@given(st.integers(0, 300), st.integers(1, 40))
def test_all_shards_together_have_each_item_once_in_order(items: int, of: int) -> None:
    parts = [Shard(number, of).part(range(items)) for number in range(1, of + 1)]
    assert [item for part in parts for item in part] == list(range(items))
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_a_shard_is_read_as_it_is_written() -> None:
    assert read_shard("2/3") == Shard(2, 3)
    assert read_shard("") is None


@pytest.mark.parametrize("text", ["0/3", "4/3", "2", "2/", "/3", "a/b", "-1/3", "1/0", " 1/3", "2/3\n", "1٢/33", "٢/٣"])
def test_what_names_no_shard_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        read_shard(text)
