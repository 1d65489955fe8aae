"""Today's line: whether an office is open, in words. The twin of `sentence` and `lineOf` in `today.js`."""

from __future__ import annotations

from datetime import date, timedelta

from maeul.clock import years_since
from maeul.hours.today import Found
from maeul.load.values import PartialDate
from maeul.words import Words

_HOUR = 60
_WEEK = 7


def confirmed_on(*dates: PartialDate | None) -> date | None:
    """The day of the oldest of the dates that a line rests on, each at its earliest; None when one is not known."""
    days = [day.first_day for day in dates if day]
    return min(days) if len(days) == len(dates) else None


def today_line(found: Found, office: str, confirmed: date | None, today: date, words: Words) -> str:
    """What holds today, or that nobody knows, and how old the record is when that is more than a year.

    `office` is the key of the state as shown. Only of an office that was seen open within a year, by hours that were
    published within a year, is it said when it opens.
    """
    age = _age(confirmed, today, words)
    if office != "open":
        line = words("today.office_doubtful")
    elif age and found.state != "unknown":
        line = words("today.hours_doubtful")
    else:
        line = sentence(found, today, words)
    return f"{line} ({age})" if age else line


def _age(confirmed: date | None, today: date, words: Words) -> str:
    if confirmed is None:
        return words("today.undated")
    years = years_since(confirmed, today)
    return words("today.old", years=years) if years else ""


def sentence(found: Found, today: date, words: Words) -> str:
    """What holds at a moment of the day `today`, in words."""
    if found.state == "closed":
        return words("today.over" if found.over else "today.closed")
    if found.state == "open":
        return _open(found, today, words)
    if found.minute is None:
        return words(f"today.{found.state}")
    return _opens(found, found.minute, today, words)


def _open(found: Found, today: date, words: Words) -> str:
    """The first hour after midnight is still told as the night of the day before: 밤 12시 30분."""
    if found.minute is None:
        return words("today.open_on")
    time = words.clock(found.minute)
    in_days = found.in_days - (found.minute < _HOUR)
    if in_days > 1:
        return words("today.open_later", time=time, day=_weekday(today, in_days, words))
    return words("today.open_tomorrow" if in_days == 1 else "today.open", time=time)


def _opens(found: Found, minute: int, today: date, words: Words) -> str:
    """The first hour after midnight is told with the number of the new day: 내일 0시 30분."""
    time = words.clock(minute)
    if minute < _HOUR:
        time = words("clock.zero_minute", minute=minute) if minute else words("clock.zero")
    if found.state == "break":
        return words("today.break_tomorrow" if found.in_days else "today.break", time=time)
    if found.in_days < 2:
        return words("today.opens_tomorrow" if found.in_days else "today.opens_today", time=time)
    if found.in_days < _WEEK:
        return words("today.opens_later", time=time, day=_weekday(today, found.in_days, words))
    day = today + timedelta(days=found.in_days)
    return words("today.opens_on", time=time, month=day.month, day=day.day)


def _weekday(today: date, in_days: int, words: Words) -> str:
    return words("today.weekdays")[(today + timedelta(days=in_days)).weekday()]
