import assert from "node:assert/strict";
import { test } from "node:test";

import { afterPause } from "../../overrides/assets/javascripts/find/pause.js";
import { say, write } from "../../overrides/assets/javascripts/find/say.js";

test("of work that can wait only the last is done, once there is a pause", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const later = afterPause();
  const done = [];
  for (const name of ["first", "second", "third"]) {
    later(() => done.push(name));
    context.mock.timers.tick(100);
  }
  assert.deepEqual(done, []);
  context.mock.timers.tick(200);
  assert.deepEqual(done, ["third"]);
});

test("text is written only where it differs, and an element without any is put away", () => {
  const written = [];
  const element = { hidden: false, get textContent() { return written.at(-1) ?? ""; }, set textContent(text) { written.push(text); } };
  for (const text of ["a", "a", "b"]) write(element, text);
  assert.deepEqual(written, ["a", "b"]);
  say(element, undefined);
  assert.deepEqual([element.textContent, element.hidden], ["", true]);
  say(element, "c");
  assert.deepEqual([element.textContent, element.hidden], ["c", false]);
});
