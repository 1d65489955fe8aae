"""What changes from one version of the data to another, in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from maeul.directory import Directory
from maeul.editors.facts import Fact, Facts, Item
from maeul.load.findings import shown
from maeul.load.korean import particle
from maeul.load.labels import LABELS
from maeul.load.models import Office
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.site.plans import Outline, Plans
from maeul.words import Words

_WORD = re.compile(r"[\w-]+(?:[:.][\w-]+)*\Z")
_LONGEST = 60  # characters of a value in a sentence


class Change(NamedTuple):
    """What changes in one thing: its name, and a sentence for each change."""

    subject: str
    sentences: tuple[str, ...]


class Changes(NamedTuple):
    """All changes between two versions, and the addresses of the pages of records that look different then."""

    offices: tuple[Change, ...]
    others: tuple[Change, ...]
    pages: tuple[str, ...]


def changes(old: Directory, new: Directory, words: Words) -> Changes:
    """What changes from `old` to `new`."""
    return Changes(tuple(_offices(old, new, words)), tuple(_others(old, new)), tuple(_pages(old, new, words)))


def _offices(old: Directory, new: Directory, words: Words) -> Iterator[Change]:
    before, after = Facts(old, words), Facts(new, words)
    gone = {office.id: office for office in old.offices if office.id not in new.office}
    for office in new.offices:
        former = (gone.pop(key) for key in office.former_ids if key in gone)
        known = old.office.get(office.id) or next(former, None)
        if known is None:
            yield Change(_name(office, new), ("새로 실립니다.",))
        elif known != office:
            yield Change(_name(office, new), tuple(_sentences(before.of(known), after.of(office))))
    yield from (Change(_name(office, old), ("기록이 빠집니다.",)) for office in gone.values())


def _name(office: Office, directory: Directory) -> str:
    return f"{office.name}({directory.city[office.city].name})"


def _sentences(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> Iterator[str]:
    for name in Office.model_fields:
        before, after = old.get(name), new.get(name)
        title = LABELS[name].title
        if isinstance(before, str | None) and isinstance(after, str | None):
            yield from _change(title, before, after)
        else:
            yield from _item_changes(title, _mapping(before), _mapping(after))


def _mapping(fact: Fact | None) -> Mapping[str, Item]:
    return fact if isinstance(fact, Mapping) else {}


def _change(title: str, old: str | None, new: str | None) -> Iterator[str]:
    if old == new:
        return
    if old is None:
        yield f"{title}{particle(title, '이')} 더해집니다: {_said(str(new))}"
    elif new is None:
        yield f"{title}{particle(title, '이')} 빠집니다: {_said(old)}"
    else:
        before, after = _differing(old, new)
        yield f"{title}{particle(title, '이')} {before}에서 {after}{particle(after, '으로')} 바뀝니다."


def _item_changes(title: str, old: Mapping[str, Item], new: Mapping[str, Item]) -> Iterator[str]:
    for key, item in new.items():
        name = f"{title} '{shown(item.shown)}'"
        if key not in old:
            told = f": {_said(', '.join(item.details.values()))}" if item.details else "."
            yield f"{name}{particle(name, '이')} 더해집니다{told}"
            continue
        if old[key].shown != item.shown:
            yield from _change(title, old[key].shown, item.shown)
        for detail in dict.fromkeys((*old[key].details, *item.details)):
            yield from _change(f"{name}의 {detail}", old[key].details.get(detail), item.details.get(detail))
    for key, item in old.items():
        if key not in new:
            name = f"{title} '{shown(item.shown)}'"
            yield f"{name}{particle(name, '이')} 빠집니다."


def _said(text: str) -> str:
    """A value in a sentence, in quotes when it is more than a word or a number."""
    said = shown(text, _LONGEST)
    return said if _WORD.match(said) else f"'{said}'"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Two values in a sentence; long ones from a little before they differ."""
    if max(len(old), len(new)) <= _LONGEST:
        return _said(old), _said(new)
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    start = max(0, same - _LONGEST // 3)
    cut = "…" if start else ""
    return _said(f"{cut}{old[start:]}"), _said(f"{cut}{new[start:]}")


def _others(old: Directory, new: Directory) -> Iterator[Change]:
    """Changes in what is not an office: only that there are some, and where."""
    yield from _things(
        "시·군",
        {city.key: (city.name, city) for city in old.cities},
        {city.key: (city.name, city) for city in new.cities},
    )
    yield from _things(
        "하는 일",
        {item.key: (item.name, item) for item in old.services},
        {item.key: (item.name, item) for item in new.services},
    )
    yield from _things(
        "이야기",
        {story.slug: (story.front.title, story) for story in old.stories},
        {story.slug: (story.front.title, story) for story in new.stories},
    )
    for name, before, after in (
        ("사업 소개", old.programme, new.programme),
        ("갑자기 정해진 공휴일", old.holidays, new.holidays),
    ):
        if before != after:
            yield Change(name, ("내용이 바뀝니다.",))


def _things(
    kind: str, old: Mapping[str, tuple[str, object]], new: Mapping[str, tuple[str, object]]
) -> Iterator[Change]:
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            said = "내용이 바뀝니다." if key in old and key in new else "새로 실립니다." if key in new else "빠집니다."
            yield Change(f"{kind} '{(new.get(key) or old[key])[0]}'", (said,))


def _pages(old: Directory, new: Directory, words: Words) -> Iterator[str]:
    """Pages of records that come, go, or show something else."""
    around = _around(old) != _around(new)
    before, after = _outlines(old, words), _outlines(new, words)
    for path in dict.fromkeys((*after, *before)):
        if path not in before or path not in after or _looks_different(before[path](), after[path](), around):
            yield f"/{path}"


def _looks_different(old: Outline, new: Outline, around: bool) -> bool:
    return (around or old.made_from != new.made_from) and repr(old.make()) != repr(new.make())


def _around(directory: Directory) -> tuple[object, ...]:
    """What all pages share; the plans of pages do not look at it."""
    return directory.cities, directory.services, directory.programme, directory.holidays, directory.gazetteer


def _outlines(directory: Directory, words: Words) -> dict[str, Callable[[], Outline]]:
    """What each page would be. Where records stand in their file is left out."""
    nowhere = replace(directory, lines=dict.fromkeys(directory.office, 0), digests={})
    return {plan.path: plan.outline for plan in Plans(SiteContext(nowhere, words, Addresses()))}
