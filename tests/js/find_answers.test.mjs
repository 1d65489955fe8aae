import assert from "node:assert/strict";
import { test } from "node:test";

import { createEngine } from "../../overrides/assets/javascripts/find/engine.js";
import { distanceWords, heading } from "../../overrides/assets/javascripts/find/sentences.js";
import { placesOf, suggestionsOf } from "../../overrides/assets/javascripts/find/suggest.js";
import { precisionOf } from "../../overrides/assets/javascripts/finder/distance.js";
import { buildIndex } from "./finder_data.mjs";
import { words } from "./korean_words.mjs";

const { index, places } = buildIndex();
const ready = (data) => async () => ({ state: "ready", data });
const off = async () => ({ state: "off" });
const engine = createEngine({ index: ready(index), places: ready(places) });
const hanam = { lat: 37.54, lon: 127.21 };
const suggested = async (query) => suggestionsOf((await engine.ask(query, null)).answer, index, words);
const titled = async (query, near = null) => {
  const { answer } = await (query ? engine.ask(query, near) : engine.list(near));
  return heading({ answer, index, count: answer.items.length, query }, words);
};

test("a typed name offers its office, which has an id", async () => {
  const [first] = await suggested("행궁동");
  assert.deepEqual([first.kind, first.id], ["office", "suwon-haenggung"]);
});

test("a place without an office is offered with the nearest and how far they are", async () => {
  const [place, office] = await suggested("금곡동");
  assert.deepEqual([place.kind, place.query], ["place", "수원시 금곡동"]);
  assert.equal(office.kind, "office");
  assert.match(office.note, /km/);
});

test("a service is offered first", async () => {
  assert.deepEqual((await suggested("공구")).slice(0, 2).map(({ kind }) => kind), ["service", "office"]);
});

test("there are at most seven suggestions, and none for nothing", async () => {
  for (const query of ["신", "금곡동", "공구", "ㅅㅈ", "하남"]) assert.ok((await suggested(query)).length <= 7);
  for (const query of ["<script>", "관리소", "😀"]) assert.deepEqual(await suggested(query), []);
});

test("places are named once", () => {
  assert.deepEqual(placesOf({ place: { name: "a" }, places: [{ name: "b" }, { name: "a" }] }), ["a", "b"]);
  assert.deepEqual(placesOf({}), []);
});

test("headings say what was understood", async () => {
  assert.equal(await titled("금곡동"), "수원시 금곡동에는 기록한 관리소가 없어요. 가까운 곳이에요.");
  assert.equal(await titled("행궁동"), "'행궁동' 관리소 1곳");
  assert.equal(await titled("공구"), "'공구 대여' 해 주는 곳");
  assert.match(await titled("하남 공구"), /^하남시에서 가까운/);
  assert.match(await titled("😀"), /찾지 못했어요$/);
  assert.equal(await titled("", hanam), words.finder.title_near);
  assert.equal(heading({ answer: undefined, count: 3 }, words), "관리소 3곳");
});

test("distances are told as exactly as they are known", () => {
  assert.equal(distanceWords(300, "b", words), "약 300 m");
  assert.equal(distanceWords(1500, "r", words), "약 1.5 km");
  assert.equal(distanceWords(12_000, "b", words), "약 12 km");
  assert.equal(distanceWords(1000, "d", words), "약 1 km (동 위치 기준)");
  assert.equal(precisionOf({ why: "near", row: 0 }, index), "d");
});

test("near lists who is there, nearest first, without those that are gone", async () => {
  const { answer } = await engine.list(hanam);
  assert.match(answer.items[0].id, /^hanam-/);
  assert.ok(answer.items.every(({ row }) => !index.gone[row]));
  const metres = answer.items.map((item) => item.metres).filter(Number.isFinite);
  assert.ok(metres.length > 50 && metres.at(-1) > metres[0]);
});

test("offices asked for by name have a distance once there is a position", async () => {
  const { answer } = await engine.ask("신장1동", hanam);
  assert.ok(answer.items[0].metres > 0);
});

test("thirty kilometres from every office is far", async () => {
  assert.equal(await engine.isFar({ lat: 35.18, lon: 129.07 }), true);
  assert.equal(await engine.isFar(hanam), false);
});

test("without the index there is no answer, without the places a smaller one", async () => {
  const none = createEngine({ index: off, places: off });
  assert.deepEqual([await none.ask("동", null), await none.list(hanam), await none.isFar(hanam)], [null, null, null]);
  const small = createEngine({ index: ready(index), places: off });
  assert.ok((await small.ask("수원시 금곡동", null)).answer.items.length > 0);
});

test("the place of the office that is the answer is not offered as another place", async () => {
  assert.equal((await engine.ask("산본1동", null, { whole: true })).answer.places, undefined);
  assert.deepEqual(placesOf((await engine.ask("신장1동", null, { whole: true })).answer), ["오산시 신장1동", "평택시 신장1동"]);
});

test("with whole, an office's name tells the other places of that name", async () => {
  const fresh = createEngine({ index: ready(index), places: ready(places) });
  assert.equal((await fresh.ask("신장1동", null)).answer.places, undefined);
  assert.ok(placesOf((await fresh.ask("신장1동", null, { whole: true })).answer).includes("평택시 신장1동"));
});
