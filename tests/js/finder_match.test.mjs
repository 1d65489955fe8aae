import assert from "node:assert/strict";
import test from "node:test";

import { Column } from "../../overrides/assets/javascripts/finder/column.js";
import { oneEdit, oneEditOfStart, oneSyllable } from "../../overrides/assets/javascripts/finder/match.js";

function distance(a, b) {
  const table = Array.from({ length: a.length + 1 }, (_, row) => Array.from({ length: b.length + 1 }, (_, column) => row + column));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.length][b.length];
}

const words = [];
for (const a of ["", "a", "b", "ab", "ba", "aab", "abab", "baba", "abba", "aabb", "bbaab"]) words.push(a);

test("one edit is a distance of at most one, swaps counted as one", () => {
  for (const a of words) for (const b of words) assert.equal(oneEdit(a, b), distance(a, b) <= 1, `${a} ${b}`);
});

test("one edit of the start is one edit of some start", () => {
  for (const a of words.slice(3)) {
    for (const b of words) {
      const some = Array.from({ length: b.length + 1 }, (_, end) => b.slice(0, end)).some((start) => distance(a, start) <= 1);
      assert.equal(oneEditOfStart(a, b), some, `${a} ${b}`);
    }
  }
});

test("one syllable may be another, a number may not", () => {
  assert.ok(oneSyllable("창견동", "창전동") > 0);
  assert.ok(oneSyllable("창견동", "창전동") > oneSyllable("창견동", "창우동"));
  assert.equal(oneSyllable("신장3동", "신장1동"), 0);
  assert.equal(oneSyllable("창견", "창전"), 0);
  assert.equal(oneSyllable("창전동", "창전동"), 0);
});

test("a column finds the first place of a word in each string", () => {
  const column = new Column(["abc", "", "bcb", "c", "abc"]);
  const hits = [];
  column.each("bc", (...hit) => hits.push(hit));
  assert.deepEqual(hits, [[0, 1, false], [2, 0, false], [4, 1, false]]);
  const whole = [];
  column.each("c", (number, at, isWhole) => whole.push([number, isWhole]));
  assert.deepEqual(whole, [[0, false], [2, false], [3, true], [4, false]]);
  column.each("", () => assert.fail());
  column.each(null, () => assert.fail());
});
