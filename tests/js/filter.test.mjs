import assert from "node:assert/strict";
import { test } from "node:test";

import { matches } from "../../overrides/assets/javascripts/filter.js";

const card = "운영 확인 신장1동 행복마을관리소 하남시 신장1동 평일 09:00~18:00 Sinjang";

test("an empty query holds everywhere", () => {
  assert.equal(matches("", card), true);
  assert.equal(matches("   ", card), true);
});

test("part of a word is found", () => {
  assert.equal(matches("신장", card), true);
  assert.equal(matches("산본", card), false);
});

test("every word of the query must stand in the text, in any order", () => {
  assert.equal(matches("행복 하남", card), true);
  assert.equal(matches("하남 산본", card), false);
});

test("spaces count neither in the query nor in the text", () => {
  assert.equal(matches("신장 1동", card), true);
  assert.equal(matches("하남시신장1동", card), true);
});

test("capitals do not matter", () => {
  assert.equal(matches("sinJANG", card), true);
});

test("letters in parts, as some keyboards send them, are the same letters", () => {
  assert.equal(matches("신장".normalize("NFD"), card), true);
});
