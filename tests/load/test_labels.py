from __future__ import annotations

from typing import get_args

import pytest
from maeul.load.labels import LABELS
from maeul.load.models import BACKED_FIELDS, Office


@pytest.mark.parametrize("field", sorted({*Office.model_fields, *get_args(BACKED_FIELDS)}))
def test_every_field_of_an_office_has_a_name_that_people_say(field: str) -> None:
    assert LABELS[field].title
    assert LABELS[field].description.endswith(".")
