import assert from "node:assert/strict";
import test from "node:test";

import { parseIndex } from "../../overrides/assets/javascripts/finder/index.js";
import { search } from "../../overrides/assets/javascripts/finder/search.js";
import { buildIndex } from "./finder_data.mjs";

const { index, places, files } = buildIndex();
const ask = (query, more = {}) => search(query, { index, places, ...more });

test("an office by name, with why", () => {
  const found = ask("신장1동 행복마을관리소");
  assert.equal(found.kind, "offices");
  assert.deepEqual({ id: found.items[0].id, why: found.items[0].why }, { id: "hanam-sinjang-1", why: "name" });
});

test("places of the same name are offered to choose from", () => {
  const names = ask("신장1동").places.map(({ name }) => name);
  assert.ok(names.includes("평택시 신장1동"));
});

test("a place without an office answers with the nearest, rounded", () => {
  const found = ask("하남시 미사1동");
  assert.equal(found.kind, "places");
  assert.deepEqual([found.place.name, found.place.kind, found.place.city], ["하남시 미사1동", "dong", "hanam"]);
  assert.ok(found.items.length >= 3);
  assert.ok(found.items.every(({ metres }) => metres >= 1000 && metres % 1000 === 0));
});

test("a former name tells the units of today", () => {
  assert.deepEqual(ask("가능3동").place.units, ["흥선동"]);
});

test("a city lists its offices, a city without any the nearest", () => {
  const hanam = ask("하남시");
  assert.equal(hanam.items.length, 4);
  assert.equal(hanam.place.kind, "city");
  assert.equal(ask("연천군").kind, "places");
});

test("a service where it is given, and the nearest where it is not", () => {
  assert.equal(ask("신장1동 택배").items[0].id, "hanam-sinjang-1");
  const far = ask("연천 공구");
  assert.equal(far.service, "tools");
  assert.ok(far.items.length > 0);
  const without = ask("진건읍 공구");
  assert.deepEqual(without.without.map(({ id }) => id), ["namyangju-jingeon"]);
  assert.notEqual(without.items[0].id, "namyangju-jingeon");
});

const STATES = "odupmc"; // open, open long ago, unconfirmed, planned, moved, closed

/** The states of items, each as it follows, and whether in each the newest comes first. */
function isInOrder(items) {
  const states = items.map(({ row }) => STATES.indexOf(index.rows.state[row]));
  const days = items.map(({ row }) => index.days[index.rows.seen[row]] ?? "");
  return items.every((_, at) => at === 0 || states[at - 1] < states[at] || (states[at - 1] === states[at] && days[at - 1] >= days[at]));
}

test("among equals those seen open within a year come first, then by state, and in each the newest", () => {
  for (const query of ["관리소", "남양주시"]) {
    const { items } = ask(query);
    assert.ok(isInOrder(items), query);
    assert.ok(new Set(items.map(({ row }) => index.rows.seen[row])).size > 1, query);
  }
});

test("of those that do what is asked, the newest record comes first", () => {
  const { items } = ask("공구");
  assert.ok(isInOrder(items));
  assert.equal(index.rows.state[items.at(-1).row], "u");
});

test("an office that nobody has seen for long is followed by the nearest of which there is no older word", () => {
  const { items, instead } = ask("산본1동");
  assert.equal(items[0].id, "gunpo-sanbon-1");
  assert.deepEqual([instead, items.length], [3, 4]);
  const { late } = index.rows;
  for (const { row, why } of items.slice(1)) assert.deepEqual([why, late[row] <= late[items[0].row]], ["near", true]);
  assert.equal(ask("행궁동").instead, undefined);
  assert.equal(ask("동두천").instead, undefined);
});

test("a station is no service: it is the place that its name begins with, or nothing", () => {
  assert.equal(ask("금정역").items[0].id, "gunpo-geumjeong");
  assert.equal(ask("수리산역").place.name, "군포시 수리동");
  assert.equal(ask("서울역").kind, "nothing");
  assert.equal(ask("작은도서관").service, "space");
});

test("an office that is gone comes after all that are there, and is nobody's nearest", () => {
  const city = ask("가평군").items[0];
  const states = [...files.offices.rows.state];
  states[files.offices.rows.id.findIndex((rest) => `gapyeong${rest}` === city.id)] = "c";
  const closed = parseIndex({ ...files.offices, rows: { ...files.offices.rows, state: states.join("") } });
  const from = (query, near) => search(query, { index: closed, places, near }).items.map(({ id }) => id);
  const near = { lat: index.lat[city.row], lon: index.lon[city.row] };
  assert.equal(closed.ids.at(-1), city.id);
  assert.ok(!from("관리소", near).includes(city.id));
  for (const ids of [from("가평군"), from("가평군", near)]) assert.equal(ids.at(-1), city.id);
});

test("with a position, lists are sorted by distance", () => {
  const near = { lat: 37.54, lon: 127.21 };
  for (const query of ["공구", "관리소", "하남"]) assert.match(ask(query, { near }).items[0].id, /^hanam-/);
  assert.ok(ask("공구", { near }).items[0].metres > 0);
  assert.equal(ask("공구", { near: { lat: NaN, lon: 1 } }).items[0].metres, undefined);
});

test("what was typed on a Latin keyboard is told in Hangul", () => {
  assert.equal(ask("tlswkd1ehd").read, "신장1동");
  assert.equal(ask("sinjang").read, undefined);
  assert.equal(ask("신장").read, undefined);
});

test("without places the index alone answers, and asks for them where they may know more", () => {
  assert.equal(search("신장1동", { index }).wantsPlaces, undefined);
  assert.equal(search("공구", { index }).wantsPlaces, undefined);
  assert.equal(search("미사1동", { index }).wantsPlaces, true);
});

test("nothing is nothing", () => {
  for (const query of ["피자 치킨", "", "   ", "?!", "zzzzzz"]) assert.deepEqual([ask(query).kind, ask(query).items], ["nothing", []], query);
});

const BAD = [
  "가".repeat(10_000),
  "a".repeat(10_000),
  "신장1동 ".repeat(2000),
  "\\ ^ $ . * + ? ( ) [ ] { } | /(?:a+)+$/",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "😀👩‍👩‍👧‍👦🇰🇷",
  "\uD800",
  "\uDC00신장\uD83D",
  "\u202Eㅅㅈ\u202C\u200F\u200B\uFEFF",
  "\0\n\r\t\v",
  "__proto__ constructor toString",
  "%E0%A4%A",
  "신",
  "İstanbul ﬀ ß",
  "\u0301".repeat(500),
  "ㅏㅗㅣ",
];

test("bad input never throws", () => {
  for (const query of [...BAD, null, undefined, 7, {}, []]) {
    const found = ask(query);
    assert.ok(["offices", "places", "services", "nothing"].includes(found.kind));
    assert.ok(Array.isArray(found.items));
    search(query, { index });
  }
  assert.equal(ask("신장1동\u202E\uD800 <b>").items[0].id, "hanam-sinjang-1");
});

test("any mixture of signs never throws", () => {
  let state = 1;
  const random = (below) => (state = (state * 48271) % 2147483647) % below;
  const signs = [..."신장1동 하남공구ㅅㅈㄳㅏabzA-·.<>&\"'😀", "\uD800", "\u202E", "에서", "관리소"];
  for (let round = 0; round < 1500; round += 1) {
    const query = Array.from({ length: random(14) }, () => signs[random(signs.length)]).join("");
    assert.doesNotThrow(() => ask(query), JSON.stringify(query));
  }
});
