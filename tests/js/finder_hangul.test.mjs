import assert from "node:assert/strict";
import test from "node:test";

import { compose, initialsOf, isInitials, keys, latinKeys, syllableKeys, tidy } from "../../overrides/assets/javascripts/finder/hangul.js";
import { python } from "./finder_data.mjs";

const WORDS = ["신장1동", "월곶면", "쓰레기", "닭갈비", "의정부", "꽃밭", "앉은뱅이", "값", "괜찮아", "뷔페", "ㄳㄷ", "ㅗㅏ"];

test("keys are those of the build", () => {
  const script = "import json,sys;from maeul.search.text import keys,initials;print(json.dumps([[keys(w),initials(w)] for w in json.loads(sys.argv[1])]))";
  const built = JSON.parse(python("-c", script, JSON.stringify(WORDS)));
  WORDS.forEach((word, number) => {
    assert.equal(keys(word), built[number][0], word);
    assert.equal(initialsOf(keys(word)), built[number][1], word);
  });
});

test("a half-typed syllable is the start of the keys of the whole", () => {
  for (const half of ["ㅅ", "시", "신", "싡", "신자", "신장"]) assert.ok(keys("신장").startsWith(keys(half)), half);
});

test("double finals of Windows keyboards are two strokes", () => {
  assert.equal(keys("ㄳㄷ"), keys("ㄱㅅㄷ"));
  assert.equal(keys("ㄵ"), keys("ㄴㅈ"));
});

test("decomposed text has the same keys", () => {
  for (const word of WORDS) assert.equal(keys(word.normalize("NFD")), keys(word));
});

test("Hangul comes back from the keys that type it", () => {
  for (const word of ["신장1동", "쓰레기", "닭갈비", "의정부", "앉은뱅이", "값", "괜찮아"]) assert.equal(compose(keys(word)), word);
  assert.equal(compose("tlswkd"), "신장");
  assert.equal(compose("tlsw"), "싡"); // as a keyboard shows it
  assert.equal(compose("tw1e"), "ㅅㅈ1ㄷ");
});

test("every syllable comes back from its keys", () => {
  for (let code = 0xac00; code <= 0xd7a3; code += 1) {
    const syllable = String.fromCharCode(code);
    assert.equal(compose(keys(syllable)), syllable);
    assert.equal(syllableKeys(syllable).join(""), keys(syllable));
  }
});

test("initials are told from other words", () => {
  assert.ok(["ㅅㅈ1ㄷ", "ㅎㄴ", "1ㄷ"].every(isInitials));
  assert.ok(!["신ㅈ", "12", "", "ㅏ", "tw"].some(isInitials));
});

test("capitals count only where the keyboard has a second jamo", () => {
  assert.equal(latinKeys("Gkska"), "gkska");
  assert.equal(latinKeys("Tmfprl"), "Tmfprl");
  assert.equal(latinKeys("GKSKA"), "gkska");
});

test("what shows nothing is dropped: half pairs, direction marks, accents; wide signs become narrow", () => {
  assert.equal(tidy("\u202E신\u200B장１동\uD800"), "신장1동 ");
  assert.equal(tidy("Tongduch'ŏn").normalize("NFD").replace(/\p{M}/gu, ""), "Tongduch'on");
  assert.equal(keys("<b>\u{1F600} 신장</b>"), "btlswkdb");
});
