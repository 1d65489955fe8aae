import assert from "node:assert/strict";
import { test } from "node:test";

import { countWith, passes } from "../../overrides/assets/javascripts/find/facets.js";

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
  const counts = (choices) => countWith(items, choices, ["1", "3"]);
  assert.equal(counts({ city: "guri", state: "old" }).city.get("hanam"), 1);
  assert.equal(counts({ city: "guri" }).open.get("now"), undefined);
  assert.deepEqual([...counts({}).service], [["tools", 2], ["parcels", 1]]);
  assert.deepEqual([...counts({}).within], [["1", 1], ["3", 2]]);
});

test("numbers are those of the offices that would pass", () => {
  for (const choices of [{}, { city: "hanam" }, { service: "tools", state: "old" }, { open: "now", within: "3" }, { city: "guri", service: "tools" }]) {
    const counts = countWith(items, choices, ["1", "3"]);
    for (const [name, value] of [["city", "hanam"], ["city", "guri"], ["service", "tools"], ["state", "old"], ["open", "now"], ["within", "1"]]) {
      const left = items.filter((item) => passes(item, { ...choices, [name]: value })).length;
      assert.equal(counts[name].get(value) ?? 0, left, `${JSON.stringify(choices)} ${name} ${value}`);
    }
  }
});
