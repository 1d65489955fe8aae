import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, isAsking, readAsked, writeAsked } from "../../overrides/assets/javascripts/find/address.js";

const known = new Map([["city", new Set(["hanam"])], ["open", new Set(["now"])], ["within", { has: (km) => km === "3" }]]);
const read = (query) => readAsked(new URLSearchParams(query), known);

test("what is asked is the same after a way through the address", () => {
  const asked = { q: "신장 1동", near: true, city: "hanam", service: "", state: "", open: "now", within: "3" };
  assert.deepEqual(read(writeAsked(asked)), asked);
});

test("a choice that there is not is left out", () => {
  assert.deepEqual(chosen(read("city=__proto__&open=yes&within=-1&service=tools")), {});
});

test("near is a flag: whatever else stands there is not read, and a position is never written", () => {
  assert.equal(read("near=37.5,127.1").near, false);
  assert.equal(writeAsked({ q: "", near: { lat: 37.5, lon: 127.1 } }), "?near=1");
});

test("a question of ten thousand characters stays short in the address", () => {
  assert.equal(read(`q=${"a".repeat(10_000)}`).q.length, 200);
  assert.ok(writeAsked({ q: "a".repeat(10_000) }).length < 300);
});

test("spaces alone ask nothing", () => {
  assert.equal(isAsking({ q: "   " }), false);
  assert.equal(writeAsked({ q: "   " }), "");
});
