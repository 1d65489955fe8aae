import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { addDays, isCurrent, seoulMoment, weekday, yearsSince } from "../../overrides/assets/javascripts/hours.js";
import { clockWords } from "../../overrides/assets/javascripts/today.js";
import { words } from "./korean_words.mjs";

const WEEKDAYS = { spans: [{ days: [0, 1, 2, 3, 4], holidays: false, open: 540, close: 1080 }] };
const at = (text) => Date.parse(`${text}:00+09:00`);

/** As much of an element as the script touches. */
function line(hours, confirmed, state = "open") {
  const classes = new Set();
  return {
    dataset: { hours: JSON.stringify(hours), state, confirmed },
    textContent: "",
    hidden: true,
    classes,
    classList: { toggle: (name, on) => (on ? classes.add(name) : classes.delete(name)) },
  };
}

/** The script as a page loads it, anew for each test, with what it finds around it. */
async function page({ now, holidays }) {
  mock.timers.enable({ apis: ["Date", "setInterval"], now: at(now) });
  const listeners = {};
  const listen = (name, call) => (listeners[name] = [...(listeners[name] ?? []), call]);
  globalThis.document = {
    hidden: false,
    addEventListener: listen,
    getElementById: () => ({ textContent: JSON.stringify({ root: "../", words }) }),
  };
  globalThis.window = { addEventListener: listen };
  globalThis.fetch = mock.fn(holidays);
  number += 1;
  const { attach } = await import(`../../overrides/assets/javascripts/today.js?page=${number}`);
  return { attach, listeners };
}

let number = 0;
const lawful = async () => ({ json: async () => ({ days: ["2026-12-25"], until: "2028-12-31" }) });

beforeEach(() => mock.timers.reset());
afterEach(() => mock.timers.reset());

test("a moment is told by the clock of Seoul", () => {
  assert.deepEqual(seoulMoment(Date.parse("2026-12-31T15:00:00Z")), { day: "2027-01-01", minute: 0 });
  assert.deepEqual(seoulMoment(Date.parse("2026-12-31T14:59:59.999Z")), { day: "2026-12-31", minute: 1439 });
});

test("days are counted over the ends of months and years", () => {
  assert.equal(addDays("2026-12-31", 1), "2027-01-01");
  assert.equal(addDays("2028-03-01", -1), "2028-02-29");
  assert.equal(weekday("2026-11-23"), 0);
  assert.equal(weekday("2026-11-22"), 6);
});

test("times are spoken as people say them", () => {
  const spoken = [0, 5, 60, 719, 720, 750, 780, 1439, 1440].map((minute) => clockWords(minute, words.clock));
  assert.deepEqual(spoken.map((text) => text.replace(/\d+/g, "#")), [
    "밤 #시", "밤 #시 #분", "오전 #시", "오전 #시 #분", "낮 #시", "낮 #시 #분", "오후 #시", "오후 #시 #분", "밤 #시",
  ]);
  assert.equal(spoken[1], "밤 12시 5분");
  assert.equal(spoken[8], "밤 12시");
});

test("a record is a year old from the day after its date returns", () => {
  assert.equal(yearsSince("2025-11-22", "2026-11-22"), 0);
  assert.equal(yearsSince("2025-11-22", "2026-11-23"), 1);
  assert.equal(yearsSince("2027-01-01", "2026-11-23"), 0);
});

test("every line is filled, shown, and marked when open or old", async () => {
  const { attach } = await page({ now: "2026-11-23T10:00", holidays: lawful });
  const [open, unknown] = [line(WEEKDAYS, "2026-11-01"), line(null, "2021-01-01")];
  await attach([open, unknown]);
  assert.equal(open.textContent, "지금 열려 있어요, 오후 6시까지");
  assert.equal(unknown.textContent, "여는 시간을 몰라요, 전화해 보세요 (5년 전 자료예요)");
  assert.deepEqual([open.hidden, unknown.hidden], [false, false]);
  assert.deepEqual([...open.classes], ["mae-today--open"]);
  assert.deepEqual([...unknown.classes], ["mae-today--old"]);
});

test("an old record is not marked as open, whatever its hours say", async () => {
  const { attach } = await page({ now: "2026-11-23T10:00", holidays: lawful });
  const shown = line(WEEKDAYS, "2021-01-01");
  await attach([shown]);
  assert.equal(shown.textContent, "지금도 이 시간에 여는지 몰라요, 전화해 보세요 (5년 전 자료예요)");
  assert.deepEqual([...shown.classes], ["mae-today--old"]);
});

test("an office that may be gone is not said to open, however new its record is", async () => {
  const { attach } = await page({ now: "2026-11-23T10:00", holidays: lawful });
  const shown = line(WEEKDAYS, "2026-11-01", "unconfirmed");
  await attach([shown]);
  assert.equal(shown.textContent, "지금도 여는지 몰라요, 전화해 보세요");
  assert.deepEqual([...shown.classes], ["mae-today--old"]);
});

test("a record is current when its office was open and its hours were published within a year", () => {
  const current = (state, confirmed) => isCurrent({ state, confirmed }, "2026-11-23");
  assert.deepEqual([current("open", "2025-11-23"), current("open", "2025-11-22"), current("open", "")], [true, false, false]);
  assert.deepEqual(["old", "unconfirmed"].map((state) => current(state, "2026-11-01")), [false, false]);
});

test("a page left open tells the time that it is", async () => {
  const { attach } = await page({ now: "2026-11-23T17:59", holidays: lawful });
  const shown = line(WEEKDAYS, "2026-11-01");
  await attach([shown]);
  assert.match(shown.textContent, /열려/);
  mock.timers.tick(60_000);
  assert.match(shown.textContent, /닫았어요/);
  assert.deepEqual([...shown.classes], []);
});

test("a page in the background waits until it is looked at", async () => {
  const { attach, listeners } = await page({ now: "2026-11-23T17:59", holidays: lawful });
  const shown = line(WEEKDAYS, "2026-11-01");
  await attach([shown]);
  document.hidden = true;
  mock.timers.tick(3_600_000);
  assert.match(shown.textContent, /열려/);
  document.hidden = false;
  listeners.visibilitychange.forEach((call) => call());
  assert.match(shown.textContent, /닫았어요/);
});

test("going from page to page starts one clock and reads the holidays once", async () => {
  const { attach, listeners } = await page({ now: "2026-11-23T10:00", holidays: lawful });
  await Promise.all([attach([line(WEEKDAYS, "")]), attach([line(WEEKDAYS, "")])]);
  const last = line(WEEKDAYS, "");
  await attach([last]);
  assert.equal(listeners.visibilitychange.length, 1);
  assert.ok(fetch.mock.callCount() <= 1);
  assert.match(last.textContent, /언제 자료인지 몰라요/);
});

test("holidays that cannot be read make a weekday unknown and leave a Sunday closed", async () => {
  const { readCalendar } = await import("../../overrides/assets/javascripts/calendar.js?broken");
  const { stateAt } = await import("../../overrides/assets/javascripts/hours.js");
  globalThis.fetch = async () => Promise.reject(new TypeError("no network"));
  const calendar = await readCalendar("../");
  const state = (text) => stateAt(WEEKDAYS, seoulMoment(at(text)), calendar).state;
  assert.equal(state("2026-11-23T10:00"), "days_unknown");
  assert.equal(state("2026-11-22T10:00"), "closed");
});
