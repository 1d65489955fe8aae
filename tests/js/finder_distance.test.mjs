import assert from "node:assert/strict";
import test from "node:test";

import { byDistance, listed, nearestTo, precisionOf, withDistances } from "../../overrides/assets/javascripts/finder/distance.js";
import { Lacks } from "../../overrides/assets/javascripts/finder/lacks.js";

const from = { lat: 37.5, lon: 127 };
/** Five offices: 2 km away, gone, of unknown place, here, 2 km away. */
const index = {
  ids: ["far", "gone", "nowhere", "here", "far-too"],
  count: 5,
  gone: Uint8Array.of(0, 1, 0, 0, 0),
  lat: Float64Array.of(37.518, 37.5, NaN, 37.5, 37.518),
  lon: Float64Array.of(127, 127, NaN, 127, 127),
  rows: { precision: "bb-bd" },
  itemOf: (row, why) => ({ id: index.ids[row], row, why }),
};
const item = (row, more = {}) => ({ ...index.itemOf(row, "all"), ...more });
const ids = (items) => items.map(({ id }) => id);

test("without a position offices stand in the order of the index", () => {
  assert.deepEqual(ids(listed(index, null, () => true)), index.ids);
  assert.deepEqual(listed(index, null, (row) => row === 3, "service"), [item(3, { why: "service" })]);
});

test("with one the nearest comes first, then equals as they were, the unknown, and the gone last", () => {
  assert.deepEqual(ids(listed(index, from, () => true)), ["here", "far", "far-too", "nowhere", "gone"]);
  assert.deepEqual(ids(byDistance([item(4), item(0)], from, index)), ["far-too", "far"]);
});

test("distances are told as exactly as the place is known, and only once", () => {
  const told = withDistances([item(0), item(2), item(4), item(3, { metres: 7000 })], from, index);
  assert.deepEqual(told.map(({ metres }) => metres), [2000, undefined, 2000, 7000]);
  assert.equal(withDistances([item(3)], from, index)[0].metres, 100);
  assert.equal(precisionOf(item(0, { why: "near" }), index), "d");
  assert.equal(precisionOf(item(0), index), "b");
});

test("an office that is gone is nobody's nearest", () => {
  assert.deepEqual(ids(nearestTo(from, { index, lacks: new Lacks({ missing: [] }) }, 2, () => true)), ["here", "far"]);
  assert.deepEqual(ids(nearestTo(from, { index, lacks: new Lacks({ missing: [] }) }, 2, (row) => row !== 3)), ["far", "far-too"]);
});
