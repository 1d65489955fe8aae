import assert from "node:assert/strict";
import { test } from "node:test";

import { clusters } from "../../overrides/assets/javascripts/find/clusters.js";

const points = Array.from({ length: 500 }, (_, n) => ({ x: (n * 7919) % 997, y: (n * 104_729) % 613, n }));

test("no point is lost or counted twice", () => {
  const all = clusters(points, 46).flatMap(({ items }) => items.map(({ n }) => n));
  assert.deepEqual(all.toSorted((a, b) => a - b), points.map(({ n }) => n));
});

test("no two groups are so close that their buttons touch", () => {
  const groups = clusters(points, 46);
  for (const [at, a] of groups.entries()) {
    for (const b of groups.slice(at + 1)) assert.ok(Math.abs(a.x - b.x) >= 46 || Math.abs(a.y - b.y) >= 46);
  }
});

test("points on both sides of a line of the grid are one group", () => {
  assert.equal(clusters([{ x: 45, y: -1 }, { x: 47, y: 1 }], 46).length, 1);
});

test("with a size of 0 every point stands alone, even on another", () => {
  assert.equal(clusters([{ x: 1, y: 1 }, { x: 1, y: 1 }], 0).length, 2);
  assert.deepEqual(clusters([], 46), []);
});
