"""What was meant by a value that is nearly right: a time as people say it, a date with dots, a number from a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from maeul.hours.model import parse_days, parse_time
from maeul.load.korean import particle
from maeul.load.values import is_date, is_phone, is_url

_CLOCK = re.compile(
    r"(?P<half>오전|오후|AM|PM|am|pm)? *(?P<hour>[0-9]{1,2})(?:[:;.：] ?|시 ?| ?(?=[AP]M|[ap]m)|$)"
    r"(?P<minute>[0-9]{2}|반)?분? *(?P<after>AM|PM|am|pm)?\Z"
)
_FOUR = re.compile(r"([01][0-9]|2[0-4])([0-5][0-9])\Z")
_DATE = re.compile(r"'?([0-9]{4})(?:[-./년 ]+([0-9]{1,2}))?(?:[-./월 ]+([0-9]{1,2}))?[일.월년,]*(?: [0-9:]+)?\Z")
_EIGHT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})\Z")
_PHONE = re.compile(r"(0?2|0?[3-7][0-9])([0-9]{3,4})([0-9]{4})\Z")
_SHORT = re.compile(r"(1[568][0-9]{2})([0-9]{4})\Z")
_BESIDES_DIGITS = re.compile(r"[-.)(\s/–—‐-―,+]+")
_DAY_WORDS = (("요일", ""), ("~", "-"), ("∼", "-"), ("～", "-"), ("/", ", "), ("주중", "평일"), ("연중무휴", "매일"))
_AROUND = " \"'“”‘’,"  # what may be left around a value
_RANGE = re.compile(r"(?P<open>[^~∼～-]+)[~∼～-](?P<close>[^~∼～-]+)\Z")


def meant(code: str, found: object) -> str:
    """What to type instead of a value that breaks the rule `code`; "" when it is not plain what was meant."""
    typed = _MEANT[code](str(found).strip(_AROUND)) if code in _MEANT else None
    if typed is None:
        return ""
    quote = '"' if code == "time-shape" or "," in typed else "'"
    said = f"{quote}{typed}{quote}"
    if str(found).strip() == typed:
        return f"값 앞뒤의 빈칸을 지워 {said}{particle(typed, '으로')} 쓰세요."
    return f"혹시 {said}인가요? 그렇다면 {said}{particle(typed, '으로')} 고치세요."


def both_times(found: object) -> tuple[str, str] | None:
    """The two times of a span that were written as one: `09:00~18:00`."""
    match = _RANGE.match(str(found))
    opens, closes = (time_meant(match[name].strip()) for name in ("open", "close")) if match else (None, None)
    return (opens, closes) if opens and closes else None


def number(found: object) -> str:
    """The number in a text that holds one: `7` in `약 7명`; "" for other texts."""
    numbers = re.findall(r"-?[0-9]+(?:\.[0-9]+)?", str(found).replace(",", ""))
    return numbers[0] if len(numbers) == 1 and len(numbers[0]) < 12 else ""


def time_meant(text: str) -> str | None:
    """`오후 6시 반` as `18:30`; None for what is no time of a day."""
    if four := _FOUR.match(text):
        return _clock(int(four[1]), int(four[2]))
    match = _CLOCK.match(text)
    if match is None:
        return {"자정": "24:00", "정오": "12:00"}.get(text)
    hour, half = int(match["hour"]), (match["half"] or match["after"] or "").lower()
    if half in ("오후", "pm") and hour < 12:
        hour += 12
    minute = 30 if match["minute"] == "반" else int(match["minute"] or 0)
    return _clock(hour, minute)


def _clock(hour: int, minute: int) -> str | None:
    typed = f"{hour:02}:{minute:02}"
    return typed if _holds(parse_time, typed) else None


def date_meant(text: str) -> str | None:
    """`2026. 11. 1.` as `2026-11-01`; None for what is no date."""
    match = _EIGHT.match(text) or _DATE.match(text)
    parts = [part for part in match.groups() if part] if match else []
    typed = "-".join(part.zfill(2) for part in parts)
    return typed if is_date(typed) else None


def _phone(text: str) -> str | None:
    digits = _BESIDES_DIGITS.sub("", text)
    digits = f"0{digits[2:].lstrip('0')}" if text.startswith("+82") else digits
    match = _PHONE.match(digits) or _SHORT.match(digits)
    if match is None:
        return None
    typed = "-".join(match.groups())
    typed = typed if typed.startswith(("0", "1")) else f"0{typed}"
    return typed if is_phone(typed) else None


def _url(text: str) -> str | None:
    typed = re.sub(r"\Ahttps?[:;]/{0,3}", lambda scheme: "https://" if "s" in scheme[0] else "http://", text)
    typed = re.sub(r"[\s\"'“”‘’<>]+", "", typed)
    return typed if is_url(typed) else None


def days_meant(text: str) -> str | None:
    """`월~금요일` as `월-금`; None for what is no days of a week."""
    typed = text
    for said, written in _DAY_WORDS:
        typed = typed.replace(said, written)
    return typed if _holds(parse_days, typed) else None


def _holds(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


_MEANT: Mapping[str, Callable[[str], str | None]] = {
    "time-shape": time_meant,
    "date-shape": date_meant,
    "phone-shape": _phone,
    "url-shape": _url,
    "hours-days": days_meant,
}
