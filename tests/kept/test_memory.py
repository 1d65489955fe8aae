"""What a build takes from the one before it, and what it makes anew."""

from __future__ import annotations

from maeul.kept.memory import ALONE, Memory


def test_a_value_is_made_again_when_it_is_made_from_something_else() -> None:
    memory, made = Memory(lasting=True), []
    for made_from in ("one", "one", "two", "one"):
        assert memory.recall("name", made_from, lambda: made.append(made_from) or made_from) == made_from  # noqa: B023
    assert made == ["one", "two", "one"]


def test_only_items_that_the_last_build_had_not_are_made() -> None:
    memory, made = Memory(lasting=True), []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    for numbers in ((1, 2), (3, 2, 1), (3,), (1, 3)):
        assert memory.each("doubles", "", ((number, number) for number in numbers), double) == [2 * n for n in numbers]
    assert made == [1, 2, 3, 1]
    memory.each("doubles", "of another day", [(1, 1)], double)
    assert made == [1, 2, 3, 1, 1]


def test_after_a_build_that_was_broken_off_all_is_made_again() -> None:
    memory = Memory(lasting=True)
    memory.remember("name", "", "old")
    memory.forget()
    assert memory.recall("name", "", lambda: "new") == "new"


def test_a_build_of_its_own_remembers_nothing() -> None:
    ALONE.remember("name", "", "old")
    assert ALONE.recall("name", "", lambda: "new") == "new"
    assert ALONE.each("name", "", [("a", 1)], str) == ["1"]
    assert ALONE.part("name", "").lasting is False
