/** An index that is cut, against the one that is whole: the same answers, from the shards that they need. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { createEngine } from "../../overrides/assets/javascripts/find/engine.js";
import { listOffices } from "../../overrides/assets/javascripts/finder/listing.js";
import { createLoader } from "../../overrides/assets/javascripts/finder/loader.js";
import { search } from "../../overrides/assets/javascripts/finder/search.js";
import { buildIndex, buildShards, readQueries, readShards } from "./finder_data.mjs";

const { index: whole, places } = buildIndex();
const FOLDER = buildShards();
const { fresh } = readShards(FOLDER);
const queries = readQueries().map(({ q, nfd }) => (nfd ? q.normalize("NFD") : q));
const POSITIONS = [null, { lat: 37.54, lon: 127.21 }, { lat: 37.87, lon: 127.06 }];

/** The answer of `ask(index)` when nothing is lacking, and how many shards it took. */
async function settled(ask, loader = fresh()) {
  for (;;) {
    const { data: index } = await loader.index();
    const answer = ask(index);
    if (!answer.lacks) return { answer, index, read: index.shards.length - index.missing.length };
    assert.ok(await loader.bring(answer.lacks));
  }
}

/** An answer without the numbers of rows, which differ from index to index. */
const told = ({ items, without, count, ...answer }) => ({
  ...answer,
  items: items.map(({ row, ...item }) => item),
  ...(without && { without: without.map(({ id }) => id) }),
});

test("every query has the answer of the whole index, with and without places and a position", async () => {
  for (const [near, known] of [[null, null], ...POSITIONS.map((near) => [near, places])]) {
    for (const query of queries) {
      const ask = (index) => search(query, { index, places: known, near });
      assert.deepEqual(told((await settled(ask)).answer), told(ask(whole)), `${query} ${JSON.stringify(near)}`);
    }
  }
});

test("lists of a city, near a position and of all are those of the whole index", async () => {
  const [, near] = POSITIONS;
  for (const options of [{}, { near }, { city: "hanam" }, { city: "hanam", near }, { city: "nowhere" }]) {
    const { answer } = await settled((index) => listOffices({ index, ...options }));
    assert.deepEqual(told(answer), told(listOffices({ index: whole, ...options })), JSON.stringify(options));
  }
});

test("the first offices by distance, and how many there are, take only the shards around", async () => {
  const [, near] = POSITIONS;
  const asks = [
    (index, most) => listOffices({ index, near, most }),
    (index, most) => search("공구", { index, places, near, most }),
    (index, most) => search("관리소", { index, places, near, most }),
  ];
  for (const ask of asks) {
    const { answer, read } = await settled((index) => ask(index, 5));
    const all = ask(whole, Infinity).items;
    assert.deepEqual(told(answer).items, told({ items: all.slice(0, 5) }).items);
    assert.equal(answer.count, all.length);
    assert.ok(read > 0 && read < 10);
  }
});

test("what names a place reads few shards, a city's list one, and what names none all", async () => {
  const reads = async (ask) => (await settled(ask)).read;
  const all = (await fresh().index()).data.shards.length;
  assert.ok(all > 15);
  assert.equal(await reads((index) => listOffices({ index, city: "hanam" })), 1);
  for (const query of ["행궁동", "하남시 신장로 12", "Haenggung", "ㅎㄱㄷ", "금곡동"]) {
    const read = await reads((index) => search(query, { index, places }));
    assert.ok(read <= 8, `${query} ${read}`);
  }
  assert.equal(await reads((index) => search("관리소", { index, places })), all);
  assert.equal(await reads((index) => search("qqqqqqqq", { index, places })), 0);
});

test("the head has every name in every form", async () => {
  const { data: head } = await fresh().index();
  for (const form of ["text", "keys", "initials", "roman", "fine"]) {
    assert.deepEqual([...head.texts[form]].sort(), [...whole.texts[form]].sort());
  }
  assert.equal(head.count, 0);
});

test("each file is asked for once, one that failed again with the next question", async () => {
  const { asked, broken, fresh: loader } = readShards(FOLDER);
  const engine = createEngine(loader());
  broken.add("suwon.json");
  assert.equal((await engine.ask("행궁동", null)).broken, true);
  broken.clear();
  assert.equal((await engine.ask("행궁동", null)).answer.items[0].id, "suwon-haenggung");
  await engine.ask("행궁동", null);
  const times = (name) => asked.filter((file) => file.endsWith(name)).length;
  assert.deepEqual([times("search/offices.json"), times("offices/suwon.json")], [1, 2]);
});

test("a question for very many shards waits while somebody types", async () => {
  const { asked, fresh: loader } = readShards(FOLDER);
  const engine = createEngine(loader());
  const found = await engine.ask("공구", null, { typing: true });
  assert.equal(found.waits, true);
  assert.deepEqual(found.answer.service, "tools");
  assert.equal(asked.some((file) => file.includes("/offices/")), false);
  assert.equal((await engine.ask("공구", null)).waits, undefined);
});

test("rows of another build are not taken, and all files are asked for anew", async () => {
  const caches = [];
  const loader = createLoader(async (file, { cache }) => {
    caches.push(cache);
    const body = JSON.parse(readFileSync(join(FOLDER, file)));
    return { ok: true, json: async () => (file.endsWith("suwon.json") && cache === "default" ? { ...body, made: "another" } : body) };
  });
  const engine = createEngine(loader);
  assert.equal((await engine.ask("행궁동", null)).broken, true);
  assert.equal((await engine.ask("행궁동", null)).answer.items[0].id, "suwon-haenggung");
  assert.deepEqual([...new Set(caches)], ["default", "no-cache"]);
});

test("how far the nearest office is takes only the shards around", async () => {
  const { asked, fresh: loader } = readShards(FOLDER);
  const engine = createEngine(loader());
  assert.equal(await engine.isFar(POSITIONS[1]), false);
  assert.equal(await engine.isFar({ lat: 35.18, lon: 129.07 }), true);
  assert.ok(asked.length <= 3, asked.join(" "));
});
