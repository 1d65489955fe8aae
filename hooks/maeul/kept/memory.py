"""What the builds of a preview leave to each other in memory: they come one after another in one process.

Each works everything out as a build of its own would, but for what would come out as it did the last time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory:
    """Values by their names, each with what it was made from. One that is not `lasting` remembers nothing."""

    def __init__(self, *, lasting: bool) -> None:
        self.lasting = lasting
        self._known: dict[str, tuple[Any, Any]] = {}

    def recall(self, name: str, made_from: object, make: Callable[[], Value]) -> Value:
        """The value of this name as it was the last time or, when it is made from something else now, made anew."""
        known = self._known.get(name)
        if known is not None and known[0] == made_from:
            return known[1]  # type: ignore[no-any-return]
        return self.remember(name, made_from, make())

    def remember(self, name: str, made_from: object, value: Value) -> Value:
        """Put a value in the place of the last one."""
        if self.lasting:
            self._known[name] = (made_from, value)
        return value

    def each(
        self, name: str, made_from: object, items: Iterable[tuple[Key, Item]], make: Callable[[Item], Value]
    ) -> list[Value]:
        """The values of items in order; made are those of keys that were not there the last time."""
        if not self.lasting:
            return [make(item) for _, item in items]
        last: dict[Key, Value] = self.recall(name, made_from, dict)
        found = [(key, last[key] if key in last else make(item)) for key, item in items]
        self.remember(name, made_from, dict(found))
        return [value for _, value in found]

    def part(self, name: str, made_from: object) -> Memory:
        """A memory of its own for the parts of something."""
        return self.recall(name, made_from, lambda: Memory(lasting=self.lasting))

    def forget(self) -> None:
        """Remember nothing from here on: the last build was broken off."""
        self._known.clear()


ALONE = Memory(lasting=False)
