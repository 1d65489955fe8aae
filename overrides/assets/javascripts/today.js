/** Today's line on office cards, in words, by the clock of Seoul. */

import { readCalendar } from "./calendar.js";
import { addDays, isCurrent, seoulMoment, stateAt, weekday, yearsSince } from "./hours.js";
import { fill, readSettings } from "./words.js";

const HOUR = 60;
const WEEK = 7;
const MINUTE_MS = 60 * 1000;

/** A time of day in words; 1440 is midnight at the end of a day. */
export function clockWords(minutes, clock) {
  const hour = Math.floor(minutes / HOUR) % 24;
  const minute = minutes % HOUR;
  const part = hour === 0 ? "midnight" : hour < 12 ? "morning" : hour === 12 ? "noon" : "afternoon";
  return fill(clock[minute ? `${part}_minute` : part], { hour: hour % 12 || 12, minute });
}

/** What `stateAt` found on the day `day`, in words. */
export function sentence(found, day, words) {
  const { today } = words;
  if (found.state === "closed") return found.over ? today.over : today.closed;
  if (found.state === "open") return openWords(found, day, words);
  if (found.minute === undefined) return found.state === "unknown" ? today.unknown : today.days_unknown;
  return opensWords(found, day, words);
}

/** The first hour after midnight is still told as the night of the day before. */
function openWords(found, day, { today, clock }) {
  if (found.minute === undefined) return today.open_on;
  const time = clockWords(found.minute, clock);
  const inDays = found.minute < HOUR ? found.inDays - 1 : found.inDays;
  if (inDays > 1) return fill(today.open_later, { time, day: today.weekdays[weekday(addDays(day, inDays))] });
  return fill(inDays === 1 ? today.open_tomorrow : today.open, { time });
}

/** The first hour after midnight is told with the number of the new day. */
function opensWords({ state, minute, inDays }, day, { today, clock }) {
  const ofNewDay = minute === 0 ? clock.zero : fill(clock.zero_minute, { minute });
  const time = minute < HOUR ? ofNewDay : clockWords(minute, clock);
  if (state === "break") return fill(inDays ? today.break_tomorrow : today.break, { time });
  if (inDays < 2) return fill(inDays ? today.opens_tomorrow : today.opens_today, { time });
  const then = addDays(day, inDays);
  if (inDays < WEEK) return fill(today.opens_later, { time, day: today.weekdays[weekday(then)] });
  return fill(today.opens_on, { time, month: Number(then.slice(5, 7)), day: Number(then.slice(8)) });
}

/**
 * What holds on the day `day`, or that nobody knows, and how old the record is when that is more than a year. Only of an office
 * whose record `isCurrent` is it said when it opens.
 */
export function lineOf(found, day, record, words) {
  const age = ageOf(record.confirmed, day, words);
  const line = doubtOf(found, record.state, age, words.today) ?? sentence(found, day, words);
  return age ? `${line} (${age})` : line;
}

function doubtOf(found, state, age, today) {
  if (state !== "open") return today.office_doubtful;
  return age && found.state !== "unknown" ? today.hours_doubtful : null;
}

function ageOf(confirmed, day, { today }) {
  if (!confirmed) return today.undated;
  const years = yearsSince(confirmed, day);
  return years > 0 ? fill(today.old, { years }) : "";
}

/** `{line, open, old}` of a record `{hours, state, confirmed}`, its hours as JSON. */
export function todayOf(record, moment, calendar, words) {
  const found = stateAt(JSON.parse(record.hours), moment, calendar);
  const current = isCurrent(record, moment.day);
  return { line: lineOf(found, moment.day, record, words), open: found.state === "open" && current, old: !current };
}

/** Write the line of an office into its element, and show it. */
export function showToday(element, { line, open, old }) {
  if (element.textContent !== line) element.textContent = line;
  element.classList.toggle("mae-today--open", open);
  element.classList.toggle("mae-today--old", old);
  element.hidden = false;
}

let shown;
let ticking = false;

/** Fill every line, and again whenever a minute has passed or the page is looked at again. */
export async function attach(elements) {
  const { root, words } = readSettings(document);
  shown = { elements, words, calendar: await readCalendar(root) };
  update();
  if (!ticking) eachMinute(update);
  ticking = true;
}

/** Does something whenever a minute has passed or the page is looked at again, not while nobody sees it. */
export function eachMinute(tell) {
  const seen = () => document.hidden || tell();
  setInterval(seen, MINUTE_MS);
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pageshow", seen);
}

function update() {
  const moment = seoulMoment(Date.now());
  for (const element of shown.elements) showToday(element, todayOf(element.dataset, moment, shown.calendar, shown.words));
}
