/**
 * Whether an office is open at a moment, and until when, or when it opens next. The twin of `hooks/maeul/hours/today.py`;
 * `tests/hours_cases.json` binds both. Hours are `{spans, exceptions}` as `data-hours` carries them: days 0 (Monday) to 6 or
 * null when not known, times in minutes after midnight, closing after 1440 when on the next day; spans null, or all of it,
 * when the times are not known. A moment is a day and a minute in Seoul. A calendar is `{days, until}`: a set of public
 * holidays, and the last day that it knows of.
 */

const DAY = 1440;
const WEEK = 7;
const YEAR = 364; // days to look ahead: a date further off could be taken for one of this year
const SEOUL_OFFSET_MS = 9 * 3600 * 1000; // Korea keeps UTC+9 all year

/** The day and minute in Seoul at a time in milliseconds. */
export function seoulMoment(milliseconds) {
  const shifted = new Date(milliseconds + SEOUL_OFFSET_MS);
  return { day: shifted.toISOString().slice(0, 10), minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes() };
}

/** The day some days later, as YYYY-MM-DD. */
export function addDays(day, count) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY * 60000).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day) {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** How many years and more ago a day was: 0 up to the same date of the next year, 1 from the day after it. */
export function yearsSince(day, now) {
  const passed = Number(now.slice(0, 4)) - Number(day.slice(0, 4));
  return Math.max(0, now.slice(5) > day.slice(5) ? passed : passed - 1);
}

/**
 * Whether a record may be taken for what holds now: its `state` is open, and `confirmed`, the older of the days on which that
 * was seen and hours were published, lies within a year; it is empty when one of them is not known.
 */
export function isCurrent({ state, confirmed }, day) {
  return state === "open" && confirmed !== "" && yearsSince(confirmed, day) === 0;
}

/**
 * What holds at a moment: `{state, minute, inDays, over}`.
 * open: closes at `minute` on the day `inDays` from now; none when not within a week · break, before: opens again, or for the
 * first time today, then · later: opens then, on another day · closed: no opening known, `over` when today had one ·
 * days_unknown, unknown: whether it opens on this day, or at what times, is not known.
 */
export function stateAt(hours, { day, minute }, calendar) {
  if (hours === null) return { state: "unknown" };
  const near = piecesOf(hours, day, calendar, -1, WEEK);
  const now = near.filter((piece) => piece.start <= minute && minute < piece.end);
  if (now.some((piece) => piece.sure)) return openUntil(near.filter((piece) => piece.sure), minute);
  const next = firstAfter(near, minute) ?? firstAfter(piecesOf(hours, day, calendar, WEEK + 1, YEAR), minute);
  if (now.length > 0 || (next && !next.sure && next.start < DAY)) {
    return { state: hours.spans === null ? "unknown" : "days_unknown" };
  }
  if (!next?.sure) return { state: "closed", over: near.some((piece) => piece.day === 0) };
  const found = { minute: next.start % DAY, inDays: Math.floor(next.start / DAY) };
  const paused = near.some((piece) => piece.sure && piece.day === next.day && piece.end <= minute);
  return { state: paused ? "break" : found.inDays === 0 ? "before" : "later", ...found };
}

/** Open until the end of what follows without a gap. */
function openUntil(sure, minute) {
  let end = minute;
  for (const piece of sure.sort((a, b) => a.start - b.start)) {
    if (piece.start <= end && end < piece.end) end = piece.end;
  }
  if (end > WEEK * DAY) return { state: "open" };
  const inDays = Math.floor((end - 1) / DAY);
  return { state: "open", minute: end - inDays * DAY, inDays };
}

/** What begins first after a minute; what is sure before what is not. */
function firstAfter(pieces, minute) {
  const coming = pieces.filter((piece) => piece.start > minute);
  return coming.sort((a, b) => a.start - b.start || Number(b.sure) - Number(a.sure))[0];
}

/** Times without breaks on days from `first` to `last`, as seen from today; `sure` when it is open then, else it may be. */
function piecesOf(hours, today, calendar, first, last) {
  const pieces = [];
  for (let day = first; day <= last; day += 1) {
    for (const [start, end, sure] of timesOn(hours, addDays(today, day), calendar)) {
      pieces.push({ start: start + day * DAY, end: end + day * DAY, day, sure });
    }
  }
  return pieces;
}

/** `[opening, closing, sure]` of what begins on a day; all of the day when nothing is known. */
function timesOn(hours, day, calendar) {
  const told = (hours.exceptions ?? []).filter((item) => item.date === day);
  if (told.length > 0) return told.filter((item) => !item.closed).map((item) => [item.open, item.close, true]);
  if (hours.spans === null) return [[0, DAY, false]];
  return hours.spans.flatMap((span) => {
    const opens = inSeason(span, day) ? opensOn(span, day, calendar) : false;
    return opens === false ? [] : withoutBreaks(span).map((piece) => [...piece, opens === true]);
  });
}

/** Whether a span holds on a day; null when that is not known. On public holidays weekdays do not count. */
function opensOn(span, day, calendar) {
  if (span.days === null) return null;
  const onWeekday = span.days.includes(weekday(day));
  if (day > calendar.until) return onWeekday === span.holidays ? onWeekday : null;
  return calendar.days.has(day) ? span.holidays : onWeekday;
}

function inSeason(span, day) {
  if (!span.season) return true;
  const [start, end] = span.season;
  const monthDay = day.slice(5);
  return start <= end ? start <= monthDay && monthDay <= end : monthDay >= start || monthDay <= end;
}

function withoutBreaks(span) {
  const pieces = [];
  let from = span.open;
  for (const pause of [...(span.breaks ?? []), { open: span.close, close: span.close }]) {
    const to = Math.min(pause.open, span.close);
    if (from < to) pieces.push([from, to]);
    from = Math.max(from, pause.close);
  }
  return pieces;
}
