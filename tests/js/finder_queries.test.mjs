/** Every query of tests/finder_queries.yaml against the index built from data/, and the share found by kind. */

import assert from "node:assert/strict";
import test from "node:test";

import { search } from "../../overrides/assets/javascripts/finder/search.js";
import { buildIndex, readQueries } from "./finder_data.mjs";

const { index, places } = buildIndex();
const queries = readQueries();

const list = (value) => (value === undefined ? [] : [value].flat());
const cityOf = (item) => index.cities.key[index.rows.city[item.row]];
const bit = (key) => 2 ** index.services.findIndex((service) => service.key === key);
const gives = (item, key) => Math.floor(index.rows.services[item.row] / bit(key)) % 2 === 1;

/** What is wrong with an answer; nothing when the query is met. */
function faults(query) {
  const found = search(query.nfd ? query.q.normalize("NFD") : query.q, { index, places });
  const top = found.items.slice(0, 3);
  const ids = top.map(({ id }) => id);
  const wrong = [];
  const expect = (met, what) => met || wrong.push(what);
  if (query.nothing) expect(found.kind === "nothing", "nothing");
  else expect(top.length > 0, "some office");
  if (query.first) expect(ids[0] === query.first, `first ${query.first}`);
  for (const id of list(query.office)) expect(ids.includes(id), id);
  if (query.any) expect(query.any.some((id) => ids.includes(id)), `one of ${query.any}`);
  if (query.city) expect(top.every((item) => cityOf(item) === query.city), `only ${query.city}`);
  if (query.service) {
    expect(list(query.service).includes(found.service), `service ${query.service}, not ${found.service}`);
    expect(top.every((item) => gives(item, found.service)), "offices that give it");
  }
  if (query.place) expect(list(query.place).includes(found.place?.name), `place ${query.place}, not ${found.place?.name}`);
  if (query.all) expect(found.items.length === index.count, "all offices");
  return wrong.length ? [`${query.kind} "${query.q}": wanted ${wrong.join(", ")}; ${found.kind} ${ids.join(" ")}`] : [];
}

const results = queries.map((query) => ({ kind: query.kind, faults: faults(query) }));
const shares = Object.entries(Object.groupBy?.(results, ({ kind }) => kind) ?? grouped(results));

function grouped(items) {
  const groups = {};
  for (const item of items) (groups[item.kind] ??= []).push(item);
  return groups;
}

const met = (items) => items.filter((item) => item.faults.length === 0).length;

test("the share of queries answered in the first three, by kind", (context) => {
  for (const [kind, items] of shares) context.diagnostic(`${kind.padEnd(10)} ${met(items)}/${items.length}`);
  const failed = results.flatMap((result) => result.faults);
  for (const fault of failed) context.diagnostic(`not met: ${fault}`);
  const share = met(results) / results.length;
  context.diagnostic(`all        ${met(results)}/${results.length} (${(100 * share).toFixed(1)} %)`);
  assert.ok(queries.length >= 220);
  assert.ok(share >= 0.98, failed.join("\n"));
});

test("every exact name comes first", () => {
  for (const [row, name] of index.names.entries()) {
    assert.equal(search(name, { index, places }).items[0].id, index.ids[row], name);
  }
});

test("the nearest offices of a place are in order of distance", () => {
  for (const query of queries.filter(({ place }) => place)) {
    const near = search(query.q, { index, places }).items.filter(({ why }) => why === "near");
    assert.deepEqual(near, near.toSorted?.((a, b) => a.metres - b.metres) ?? near, query.q);
  }
});
