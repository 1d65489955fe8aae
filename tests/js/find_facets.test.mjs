import assert from "node:assert/strict";
import { test } from "node:test";

import { countWith, passes } from "../../overrides/assets/javascripts/find/facets.js";
import { factsOf, knownOf, openNow } from "../../overrides/assets/javascripts/find/facts.js";

const items = [
  { city: "hanam", services: ["tools", "parcels"], state: "open", open: true, metres: 900 },
  { city: "hanam", services: ["tools"], state: "old", open: false, metres: 3000 },
  { city: "guri", services: [], state: "old", open: false },
];

test("no choice lets everything pass", () => {
  assert.ok(items.every((item) => passes(item, {})));
  assert.ok(items.every((item) => passes(item, { city: "" })));
});

test("choices add up", () => {
  assert.deepEqual(items.map((item) => passes(item, { city: "hanam", service: "tools", state: "old" })), [false, true, false]);
});

test("an office whose distance is unknown is within none", () => {
  assert.deepEqual(items.map((item) => passes(item, { within: "3" })), [true, true, false]);
});

test("the number of a choice minds the other choices and not its own value", () => {
  assert.equal(countWith(items, { city: "guri", state: "old" }, "city", "hanam"), 1);
  assert.equal(countWith(items, { city: "guri" }, "open", "now"), 0);
});

test("open now is only what a record tells that may be taken for what holds now", async () => {
  globalThis.fetch = async () => ({ json: async () => ({ days: [], until: "2099-12-31" }) });
  const day = (years) => new Date(Date.now() - years * 366 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const hours = { spans: [{ days: [0, 1, 2, 3, 4, 5, 6], holidays: true, open: 0, close: 1440 }] };
  const isOpen = await openNow("../");
  const told = (state, confirmed) => isOpen({ hours, state, confirmed });
  assert.deepEqual([told("open", day(0)), told("open", day(2)), told("open", "")], [true, false, false]);
  assert.deepEqual([told("old", day(0)), told("unconfirmed", day(0))], [false, false]);
  assert.equal(isOpen({ hours: null, state: "open", confirmed: day(0) }), false);
});

test("facts come from the attributes of cards", () => {
  const hours = '{"spans":[]}';
  const card = { dataset: { office: "a", city: "hanam", state: "open", services: "tools parcels" }, querySelector: () => ({ dataset: { hours, confirmed: "2026-01-05" } }) };
  const gone = { dataset: { office: "b", city: "guri", state: "closed", services: "" }, querySelector: () => null };
  const facts = factsOf([card, gone]);
  assert.deepEqual(facts.get("a").services, ["tools", "parcels"]);
  assert.deepEqual([facts.get("a").hours, facts.get("b").hours, facts.get("b").services], [{ spans: [] }, null, []]);
  assert.deepEqual([facts.get("a").confirmed, facts.get("b").confirmed], ["2026-01-05", ""]);
  const known = knownOf(facts.values());
  assert.ok(known.get("service").has("tools") && known.get("within").has("5"));
  assert.ok(!known.get("service").has("") && !known.get("within").has("-1") && !known.get("within").has("1e9"));
});
