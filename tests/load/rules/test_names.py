"""Names of places in Latin letters, as the official table writes them."""

from __future__ import annotations

import pytest
from maeul.load.rules.names import in_latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("신장1동", "Sinjang 1-dong"),
        ("중리동", "Jungni-dong"),
        ("하남시", "Hanam-si"),
        ("양평군", "Yangpyeong-gun"),
        ("화도읍", "Hwado-eup"),
        ("설악면", "Seorak-myeon"),
        ("선유4리", "Seonyu 4-ri"),
        ("상동", "Sang-dong"),
        ("동", "Dong"),
        ("샘내", "Saemnae"),
    ],
)
def test_the_unit_stands_apart(name: str, latin: str) -> None:
    assert in_latin(name) == latin
