"""The pages of records in one build."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

from maeul.kept.pages import KeptPages, Note
from maeul.making.progress import shown
from maeul.site.page import PAGE, Page
from maeul.site.plans import Outline, Plan
from maeul.workers import Spread


class RecordPages:
    """Pages that are kept as they would be made now, and the others, which `draw` draws.

    When these are many, copies of this process begin with them at once; `ready` is called before there are copies.
    """

    def __init__(
        self, plans: Iterable[Plan], pages: KeptPages, draw: Callable[[Page], bytes], ready: Callable[[], None]
    ) -> None:
        self.pages = pages
        self._found: list[str] = []
        changed: list[tuple[str, Plan]] = []
        for plan in plans:
            name = _name(plan)
            # What a new page would be made from is worked out where it is drawn.
            if name in pages and ((plan.same and pages.again(name)) or pages.find(name, plan.outline().made_from)):
                self._found.append(name)
            else:
                changed.append((name, plan))
        if changed:
            ready()
        changed.sort(key=_neighbourhood)
        self._draw = draw
        self._changed = len(changed)
        self._drawn = Spread(changed, lambda some: {name: self._made(name, plan.outline()) for name, plan in some})

    def __iter__(self) -> Iterator[str]:
        """The names of all pages, each when it is finished."""
        yield from self._found
        for notes in shown(self._drawn, self._changed, sys.stderr):
            self.pages.note(notes)
            yield from notes

    def _made(self, name: str, outline: Outline) -> Note:
        page = outline.make()
        return self.pages.write(name, outline.made_from, {PAGE: self._draw(page), **page.beside})

    def end(self) -> None:
        """Draw no further pages: the build is broken off."""
        self._drawn.end()


def _neighbourhood(page: tuple[str, Plan]) -> str:
    """What pages are sorted by so that those come together that show the same cards: a city and its offices."""
    return page[0].rpartition("/")[2]


def _name(plan: Plan) -> str:
    """The name of a finished page among those that are kept: `offices/hanam-sinjang-1`."""
    return plan.path.rstrip("/")
