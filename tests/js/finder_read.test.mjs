import assert from "node:assert/strict";
import test from "node:test";

import { readQuestion } from "../../overrides/assets/javascripts/finder/read.js";
import { termOf } from "../../overrides/assets/javascripts/finder/term.js";
import { buildIndex } from "./finder_data.mjs";

const { index, places } = buildIndex();
const read = (query) => {
  const { where, services, unknown, common } = readQuestion(query, index, places);
  const words = (looks) => looks.map(({ term }) => term.word);
  return { where: words(where), services: words(services), unknown, common };
};

test("a word has the forms that it may be typed in", () => {
  assert.deepEqual({ ...termOf("ㅅㅈ1ㄷ") }, { word: "ㅅㅈ1ㄷ", keys: null, roman: null, initials: "tw1e" });
  assert.equal(termOf("신장").keys, "tlswkd");
  assert.equal(termOf("sinjang").roman, "sinjank");
  assert.equal(termOf("qqqqqq").roman, null);
});

test("a question falls into where, what, and words that only ask", () => {
  const asked = read("하남에서 공구 빌릴 수 있는 곳이 어디예요?");
  assert.deepEqual([asked.where, asked.services, asked.unknown], [["하남"], ["공구"], ["빌릴"]]);
  assert.deepEqual(read("산본1동 관리소 어디예요"), { where: ["산본1동"], services: [], unknown: [], common: true });
});

test("spaces within a name are ignored, and missing ones are found", () => {
  assert.deepEqual(read("신장 1 동").where, ["신장1동"]);
  assert.deepEqual(read("하남신장1동").where, ["하남", "신장1동"]);
  assert.deepEqual(read("하남공구"), { where: ["하남"], services: ["공구"], unknown: [], common: false });
});

test("words that mean nothing are told", () => {
  assert.deepEqual(read("하남 피자").where, ["하남"]);
  assert.deepEqual(read("하남 피자").unknown, ["피자"]);
});

test("a question is read as far as a question goes", () => {
  assert.ok(read("가 ".repeat(5000)).where.length <= 12);
  assert.deepEqual(read(`${" ".repeat(300)}하남`).where, []);
});
