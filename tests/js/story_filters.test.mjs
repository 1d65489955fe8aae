import assert from "node:assert/strict";
import { test } from "node:test";

import { passes } from "../../overrides/assets/javascripts/story-filters.js";

const story = { cities: "suwon hanam", services: "tools", fields: "" };
const nothing = { city: "", service: "", field: "" };

test("with nothing chosen every story passes", () => {
  assert.equal(passes(story, nothing), true);
});

test("a story passes by any of its cities", () => {
  assert.equal(passes(story, { ...nothing, city: "hanam" }), true);
  assert.equal(passes(story, { ...nothing, city: "goyang" }), false);
});

test("all that is chosen must hold", () => {
  assert.equal(passes(story, { ...nothing, city: "suwon", service: "tools" }), true);
  assert.equal(passes(story, { ...nothing, city: "suwon", service: "parcels" }), false);
});

test("part of a key is not the key", () => {
  assert.equal(passes(story, { ...nothing, city: "suw" }), false);
});

test("a story without policy fields passes only when none is chosen", () => {
  assert.equal(passes(story, { ...nothing, field: "welfare" }), false);
});
