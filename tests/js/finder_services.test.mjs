import assert from "node:assert/strict";
import test from "node:test";

import { keys } from "../../overrides/assets/javascripts/finder/hangul.js";
import { nearServiceLevels, rankServices, serviceLevels } from "../../overrides/assets/javascripts/finder/services.js";
import { termOf } from "../../overrides/assets/javascripts/finder/term.js";

const word = (text, initials = "") => ({ keys: keys(text), initials });
const SERVICES = [
  { key: "parcels", words: [word("택배", "xq"), word("택배함", "xqg")] },
  { key: "tools", words: [word("공구", "rr"), word("전동드릴"), word("드릴")] },
  { key: "mending", words: [word("칼"), word("수리")] },
];
const levels = (text) => [...serviceLevels(termOf(text), SERVICES)];
const best = (text) => rankServices(text.split(" ").map((part) => ({ services: serviceLevels(termOf(part), SERVICES) })), SERVICES)[0]?.key;

test("whole words fit best, then words half typed, then compounds", () => {
  assert.equal(levels("공구")[1], 100);
  assert.ok(levels("공구")[1] > levels("공ㄱ")[1]);
  assert.ok(levels("공ㄱ")[1] > levels("공구빌려")[1]);
  assert.ok(levels("전기드릴")[1] > 0);
  assert.deepEqual(levels("피자"), [0, 0, 0]);
});

test("words of one syllable fit only whole", () => {
  assert.equal(levels("칼")[2], 100);
  assert.equal(levels("칼국수집")[2], 0);
});

test("initials and one wrong stroke", () => {
  assert.ok(levels("ㅌㅂ")[0] > 0);
  assert.ok(nearServiceLevels(termOf("택베"), SERVICES)[0] > 0);
  assert.equal(nearServiceLevels(termOf("칸"), SERVICES)[2], 0);
});

test("the service that most of the words are about comes first", () => {
  assert.equal(best("공구 드릴 택배"), "tools");
  assert.equal(best("택배 공구"), "parcels");
  assert.equal(best("피자"), undefined);
});
