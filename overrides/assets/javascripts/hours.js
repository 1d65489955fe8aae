/**
 * Opening hours on a clock. Hours are `{spans, exceptions}` as `data-hours` carries them: days 0 (Monday) to 6 or null when
 * not known, times in minutes after midnight, closing after 1440 when on the next day. A moment is a day and a minute in Seoul.
 */

const DAY = 1440;
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

/**
 * The times of one day as sorted `[open, close]` without breaks; null when the days are not known, so that nobody can tell.
 * @param {Set<string>} holidays public holidays
 */
export function timesOn(hours, day, holidays) {
  const exception = (hours.exceptions ?? []).find((item) => item.date === day);
  if (exception) return exception.closed ? [] : [[exception.open, exception.close]];
  const spans = hours.spans.filter((span) => inSeason(span, day));
  if (spans.some((span) => span.days === null)) return null;
  const holiday = holidays.has(day);
  const open = spans.filter((span) => (holiday ? span.holidays : span.days.includes(weekday(day))));
  return open.flatMap(withoutBreaks).sort((a, b) => a[0] - b[0]);
}

/**
 * What holds at a moment: `{state, minute, inDays, day}`, where state is open, break, before, later, closed or unknown.
 * `minute` is when that ends or begins, on the day `inDays` from now.
 */
export function stateAt(hours, moment, holidays) {
  if (hours === null) return { state: "unknown" };
  const yesterday = timesOn(hours, addDays(moment.day, -1), holidays);
  const today = timesOn(hours, moment.day, holidays);
  if (today === null || yesterday === null) return { state: "days_unknown" };
  const spans = [...yesterday.map(([open, close]) => [open - DAY, close - DAY]), ...today];
  const now = spans.find(([open, close]) => open <= moment.minute && moment.minute < close);
  if (now) return { state: "open", minute: lastOf(spans, now[1]) };
  const next = today.find(([open]) => open > moment.minute);
  if (next) {
    const paused = today.some(([, close]) => close <= moment.minute) && insideBreak(hours, moment, next[0]);
    return { state: paused ? "break" : "before", minute: next[0] };
  }
  for (let inDays = 1; inDays <= 14; inDays += 1) {
    const day = addDays(moment.day, inDays);
    const times = timesOn(hours, day, holidays);
    if (times === null) break;
    if (times.length > 0) return { state: "later", minute: times[0][0], inDays, day };
  }
  return { state: "closed" };
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
  for (const pause of [...(span.breaks ?? [])].sort((a, b) => a.open - b.open)) {
    if (pause.open > from) pieces.push([from, pause.open]);
    from = Math.max(from, pause.close);
  }
  if (from < span.close) pieces.push([from, span.close]);
  return pieces;
}

/** The end of what is open without a gap from a closing time on. */
function lastOf(spans, close) {
  const next = spans.find(([open, end]) => open <= close && end > close);
  return next ? lastOf(spans, next[1]) : close;
}

function insideBreak(hours, moment, reopens) {
  return hours.spans.some((span) => (span.breaks ?? []).some((pause) => pause.open <= moment.minute && pause.close === reopens));
}
