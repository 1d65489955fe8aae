"""Offices that look like an earlier one: the same place written down twice, spelled or spaced apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from maeul.load.findings import Finding
from maeul.load.models import Office
from maeul.load.rules.context import Place
from maeul.load.suggest import nearest_word
from maeul.search.text import plain

_Listed = tuple[Office, Place]

_KIND = re.compile(r"(?:경기)?(?:행복)?(?:마을)?관리소")
_NUMBER = re.compile(r"제(?=\d)")
_PROVINCE = re.compile(r"\A경기도?")
_BESIDES = re.compile(r"\([^)]*\)|,.*")
_DIGITS = re.compile(r"\d+")
_WINDOW = 8  # names of one 동 that are compared letter by letter; more share everything but a slip only by design


def alike(offices: Sequence[_Listed]) -> Iterator[Finding]:
    """For each office the first earlier one that has its name, address or telephone number; a pair is told once."""
    first: dict[tuple[str, ...], _Listed] = {}
    near: dict[tuple[str, ...], dict[str, _Listed]] = defaultdict(dict)
    told: set[tuple[str, str]] = set()
    for office, place in offices:
        for sign, code, field in _signs(office):
            other = first.setdefault(sign, (office, place))
            if code == "name-alike" and other[0] is office:
                other = _nearly(office, place, near[office.city, office.dong, *_DIGITS.findall(office.name)])
            pair = (other[0].id, office.id)
            if other[0].id != office.id and pair not in told:
                told.add(pair)
                yield place.finding(code, field, other=other[0].name, line=other[1].line)


def _signs(office: Office) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """What no two offices share, folded; the rule that says so, and the field that it stands in."""
    yield ("name", office.city, _folded(office.name)), "name-alike", "name"
    if office.address is not None:
        yield ("address", _PROVINCE.sub("", plain(_BESIDES.sub("", office.address)))), "address-alike", "address"
    if office.phone is not None and office.phone_of is None:
        yield ("phone", office.phone.replace("-", "")), "phone-alike", "phone"


def _nearly(office: Office, place: Place, near: dict[str, _Listed]) -> _Listed:
    """The office of the same 동, its numbers alike too, whose name is a slip away; else the office itself."""
    name = _folded(office.name)
    found = nearest_word(name, near, closest=0.8) if near else None
    if len(near) < _WINDOW:
        near[name] = (office, place)
    return near[found] if found is not None else (office, place)


def _folded(name: str) -> str:
    """What tells an office's name from others: 신장 제1동 경기행복마을관리소 is 신장1동."""
    return _NUMBER.sub("", _KIND.sub("", plain(name)))
