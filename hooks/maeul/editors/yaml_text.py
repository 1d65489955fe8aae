"""Records as YAML text in one form: a line a field, a line for each item of a list of mappings, quotes where needed.

A text is quoted exactly where some reader of YAML, 1.2 or 1.1, could take it for anything else. Dates in fields that
hold dates stay as editors type them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from maeul.load.fields import DATE_FIELDS

# What other readers take for a number, a time of day (18:00 is 1080 in YAML 1.1), a date, a truth value, nothing.
_NUMBER = re.compile(
    r"[-+]?(?:[0-9.][0-9_.:]*(?:[eE][-+]?[0-9]*)?|0[xXoObB][0-9a-fA-F_]*|\.(?:inf|Inf|INF|nan|NaN|NAN))\Z"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?\Z")
_WORDS = frozenset({"y", "yes", "n", "no", "true", "false", "on", "off", "null", "~", "=", "<<"})
_LEADING = "-?:,[]{}#&*!|>'\"%@`"
# Characters that end a plain text inside brackets, for one reader or another.
_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")
_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def record_text(record: Mapping[str, Any]) -> str:
    """A record as an item of a list, `- id: …` and its other fields in the order given; ends with a line end."""
    lines = [line for key, value in record.items() for line in field_lines(key, value)]
    return "\n".join(f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)) + "\n"


def field_lines(key: str, value: Any) -> list[str]:
    """A field of a record, not indented: one line, or for a list that holds mappings a line for each item."""
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [f"{value_text(key, in_brackets=True)}:", *(f"  - {value_text(item)}" for item in value)]
    return [pair_text(key, value)]


def pair_text(key: str, value: Any, *, in_brackets: bool = False) -> str:
    """A key and its value on one line."""
    name = value_text(key, in_brackets=True)
    if value is None and not in_brackets:
        return f"{name}:"
    return f"{name}: {value_text(value, key, in_brackets=in_brackets)}"


def value_text(value: Any, key: str = "", *, in_brackets: bool = False) -> str:
    """A value on one line, lists and mappings in brackets; `key` names the field that holds it."""
    if isinstance(value, list):
        return f"[{', '.join(value_text(item, key, in_brackets=True) for item in value)}]"
    if isinstance(value, Mapping):
        pairs = (pair_text(name, item, in_brackets=True) for name, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, int):
        return str(value)
    return _text(str(value), key, in_brackets)


def _float(value: float) -> str:
    """A number with a point, as our reader needs it: 1e-07 is text. Infinity is a number beyond all others."""
    digits, exponent, power = repr(value).replace("inf", "1e999").partition("e")
    return f"{digits if '.' in digits else f'{digits}.0'}{exponent}{power}"


def _text(text: str, key: str, in_brackets: bool) -> str:
    if _ESCAPED.search(text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{_ESCAPED.sub(_escape, escaped)}"'
    if _is_plain(text, key, in_brackets):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _is_plain(text: str, key: str, in_brackets: bool) -> bool:
    """Whether every reader takes the text, without quotes, for itself."""
    if not text or text != text.strip() or text[0] in _LEADING or text.lower() in _WORDS:
        return False
    if in_brackets and _IN_BRACKETS.search(text):
        return False
    if ": " in text or " #" in text or text.endswith(":") or _NUMBER.match(text):
        return False
    return key in DATE_FIELDS or not _DATE.match(text)


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
