import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import test from "node:test";

import { parseIndex } from "../../overrides/assets/javascripts/finder/index.js";
import { OFFICES_FILE, createLoader } from "../../overrides/assets/javascripts/finder/loader.js";
import { parsePlaces } from "../../overrides/assets/javascripts/finder/places.js";
import { buildFiles } from "./finder_data.mjs";

const files = buildFiles();
const reply = (body, ok = true) => ({ ok, status: ok ? 200 : 404, json: async () => JSON.parse(body) });

test("the files are as small as they must be", () => {
  assert.ok(gzipSync(files.offices).length <= 10_000);
  assert.ok(gzipSync(files.places).length <= 60_000);
});

test("an index has ids, names, points and services of all offices", () => {
  const index = parseIndex(JSON.parse(files.offices));
  const row = index.ids.indexOf("hanam-sinjang-1");
  assert.equal(index.names[row], "신장1동 행복마을관리소");
  assert.equal(index.cities.key[index.rows.city[row]], "hanam");
  assert.ok(index.lat.every((lat) => (lat > 36.8 && lat < 38.4) || Number.isNaN(lat)));
  assert.ok(index.lon.every((lon) => (lon > 126.3 && lon < 127.9) || Number.isNaN(lon)));
  assert.equal(index.services.length, 16);
});

test("places are 동 of today first, and every other lies in some of them", () => {
  const places = parsePlaces(JSON.parse(files.places));
  assert.equal(places.dongs, 602);
  assert.ok(places.rows.units.every((units) => units.every((unit) => unit < 602)));
  assert.equal(places.rows.above.filter((above) => above >= 0).length, places.rows.kind.filter((kind) => kind === "r").length);
});

test("each file is asked for once", async () => {
  const asked = [];
  const loader = createLoader(async (address) => (asked.push(address), reply(files.offices)), "../");
  const [one, other] = await Promise.all([loader.index(), loader.index()]);
  assert.equal(one.data, other.data);
  assert.equal(one.state, "ready");
  assert.deepEqual(asked, [`../${OFFICES_FILE}`]);
});

test("a missing, broken or foreign file is off, and is asked for again", async () => {
  const answers = [reply("", false), reply("{"), reply("{}"), reply("null"), reply("[]"), null, reply(files.offices)];
  const loader = createLoader(async () => answers.shift());
  for (let left = answers.length; left > 1; left -= 1) assert.equal((await loader.index()).state, "off");
  assert.equal((await loader.index()).state, "ready");
});

test("no network is off", async () => {
  const loader = createLoader(() => {
    throw new TypeError("offline");
  });
  assert.equal((await loader.places()).state, "off");
});
