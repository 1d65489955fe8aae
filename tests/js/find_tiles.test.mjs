import assert from "node:assert/strict";
import { test } from "node:test";

import { offerTiles } from "../../overrides/assets/javascripts/find/tiles.js";

function stage() {
  const asked = [];
  const classes = new Set();
  const button = { hidden: false, addEventListener: (_, press) => (button.press = press) };
  const note = { dataset: { attribution: "© somebody" }, textContent: "before" };
  const box = { hidden: true, dataset: { url: "https://t.example/{z}/{x}/{y}.png" }, querySelector: (q) => (q === "button" ? button : note) };
  const L = { tileLayer: (url) => ({ addTo: () => asked.push(url) }) };
  const map = { getContainer: () => ({ classList: { add: (name) => classes.add(name) } }) };
  return { L, map, box, button, note, asked, classes };
}

test("no server is asked before the button is pressed", () => {
  const { L, map, box, asked } = stage();
  offerTiles(L, map, box);
  assert.equal(box.hidden, false);
  assert.deepEqual(asked, []);
});

test("pressed, the tiles are shown with whose they are, and the button goes", () => {
  const { L, map, box, button, note, asked, classes } = stage();
  offerTiles(L, map, box);
  button.press();
  assert.deepEqual(asked, ["https://t.example/{z}/{x}/{y}.png"]);
  assert.ok(classes.has("mae-map--tiles"));
  assert.equal(button.hidden, true);
  assert.equal(note.textContent, "© somebody");
});

test("where no server is named there is nothing to do", () => {
  offerTiles({}, {}, null);
});
