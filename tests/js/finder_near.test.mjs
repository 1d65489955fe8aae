import assert from "node:assert/strict";
import test from "node:test";

import { isPoint, nearest, rounded } from "../../overrides/assets/javascripts/finder/near.js";

const SEED = 7;
const random = ((state) => () => (state = (state * 48271) % 2147483647) / 2147483647)(SEED);
const LATS = Float64Array.from({ length: 500 }, () => 36.9 + random() * 1.4);
const LONS = Float64Array.from({ length: 500 }, () => 126.4 + random() * 1.4);

function haversine(lat1, lon1, lat2, lon2) {
  const [a, b, dLon] = [lat1, lat2, lon2 - lon1].map((degrees) => (degrees * Math.PI) / 180);
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371008.8 * Math.asin(Math.sqrt(half));
}

test("the nearest are those of the great circle", () => {
  for (let round = 0; round < 50; round += 1) {
    const [lat, lon] = [36.9 + random() * 1.4, 126.4 + random() * 1.4];
    const all = Array.from(LATS, (_, row) => haversine(lat, lon, LATS[row], LONS[row])).sort((a, b) => a - b);
    nearest(LATS, LONS, lat, lon, 10).forEach(({ metres }, rank) => assert.ok(Math.abs(metres - all[rank]) <= 1 + all[rank] * 0.005));
  }
});

test("rows without a place are never near, and rows may be left out", () => {
  const lats = Float64Array.of(NaN, 37.5, 37.6);
  const lons = Float64Array.of(NaN, 127, 127);
  assert.deepEqual(nearest(lats, lons, 37.5, 127, 5).map(({ row }) => row), [1, 2]);
  assert.deepEqual(nearest(lats, lons, 37.5, 127, 5, (row) => row !== 1).map(({ row }) => row), [2]);
});

test("equally far points keep their order", () => {
  assert.deepEqual(nearest(Float64Array.of(37, 37, 37), Float64Array.of(127, 127, 127), 37, 127, 2).map(({ row }) => row), [0, 1]);
});

test("what is no place on the earth finds nothing", () => {
  for (const [lat, lon] of [[NaN, 127], [91, 127], [37, Infinity], ["37", 127]]) assert.deepEqual(nearest(LATS, LONS, lat, lon), []);
  assert.deepEqual(nearest(LATS, LONS, 37, 127, 0), []);
  assert.ok(isPoint(37.5, 127));
});

test("distances are rounded as far as the place is known", () => {
  assert.equal(rounded(1234, "b"), 1200);
  assert.equal(rounded(3700, "r"), 3500);
  assert.equal(rounded(1234, "d"), 1000);
  assert.equal(rounded(12, "d"), 1000);
  assert.equal(rounded(12, "b"), 100);
  assert.equal(rounded(23456, "b"), 23000);
});
