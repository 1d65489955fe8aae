"""Opening hours in words."""

from __future__ import annotations

from maeul.hours.model import Hours, Season, Span, Times
from maeul.load.values import PartialDate
from maeul.words import Words


def hours_lines(hours: Hours, words: Words) -> tuple[str, ...]:
    """A sentence for each span: `평일 오전 9시부터 오후 6시까지`. Unknown hours say so."""
    if hours is None:
        return (words("hours.unknown"),)
    return tuple(_span(span, words) for span in hours)


def hours_short(hours: Hours, words: Words) -> str:
    """One line for lists and for data files: `평일 09:00~18:00`, with its season where it has one."""
    return words("hours.unknown_short") if hours is None else ", ".join(_short(span, words) for span in hours)


def hours_source(seen: PartialDate | None, words: Words) -> str:
    """How old hours are, by the year of their newest source: `2021년 자료`."""
    return words("hours.source", year=words.date_year(seen.year)) if seen else words("hours.source_undated")


def hours_labelled(hours: Hours, seen: PartialDate | None, words: Words) -> str:
    """One line for lists, with the year of its source: `2021년 자료: 평일 09:00~18:00`."""
    line = hours_short(hours, words)
    return line if hours is None else words("hours.with_source", source=hours_source(seen, words), line=line)


def digits(minutes: int) -> str:
    """`09:00`; midnight at the end of a day is `24:00`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _short(span: Span, words: Words) -> str:
    line = words("hours.short", days=_days(span, words), open=digits(span.open), close=digits(span.close))
    return words("hours.short_in_season", line=line, **_season(span.season, words)) if span.season else line


def _span(span: Span, words: Words) -> str:
    line = words("hours.span", days=_days(span, words), open=words.clock(span.open), close=_close(span, words))
    if span.breaks:
        pauses = ", ".join(f"{words.clock(pause.open)}~{words.clock(pause.close)}" for pause in span.breaks)
        line = words("hours.with_breaks", line=line, breaks=pauses)
    if span.season:
        line = words("hours.in_season", line=line, **_season(span.season, words))
    if span.days.weekdays is None:
        line = words("hours.days_unknown", line=line)
    return line.strip()


def _season(season: Season, words: Words) -> dict[str, str]:
    days = {"start": season.start.split("-"), "end": season.end.split("-")}
    return {name: words("date.month_day", month=int(month), day=int(day)) for name, (month, day) in days.items()}


def _days(span: Span, words: Words) -> str:
    return words("hours.open_days") if span.days.weekdays is None else span.days.text


def _close(times: Times, words: Words) -> str:
    closing = words.clock(times.close)
    return closing if times.close > times.open else words("hours.next_day", time=closing)
