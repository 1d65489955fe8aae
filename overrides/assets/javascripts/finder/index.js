/** The index of offices as columns ready to compare: all rows at once, or those of some shards under a head. */

import { Column } from "./column.js";
import { dictionary, exactKeys } from "./dictionary.js";
import { initialsOf } from "./hangul.js";
import { points } from "./near.js";
import { fromRanges, undoSteps } from "./runs.js";

const STATES = "odupmc"; // open, open long ago, unconfirmed, planned, moved, closed
const GONE = "mc";
const OFFICE_SCALE = 10_000;
const COLUMNS =
  "id city district dong name tail aliases serves road other services lat lon precision state seen confirmed hours".split(" ");
const STEPPED = new Set(["name", "lat", "lon"]);

/** The index of offices from a JSON that has all rows; throws when it is of another form. */
export function parseIndex(json) {
  return indexOf(parseHead(json), new Map());
}

/** What an index knows besides rows, from its JSON: names, services, and all rows or the shards that they are in. */
export function parseHead(json) {
  const cities = { ...dictionary(json.cities), key: json.cities.key, ...points(json.cities, OFFICE_SCALE) };
  const texts = dictionary(json.texts);
  const services = json.services.key.map((key, number) => ({
    key,
    name: json.services.text[number],
    words: json.services.words[number].split(" ").map((keys) => ({ keys, initials: initialsOf(keys) })),
  }));
  return {
    cities,
    texts,
    services,
    tails: json.tails,
    hours: json.hours,
    days: json.days,
    words: json.words ?? [],
    made: json.made,
    known: exactKeys([cities, texts], services),
    shards: json.rows ? [] : json.shards.map(parseShard),
    whole: json.rows ? parseRows(json.rows) : null,
  };
}

/** The columns of rows as lists of plain values; throws when one is missing. */
function parseRows(rows) {
  return Object.fromEntries(COLUMNS.map((name) => [name, STEPPED.has(name) ? undoSteps(rows[name]) : [...rows[name]]]));
}

/** The rows of a shard from its file, and which head they belong to. */
export function parseShardRows({ made, rows }) {
  return { made, rows: parseRows(rows) };
}

/** A shard as the head tells of it: sets of numbers of texts, 동 and words; `box` where its offices are. */
function parseShard({ texts, dongs, words, box, ...shard }) {
  const [south, north, west, east] = box.map((edge) => edge / OFFICE_SCALE);
  return {
    ...shard,
    texts: fromRanges(texts),
    dongs: fromRanges(dongs),
    words: new Set(fromRanges(words)),
    box: box.length ? { south, north, west, east } : null,
  };
}

/**
 * The index of a head and the rows of shards, by their names. Rows stand in the order of equals: by state, those first that
 * are there for sure, in each state the newest first; `rows.late` says how late. `gone` tells of each row whether its office is
 * closed or has moved away, `gives` of each service which rows give it, `itemOf(row, why)` is a row as an answer has it,
 * `missing` are the shards of which there are no rows.
 */
export function indexOf(head, loaded) {
  const { cities, texts, services, shards, whole, tails } = head;
  const parts = whole ? [whole] : shards.flatMap(({ name }) => loaded.get(name) ?? []);
  const rows = ordered(joined(parts), head.days);
  const ids = rows.id.map((id, row) => cities.key[rows.city[row]] + id);
  return {
    ...head,
    rows,
    ids,
    itemOf: itemsOf(ids),
    roads: new Column(rows.road),
    others: new Column(rows.other),
    gone: Uint8Array.from(rows.state, (state) => (GONE.includes(state) ? 1 : 0)),
    gives: services.map((_, number) => Uint8Array.from(rows.services, (bits) => Math.floor(bits / 2 ** number) % 2)),
    names: Array.from(rows.name, (name, row) => texts.text[name] + (tails[rows.tail[row]] ?? "")),
    ...points(rows, OFFICE_SCALE),
    count: ids.length,
    missing: shards.filter(({ name }) => !loaded.has(name)),
  };
}

function joined(parts) {
  return Object.fromEntries(COLUMNS.map((name) => [name, parts.flatMap((rows) => rows[name])]));
}

/** Items are made once: an answer may have thousands, and the next key wants them again. */
function itemsOf(ids) {
  const made = new Map();
  return (row, why) => {
    if (!made.has(why)) made.set(why, new Array(ids.length));
    return (made.get(why)[row] ??= Object.freeze({ id: ids[row], row, why }));
  };
}

/** The columns of rows in their order, what a search reads of every row as plain numbers; `more` is 1 for names besides. */
function ordered(rows, days) {
  const late = rows.state.map((state, row) => {
    const day = days[rows.seen[row]] ?? "";
    return STATES.indexOf(state) * 1e8 - Number(day.replaceAll("-", ""));
  });
  const order = late.map((_, row) => row).sort((a, b) => late[a] - late[b] || a - b);
  const sorted = Object.entries({ ...rows, late }).map(([name, column]) => [name, order.map((row) => column[row])]);
  const out = Object.fromEntries(sorted);
  for (const name of ["name", "dong", "district", "city"]) out[name] = Int32Array.from(out[name]);
  const has = (row) => out.aliases[row].length > 0 || out.serves[row].length > 0 || out.district[row] >= 0;
  return { ...out, more: Uint8Array.from(late, (_, row) => (has(row) ? 1 : 0)) };
}
