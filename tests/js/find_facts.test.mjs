import assert from "node:assert/strict";
import { test } from "node:test";

import { todayLines } from "../../overrides/assets/javascripts/find/cards.js";
import { factsIn, factsOf, knownOf, openNow } from "../../overrides/assets/javascripts/find/facts.js";
import { buildIndex, python } from "./finder_data.mjs";
import { words } from "./korean_words.mjs";

const { index } = buildIndex();
const TODAY = "2026-11-22";
const STATES = `
import sys
from datetime import date
from pathlib import Path
from maeul.reader import read_directory
from maeul.site.state import state_key
directory, _ = read_directory(Path(), date.fromisoformat(sys.argv[1]))
for office in directory.offices:
    print(office.id, state_key(office, directory.today), ",".join(entry.key for entry in office.services))
`;

test("facts come from the attributes of cards", () => {
  const hours = '{"spans":[]}';
  const card = { dataset: { office: "a", city: "hanam", state: "open", services: "tools parcels" }, querySelector: () => ({ dataset: { hours, confirmed: "2026-01-05" } }) };
  const gone = { dataset: { office: "b", city: "guri", state: "closed", services: "" }, querySelector: () => null };
  const facts = factsOf([card, gone]);
  assert.deepEqual(facts.get("a").services, ["tools", "parcels"]);
  assert.deepEqual([facts.get("a").hours, facts.get("b").hours, facts.get("b").services], [hours, "", []]);
  assert.deepEqual([facts.get("a").confirmed, facts.get("b").confirmed], ["2026-01-05", ""]);
  const known = knownOf(facts.values());
  assert.ok(known.get("service").has("tools") && known.get("within").has("5"));
  assert.ok(!known.get("service").has("") && !known.get("within").has("-1") && !known.get("within").has("1e9"));
});

test("facts of the index are those that pages say", () => {
  const factOf = factsIn(index);
  const facts = new Map(index.ids.map((id, row) => [id, factOf(row)]));
  for (const line of python("-c", STATES, TODAY).trim().split("\n")) {
    const [id, state, services] = line.split(" ");
    assert.equal(facts.get(id).state, state, id);
    assert.deepEqual([...facts.get(id).services].sort(), services.split(",").filter(Boolean).sort(), id);
  }
});

test("open now is only what a record tells that may be taken for what holds now", async () => {
  globalThis.fetch = async () => ({ json: async () => ({ days: [], until: "2099-12-31" }) });
  const day = (years) => new Date(Date.now() - years * 366 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const hours = JSON.stringify({ spans: [{ days: [0, 1, 2, 3, 4, 5, 6], holidays: true, open: 0, close: 1440 }] });
  const isOpen = await openNow("../");
  const told = (state, confirmed) => isOpen({ hours, state, confirmed });
  assert.deepEqual([told("open", day(0)), told("open", day(2)), told("open", "")], [true, false, false]);
  assert.deepEqual([told("old", day(0)), told("unconfirmed", day(0))], [false, false]);
  assert.equal(isOpen({ hours: "", state: "open", confirmed: day(0) }), false);
});

test("today's line is worked out once a minute for offices with the same hours", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-23T17:59:00+09:00") });
  const today = todayLines({ days: new Set(), until: "2028-12-31" }, words);
  const fact = { hours: '{"spans":[{"days":[0],"holidays":false,"open":540,"close":1080}]}', state: "open", confirmed: "2026-11-01" };
  assert.equal(today(fact), today({ ...fact }));
  assert.equal(today(fact).open, true);
  context.mock.timers.tick(60_000);
  assert.equal(today(fact).open, false);
});
