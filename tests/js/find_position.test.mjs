import assert from "node:assert/strict";
import { test } from "node:test";

import { askPosition, keepPosition, keptPosition } from "../../overrides/assets/javascripts/find/position.js";

function storage(kept = {}) {
  return { getItem: (key) => kept[key] ?? null, setItem: (key, value) => (kept[key] = value) };
}

test("a position comes as degrees", async () => {
  const device = { getCurrentPosition: (good) => good({ coords: { latitude: 37.5, longitude: 127.2 } }) };
  assert.deepEqual(await askPosition(device), { near: { lat: 37.5, lon: 127.2 } });
});

test("each failure has its name", async () => {
  const failing = (code) => ({ getCurrentPosition: (_, bad) => bad({ code }) });
  const problems = await Promise.all([failing(1), failing(2), failing(3), failing(9), undefined].map(askPosition));
  assert.deepEqual(problems.map(({ problem }) => problem), ["refused", "unavailable", "timeout", "unavailable", "unavailable"]);
});

test("a position is kept for half an hour", () => {
  const kept = storage();
  keepPosition(kept, { lat: 37.5, lon: 127.2 }, 0);
  assert.deepEqual(keptPosition(kept, 60_000), { lat: 37.5, lon: 127.2 });
  assert.equal(keptPosition(kept, 31 * 60_000), null);
});

test("what is kept may be missing, broken or forbidden", () => {
  assert.equal(keptPosition(storage(), 0), null);
  assert.equal(keptPosition(storage({ "maeul-near": "{" }), 0), null);
  assert.equal(keptPosition(storage({ "maeul-near": '{"lat":"x"}' }), 0), null);
  assert.equal(keptPosition(null, 0), null);
  assert.doesNotThrow(() => keepPosition(null, { lat: 1, lon: 2 }, 0));
});
