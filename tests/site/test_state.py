from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from maeul.load.models import Office, State
from maeul.site.state import state_key, state_view
from maeul.words import Words
from small_project import TODAY


def _status(state: str, as_of: str) -> dict[str, dict[str, str]]:
    return {"status": {"state": state, "as_of": as_of}}


@pytest.mark.parametrize(
    ("state", "as_of", "key"),
    [
        ("open", "2026-11-22", "open"),
        ("open", "2025-11-22", "open"),
        ("open", "2025-11-20", "old"),
        ("open", "2025-12", "open"),
        ("open", "2025-11", "old"),  # a month counts from its first day
        ("open", "2026", "open"),
        ("open", "2025", "old"),
        ("open", "모름", "old"),
        ("unconfirmed", "2026-11-01", "unconfirmed"),
        ("closed", "2019", "closed"),
        ("moved", "모름", "moved"),
        ("planned", "2026-10", "planned"),
    ],
)
def test_an_open_office_is_shown_as_old_a_year_after_it_was_seen(
    an_office: Callable[..., Office], state: str, as_of: str, key: str
) -> None:
    assert state_key(an_office(**_status(state, as_of)), TODAY) == key


@pytest.mark.parametrize("state", get_args(State))
@pytest.mark.parametrize("as_of", ["2026-11-02", "2019-11-02", "모름"])
def test_every_state_is_said_in_words_with_what_to_do(
    an_office: Callable[..., Office], words: Words, state: str, as_of: str
) -> None:
    view = state_view(an_office(**_status(state, as_of)), TODAY, words)
    assert all((view.icon, view.label, view.seen, view.sentence, view.advice))
    assert "{" not in f"{view.seen}{view.sentence}"


def test_the_date_of_a_state_is_as_exact_as_its_source(an_office: Callable[..., Office], words: Words) -> None:
    def seen(as_of: str) -> str:
        return state_view(an_office(**_status("open", as_of)), TODAY, words).sentence

    assert "2026년 11월 2일" in seen("2026-11-02")
    assert "2026년 3월 " in seen("2026-03")
    assert "2021년 " in seen("2021")


def test_an_undated_state_says_that_its_date_is_unknown(an_office: Callable[..., Office], words: Words) -> None:
    view = state_view(an_office(**_status("open", "모름")), TODAY, words)
    assert view.key == "old"
    assert view.seen == words("state.old.seen_undated")


def test_an_old_record_never_looks_like_a_fresh_one(an_office: Callable[..., Office], words: Words) -> None:
    fresh = state_view(an_office(**_status("open", "2026-11-01")), TODAY, words)
    old = state_view(an_office(**_status("open", "2023-01-01")), TODAY, words)
    assert fresh.label != old.label
    assert fresh.icon != old.icon
    assert fresh.advice != old.advice
