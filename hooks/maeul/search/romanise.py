"""Hangul in Latin letters: the official romanisation (국어의 로마자 표기법, 2000), and a fold of usual spellings.

Sound changes across syllables are those that names of places show (제3장 제1항): 백마 Baengma, 신라 Silla, 종로 Jongno.
Aspirated ㅎ stays written in names (묵호 Mukho), and a unit at the end keeps its form (설악면 Seorak-myeon, 제5항).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from maeul.search.text import is_syllable, parts, plain

# Sounds by the order of Unicode, "-" for none. Finals: what each sounds like at the end of a word, and what it leaves
# behind and hands over when a vowel follows (rt: k-s).
_INITIALS_IN_ORDER = "g kk n d tt r m b pp s ss - j jj ch k t p h"
_VOWELS_IN_ORDER = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_FINALS_IN_ORDER = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_LINKED_IN_ORDER = "- -g -kk k-s -n n-j -n -d -r l-g l-m l-b l-s l-t l-p -r -m -b p-s -s -ss ng- -j -ch -k -t -p -"

_INITIALS = [sound.strip("-") for sound in _INITIALS_IN_ORDER.split()]
_VOWELS = _VOWELS_IN_ORDER.split()
_FINALS = [sound.strip("-") for sound in _FINALS_IN_ORDER.split()]
_LINKED = [sound.partition("-")[::2] for sound in _LINKED_IN_ORDER.split()]
_NASAL = {"k": "ng", "t": "n", "p": "m"}
_SILENT, _RIEUL, _MIEUM, _NIEUN = 11, 5, 6, 2
_PIECES = re.compile(r"\d+|\D+")  # no sound passes a number
_UNIT = re.compile(r"(?<=.)[동읍면리시군구]\Z")


def romanise(text: str) -> str:
    """Small Latin letters and digits, without spaces, hyphens or capitals: 중리동 is `jungnidong`."""
    whole = plain(text)
    unit = _UNIT.search(whole)
    pieces = [*_PIECES.findall(whole[: unit.start()]), unit.group()] if unit else _PIECES.findall(whole)
    return "".join(map(_latin, pieces))


@cache
def _latin(chars: str) -> str:
    out: list[str] = []
    moved = ""  # what the final before has become at the start of this syllable
    for char, after in zip(chars, [*chars[1:], ""], strict=True):
        if not is_syllable(char):
            out.append(char)
            continue
        initial, vowel, final = parts(char)
        onset = moved or _INITIALS[initial]
        coda, moved = _meeting(final, parts(after)[0]) if after and is_syllable(after) else (_FINALS[final], "")
        out.append(onset + _VOWELS[vowel] + coda)
    return "".join(out)


def _meeting(final: int, initial: int) -> tuple[str, str]:
    """A final and the initial after it as they sound together; "" for an initial that stays as it is."""
    sound = _FINALS[final]
    if initial == _SILENT:
        return _LINKED[final]
    if not sound:
        return "", ""
    if initial in (_NIEUN, _MIEUM):
        if sound == "l" and initial == _NIEUN:
            return "l", "l"
        return _NASAL.get(sound, sound), ""
    if initial == _RIEUL:
        if sound in ("n", "l"):
            return "l", "l"
        return _NASAL.get(sound, sound), "n"
    return sound, ""


_SIGNS = re.compile(r"[^0-9a-z]+")
_LETTERS = re.compile(r"[a-z]+")
_FOLDS: list[tuple[re.Pattern[str], str]] = [
    (re.compile(pattern), replacement)
    for pattern, replacement in [
        (r"eui", "ui"),  # Euijeongbu
        (r"eo", "o"),  # Uijongbu
        (r"eu|oo|ou", "u"),  # Soowon
        (r"ae|ai|ay", "e"),
        (r"ee|yi", "i"),  # Yi-dong
        (r"[ou][ie]|we|wi", "W"),  # oe, ui, wi
        (r"sh", "s"),
        (r"tch|ch|jj|z", "j"),
        (r"ck|[cgqx]", "k"),  # ng becomes nk, so that what is typed so far is always a prefix
        (r"d", "t"),
        (r"b|ph|f|v", "p"),
        (r"r", "l"),
        (r"([a-z])\1+", r"\1"),
        (r"nk(?:l|kl)", "nkn"),  # Jungri, Jungni
        (r"(^|[^n])k(?:n|l(?!i$))", r"\1nkn"),  # Baknae, Bangnae; a 리 at the end keeps its form
        (r"(^|[^n])km(?!yo|yu)", r"\1nkm"),  # a 면 keeps its form: Seorak-myeon
        (r"ml|p(?:n|l(?!i$))", "mn"),
        (r"pm(?!yo|yu)", "m"),
        (r"tn", "n"),
        (r"tm(?!yo|yu)", "nm"),
        (r"nl(?!i$)|ln|tl(?!i$)", "l"),  # Byeolnae, Byeollae; Sinla, Silla
        (r"([aeiouWy])h(?![aeiouWy])", r"\1"),  # Suh
    ]
]


def fold(latin: str) -> str:
    """A key by which usual spellings are equal: Shinjang, sinjang; Uijongbu, uijeongbu; Tongduchon, dongducheon.

    It keeps o and u apart, which tell 부천 from 포천; the browser joins them where nothing else fits (Sung, Seong).
    Between numbers each piece is folded by itself. The browser folds what is typed in the same way (`finder/fold.js`);
    `tests/search/fold_cases.json` holds both to it.
    """
    bare = _SIGNS.sub("", unicodedata.normalize("NFD", latin.lower()))
    return _LETTERS.sub(lambda piece: _folded(piece.group()), bare)


@cache
def _folded(letters: str) -> str:
    for pattern, replacement in _FOLDS:
        letters = pattern.sub(replacement, letters)
    return letters
