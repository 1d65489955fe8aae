import assert from "node:assert/strict";
import { test } from "node:test";

import { isShortcut, quietKeys } from "../../overrides/assets/javascripts/keys.js";

const outside = { closest: () => null };
const inField = { closest: (selector) => (selector.includes("input") ? {} : null) };
const press = (key, more = {}) => ({ key, target: outside, ...more });

test("the theme's single keys are its shortcuts", () => {
  for (const key of ["f", "s", "/", "n", "p", ".", ","]) assert.equal(isShortcut(press(key)), true, key);
});

test("other keys are not", () => {
  for (const key of ["Tab", "Enter", "Escape", "a", " ", "ArrowDown", "ㄹ"]) assert.equal(isShortcut(press(key)), false, key);
});

test("with Ctrl, Alt or Meta a key belongs to the browser", () => {
  for (const held of ["ctrlKey", "metaKey", "altKey"]) assert.equal(isShortcut(press("f", { [held]: true })), false, held);
});

test("typing is left alone", () => {
  assert.equal(isShortcut(press("f", { target: inField })), false);
});

test("a press without an element is still kept from the theme", () => {
  assert.equal(isShortcut({ key: "s", target: {} }), true);
  assert.equal(isShortcut({ key: "s", target: null }), true);
});

test("the theme does not see its shortcuts, and sees all other keys", () => {
  const target = new EventTarget();
  const seen = [];
  quietKeys(target);
  target.addEventListener("keydown", (event) => seen.push(event.key));
  for (const key of ["f", "Enter", "/"]) target.dispatchEvent(Object.assign(new Event("keydown"), { key }));
  assert.deepEqual(seen, ["Enter"]);
});
