import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { coarse, fold } from "../../overrides/assets/javascripts/finder/fold.js";

const CASES = JSON.parse(readFileSync(new URL("../search/fold_cases.json", import.meta.url)));

test("spellings fold as in the build", () => {
  for (const [spelling, , folded] of CASES) assert.equal(fold(spelling), folded, spelling);
});

test("usual spellings of a name are equal", () => {
  for (const [spelling, official] of CASES) assert.equal(coarse(fold(spelling)), coarse(fold(official)), spelling);
});

test("부천 and 포천 stay apart", () => {
  assert.notEqual(fold("Bucheon"), fold("Pocheon"));
  assert.equal(fold("Puchon"), fold("Bucheon"));
});
