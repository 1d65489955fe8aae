/** The same table of cases as tests/hours/test_cases.py, and the same again in far zones: whatever the clock of the visitor. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { seoulMoment, stateAt } from "../../overrides/assets/javascripts/hours.js";
import { lineOf } from "../../overrides/assets/javascripts/today.js";
import { words } from "./korean_words.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const { cases, holidays, until } = JSON.parse(read("../hours_cases.json"));
const calendar = { days: new Set(holidays), until };

const clock = (minute) =>
  minute === undefined ? null : `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const told = ({ state, minute, inDays }) => ({ state, at: clock(minute), inDays: inDays ?? 0 });

for (const one of cases) {
  test(one.name, () => {
    const moment = seoulMoment(Date.parse(one.at));
    const found = stateAt(one.portable, moment, calendar);
    assert.deepEqual(told(found), { state: one.state, at: one.until ?? one.next ?? null, inDays: one.in_days ?? 0 });
    const record = { state: one.office ?? "open", confirmed: one.confirmed ?? moment.day };
    assert.equal(lineOf(found, moment.day, record, words), one.line);
  });
}

test("the table is large", () => assert.ok(cases.length >= 300));

for (const zone of process.env.HOURS_ZONE ? [] : ["America/Los_Angeles", "Pacific/Kiritimati"]) {
  test(`every case holds for a visitor in ${zone}`, () => {
    const env = { ...process.env, TZ: zone, HOURS_ZONE: zone };
    delete env.NODE_TEST_CONTEXT; // else the inner run reports to the outer one
    execFileSync(process.execPath, ["--test", "--test-reporter=tap", new URL(import.meta.url).pathname], { env, stdio: "pipe" });
  });
}

test("the zone of an inner run is the one asked for", { skip: !process.env.HOURS_ZONE }, () => {
  assert.equal(new Intl.DateTimeFormat().resolvedOptions().timeZone, process.env.HOURS_ZONE);
});
