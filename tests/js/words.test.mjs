import assert from "node:assert/strict";
import { test } from "node:test";

import { fill, readSettings } from "../../overrides/assets/javascripts/words.js";

test("places in a sentence are filled by name", () => {
  assert.equal(fill("{count}곳을 찾았어요, {name}", { count: 3, name: "하남시" }), "3곳을 찾았어요, 하남시");
});

test("a place may be filled more than once, and with zero", () => {
  assert.equal(fill("{n} {n}", { n: 0 }), "0 0");
});

test("what is not given is left empty and not shown as undefined", () => {
  assert.equal(fill("{a}{b}", { a: "가" }), "가");
  assert.equal(fill("{a}", { a: null }), "");
});

test("a value with signs of its own is filled in as it is", () => {
  assert.equal(fill("{name}!", { name: "$& {name} $1" }), "$& {name} $1!");
});

test("settings are read from the page", () => {
  const page = { getElementById: (id) => (id === "mae-settings" ? { textContent: '{"root":"../","words":{}}' } : null) };
  assert.deepEqual(readSettings(page), { root: "../", words: {} });
});
