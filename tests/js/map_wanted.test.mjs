import assert from "node:assert/strict";
import { test } from "node:test";

import { cityOf, closeTo, CLOSE_TO_CITIES } from "../../overrides/assets/javascripts/map/wanted.js";

const KEYS = ["gwangju", "gwangmyeong", "suwon"];
const bounds = (west, east) => ({ west, east, intersects: (other) => west <= other.east && other.west <= east });
const CITIES = [
  { key: "west", count: 3, bounds: bounds(126, 127) },
  { key: "east", count: 2, bounds: bounds(127.5, 128) },
  { key: "empty", count: 0, bounds: bounds(126, 128) },
];

test("an office is in the city whose key its id begins with", () => {
  assert.equal(cityOf("suwon-haenggung", KEYS), "suwon");
  assert.equal(cityOf("gwangju-songjeong", KEYS), "gwangju");
});

test("an id of no city, or none at all, is in no city", () => {
  for (const id of ["", "suwon", "suwonhaenggung-1", "seoul-jongno"]) assert.equal(cityOf(id, KEYS), undefined);
});

test("from afar no city is read", () => {
  assert.deepEqual(closeTo(CITIES, bounds(126, 128), CLOSE_TO_CITIES - 0.25), []);
});

test("close to cities, those in view are read that have offices", () => {
  assert.deepEqual(closeTo(CITIES, bounds(126.5, 126.6), CLOSE_TO_CITIES), ["west"]);
  assert.deepEqual(closeTo(CITIES, bounds(126.9, 127.6), CLOSE_TO_CITIES), ["west", "east"]);
  assert.deepEqual(closeTo(CITIES, bounds(127.1, 127.4), CLOSE_TO_CITIES), []);
});
