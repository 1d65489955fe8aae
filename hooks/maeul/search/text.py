"""Korean text in the two forms that the finder compares: keys and initials.

Keys are the strokes of the common keyboard (두벌식): 신장1동 is `tlswkd1ehd`. Each stroke is one jamo, so double vowels
and double finals fall into their parts, a half-typed syllable is a prefix, and Hangul typed with the keyboard left in
Latin is already in this form. Initials (초성) are in keys too: 신장1동 is `tw1e`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_VOWELS, _FINALS = 21, 28

# Keys by the order of Unicode, "-" for no final.
_INITIALS = "r R s e E f a q Q t T d w W c z x v g"
_VOWELS_IN_ORDER = "k o i O j p u P h hk ho hl y n nj np nl b m ml l"
_FINALS_IN_ORDER = "- r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g"
_CONSONANTS = "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g"  # compatibility jamo, U+3131 on

INITIAL_KEYS = _INITIALS.split()
VOWEL_KEYS = _VOWELS_IN_ORDER.split()
FINAL_KEYS = [key.strip("-") for key in _FINALS_IN_ORDER.split()]
_JAMO = {0x3131 + number: key for number, key in enumerate([*_CONSONANTS.split(), *VOWEL_KEYS])}
_NOT_TEXT = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Text as it is compared: composed (NFC), lower case, only letters and digits."""
    return _NOT_TEXT.sub("", unicodedata.normalize("NFC", text).lower())


def keys(text: str) -> str:
    """The strokes that type a text, spaces and signs dropped; letters that are not Hangul stay as they are."""
    return plain(text).translate(_tables()[0])


def initials(text: str) -> str:
    """The keys of the first consonants of its syllables (초성); what is not a syllable stays: 신장1동 is `tw1e`."""
    return plain(text).translate(_tables()[1])


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    """The keys of every syllable and single jamo, and the keys of their initials."""
    whole, first = dict(_JAMO), dict(_JAMO)
    for code in range(_FIRST_SYLLABLE, _LAST_SYLLABLE + 1):
        initial, vowel, final = parts(chr(code))
        first[code] = INITIAL_KEYS[initial]
        whole[code] = INITIAL_KEYS[initial] + VOWEL_KEYS[vowel] + FINAL_KEYS[final]
    return whole, first


def parts(syllable: str) -> tuple[int, int, int]:
    """The numbers of initial, vowel and final in the order of Unicode; final 0 is none."""
    rest, final = divmod(ord(syllable) - _FIRST_SYLLABLE, _FINALS)
    initial, vowel = divmod(rest, _VOWELS)
    return initial, vowel, final


def is_syllable(char: str) -> bool:
    """Whether a character is a whole syllable of Hangul."""
    return _FIRST_SYLLABLE <= ord(char) <= _LAST_SYLLABLE
