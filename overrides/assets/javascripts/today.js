/** Today's line on office cards, in words, by the clock of Seoul. */

import { seoulMoment, stateAt, weekday } from "./hours.js";
import { fill, readSettings } from "./words.js";

const YEAR_MS = 365.25 * 24 * 3600 * 1000;

/** A time of day in words; after midnight it is the time on the next day. */
export function clockWords(minutes, clock) {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  const part = hour === 0 ? "midnight" : hour < 12 ? "morning" : hour === 12 ? "noon" : "afternoon";
  return fill(clock[minute ? `${part}_minute` : part], { hour: hour % 12 || 12, minute });
}

/** The line for a state of `stateAt`. */
export function sentence(found, words) {
  const time = found.minute === undefined ? "" : clockWords(found.minute, words.clock);
  const today = words.today;
  if (found.state === "open") return fill(today.open, { time });
  if (found.state === "before") return fill(today.opens_today, { time });
  if (found.state === "break") return fill(today.break, { time });
  if (found.state === "later" && found.inDays === 1) return fill(today.opens_tomorrow, { time });
  if (found.state === "later") return fill(today.opens_later, { time, day: today.weekdays[weekday(found.day)] });
  return today[found.state];
}

/** How many whole years ago a day was; 0 for an empty one. */
export function yearsSince(day, milliseconds) {
  return day ? Math.floor((milliseconds - Date.parse(`${day}T00:00:00+09:00`)) / YEAR_MS) : 0;
}

/** Fill every line; `now` is in milliseconds. */
export async function attach(elements, now = Date.now()) {
  const { root, words } = readSettings(document);
  const response = await fetch(`${root}data/v1/holidays.json`);
  const { days } = await response.json();
  const holidays = new Set(days);
  const moment = seoulMoment(now);
  for (const element of elements) {
    const found = stateAt(JSON.parse(element.dataset.hours), moment, holidays);
    const years = yearsSince(element.dataset.confirmed, now);
    const line = sentence(found, words);
    const known = !["unknown", "days_unknown"].includes(found.state);
    element.textContent = known && years > 0 ? `${line} (${fill(words.today.old, { years })})` : line;
    element.classList.toggle("mae-today--open", found.state === "open");
    element.hidden = false;
  }
}
