"""Small turns of Korean that messages and pages need: particles by the last sound of the word before them."""

from __future__ import annotations

import re
import unicodedata

_HANGUL_FIRST, _HANGUL_LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
# Digits as they are read aloud: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔 end in a consonant, three of them in ㄹ.
_DIGITS = {"0": 21, "1": _RIEUL, "3": 16, "6": 1, "7": _RIEUL, "8": _RIEUL}
# Latin words by sound, as far as letters tell: hanam, sinjang, neunggok, phone, URL, kr.
_LATIN_RIEUL = re.compile(r"(?:le?|[LR]|\b[b-df-hj-np-tv-z]*r)\Z")
_LATIN_FINAL = re.compile(r"(?:[mn]e?|ng|[aeiou][kpt]|[MN])\Z")
_AFTER_VOWEL = {"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로", "이라는": "라는"}
_LONGEST_SOUND = 20  # characters at the end of a word that can decide how it sounds
_CLOSING = "'\"”’)]}… "


def particle(word: str, after_consonant: str) -> str:
    """The particle that follows the word: `particle("신장1동", "은")` is 은, `particle("수지구", "은")` is 는."""
    final = _final(word)
    if final and not (after_consonant == "으로" and final == _RIEUL):
        return after_consonant
    return _AFTER_VOWEL[after_consonant]


def _final(word: str) -> int:
    """The number of the consonant that the word, read aloud, ends in (받침); 0 for a vowel."""
    bare = unicodedata.normalize("NFKC", word[-_LONGEST_SOUND:]).rstrip(_CLOSING)
    last = bare[-1:]
    if last and _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        return (ord(last) - _HANGUL_FIRST) % _FINALS
    if last in _DIGITS:
        return _DIGITS[last]
    if _LATIN_RIEUL.search(bare):
        return _RIEUL
    return 1 if _LATIN_FINAL.search(bare) else 0
