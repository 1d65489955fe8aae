"""Names in Latin letters follow the official romanisation (국어의 로마자 표기법, 2000)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from maeul.load.findings import Finding
from maeul.load.models import City, Office
from maeul.load.rules.context import Context, Place
from maeul.search.romanise import romanise

_UNITS = {"동": "dong", "읍": "eup", "면": "myeon", "리": "ri", "시": "si", "군": "gun"}
_UNIT = re.compile(rf"\S+?(?P<number>\d*)(?P<unit>[{''.join(_UNITS)}])")
# What every office is called besides its own name: `신장1동 행복마을관리소`.
_KIND = re.compile(r"\s*(?:경기)?\s*(?:행복)?\s*마을\s*관리소.*")
_spelled = lru_cache(maxsize=4096)(romanise)  # offices share the names of their 읍·면·동
_LETTERS = re.compile(r"[^0-9a-z]+")


def office_in_latin(office: Office, place: Place, _: Context) -> Iterator[Finding]:
    """An office whose `name_en` spells neither its 읍·면·동 nor its own name as the table does."""
    own = _KIND.sub("", office.name)
    names = [office.dong, *office.serves, *([own] if own else [])]
    written = _LETTERS.sub("", office.name_en.lower())
    if not any(_spelled(name) in written for name in names):
        yield place.finding(
            "name-latin",
            "name_en",
            found=office.name_en,
            expected=in_latin(own if _UNIT.fullmatch(own) else office.dong),
        )


def city_in_latin(city: City, place: Place, _: Context) -> Iterator[Finding]:
    """A city whose `name_en` is not its name as the table spells it."""
    expected = in_latin(city.name)
    if city.name_en != expected:
        yield place.finding("name-latin", "name_en", found=city.name_en, expected=expected)


def in_latin(name: str) -> str:
    """A name of a place in the official style, its unit apart: 신장1동 is `Sinjang 1-dong`, 하남시 `Hanam-si`."""
    latin, match = romanise(name), _UNIT.fullmatch(name)
    if match is None:
        return latin.capitalize()
    unit = _UNITS[match["unit"]]
    stem = latin.removesuffix(unit).removesuffix(match["number"])
    return f"{stem.capitalize()} {match['number']}".rstrip() + f"-{unit}"
