/** Reads the two files of search once and gives them as columns ready to compare; says so when one is missing or broken. */

import { Column } from "./column.js";
import { coarse } from "./fold.js";
import { initialsOf } from "./hangul.js";

export const OFFICES_FILE = "data/v1/search/offices.json";
export const PLACES_FILE = "data/v1/search/places.json";
const STATES = "odupmc"; // open, open long ago, unconfirmed, planned, moved, closed
const GONE = "mc";
const OFFICE_SCALE = 10_000;
const PLACE_SCALE = 1_000;
// Units at the end of names: how many keys and letters of the folded romanisation they take, whether people leave them off.
const UNITS = {
  시: { keys: 2, roman: 2, whole: true },
  군: { keys: 3, roman: 3, whole: true },
  구: { keys: 2, roman: 2, whole: true },
  동: { keys: 3, roman: 4, whole: false },
  읍: { keys: 3, roman: 2, whole: false },
  면: { keys: 3, roman: 4, whole: false },
  리: { keys: 2, roman: 2, whole: false },
};

/**
 * A loader over a fetch function: `index()` and `places()` give `{state: "ready", data}` or `{state: "off"}`, each file
 * asked for once; a failure is not kept, so that the next call tries again. Never rejects.
 */
export function createLoader(fetchFile, root = "") {
  const kept = new Map();
  const load = (file, parse) => {
    if (!kept.has(file)) {
      const loading = read(fetchFile, root + file, parse);
      kept.set(file, loading);
      loading.then((result) => result.state === "off" && kept.delete(file));
    }
    return kept.get(file);
  };
  return { index: () => load(OFFICES_FILE, parseIndex), places: () => load(PLACES_FILE, parsePlaces) };
}

async function read(fetchFile, address, parse) {
  try {
    const response = await fetchFile(address);
    if (response.ok === false) return { state: "off", reason: `HTTP ${response.status}` };
    return { state: "ready", data: parse(await response.json()) };
  } catch (error) {
    return { state: "off", reason: String(error) };
  }
}

/**
 * The index of offices from its JSON; throws when it is of another form. Rows stand in the order of equals: by state, those
 * first that are there for sure, in each state the newest first; `rows.late` says how late. `gone` tells of each row whether
 * its office is closed or has moved away, `gives` of each service which rows give it, `itemOf(row, why)` is a row as an answer
 * has it.
 */
export function parseIndex(json) {
  const rows = ordered(json);
  const cities = { ...dictionary(json.cities), key: json.cities.key, ...points(json.cities, OFFICE_SCALE) };
  const texts = dictionary(json.texts);
  const services = json.services.key.map((key, number) => ({
    key,
    name: json.services.text[number],
    words: json.services.words[number].split(" ").map((keys) => ({ keys, initials: initialsOf(keys) })),
  }));
  const ids = rows.id.map((id, row) => cities.key[rows.city[row]] + id);
  return {
    cities,
    texts,
    services,
    rows,
    ids,
    itemOf: itemsOf(ids),
    roads: new Column(rows.road),
    others: new Column(rows.other),
    gone: Uint8Array.from(rows.state, (state) => (GONE.includes(state) ? 1 : 0)),
    gives: services.map((_, number) => Uint8Array.from(rows.services, (bits) => Math.floor(bits / 2 ** number) % 2)),
    hours: json.hours,
    days: json.days,
    names: Array.from(rows.name, (name, row) => texts.text[name] + (json.tails[rows.tail[row]] ?? "")),
    ...points(rows, OFFICE_SCALE),
    known: exactKeys([cities, texts], services),
    count: rows.id.length,
  };
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
function ordered({ rows, days }) {
  const late = [...rows.state].map((state, row) => {
    const day = days[rows.seen[row]] ?? "";
    return STATES.indexOf(state) * 1e8 - Number(day.replaceAll("-", ""));
  });
  const order = late.map((_, row) => row).sort((a, b) => late[a] - late[b] || a - b);
  const columns = { ...rows, late, name: undoSteps(rows.name), lat: undoSteps(rows.lat), lon: undoSteps(rows.lon) };
  const sorted = Object.entries(columns).map(([name, column]) => [name, order.map((row) => column[row])]);
  const out = Object.fromEntries(sorted);
  for (const name of ["name", "dong", "district", "city"]) out[name] = Int32Array.from(out[name]);
  const has = (row) => out.aliases[row].length > 0 || out.serves[row].length > 0 || out.district[row] >= 0;
  return { ...out, more: Uint8Array.from(late, (_, row) => (has(row) ? 1 : 0)) };
}

/** The places from their JSON; throws when it is of another form. */
export function parsePlaces(json) {
  const { rows } = json;
  const texts = dictionary(json.texts);
  const units = rows.units.values();
  const above = rows.above.values();
  const kinds = [...rows.kind];
  const dongs = kinds.filter((kind) => kind === "d").length;
  return {
    texts,
    rows: {
      ...rows,
      kind: kinds,
      above: kinds.map((kind) => (kind === "r" ? above.next().value : -1)),
      units: kinds.map((kind, row) => (kind === "d" ? [row] : units.next().value)),
    },
    dongs,
    ...points({ lat: undoSteps(rows.lat), lon: undoSteps(rows.lon) }, PLACE_SCALE),
    known: exactKeys([texts], []),
    count: kinds.length,
  };
}

function points({ lat, lon }, scale) {
  const degrees = (column) => Float64Array.from(column, (value) => (value === null ? NaN : value / scale));
  return { lat: degrees(lat), lon: degrees(lon) };
}

function undoSteps(column) {
  let last = 0;
  return column.map((step) => {
    if (step === null) return null;
    last += step;
    return last;
  });
}

/** The strings of a file with the forms that they are compared by, and the short forms of names: 하남 for 하남시. */
function dictionary({ text, keys, initials, roman: fine }) {
  const forms = { keys, roman: fine.map(coarse), initials };
  const shorts = { keys: new Map(), roman: new Map(), initials: new Map() };
  const add = (form, short, entry) => {
    if (!shorts[form].has(short)) shorts[form].set(short, []);
    shorts[form].get(short).push(entry);
  };
  text.forEach((name, number) => {
    const unit = name.length > 2 ? UNITS[name.at(-1)] : undefined;
    if (!unit) return;
    const entry = { number, whole: unit.whole };
    const short = fine[number].slice(0, -unit.roman);
    add("keys", keys[number].slice(0, -unit.keys), entry);
    add("roman", coarse(short), { ...entry, fine: short });
    add("initials", initials[number].slice(0, -1), entry);
  });
  const columns = { keys: new Column(keys), roman: new Column(forms.roman), initials: new Column(initials) };
  return { text, ...forms, fine, columns, shorts, none: columns.keys.none };
}

/**
 * Every form of a whole name, for a quick look whether a word is one: keys as they are, romanisations after `*`, and
 * after `=` with o and u apart.
 */
function exactKeys(dictionaries, services) {
  const known = new Set();
  for (const { keys, roman, fine, shorts } of dictionaries) {
    keys.forEach((form) => known.add(form));
    roman.forEach((form) => known.add(`*${form}`));
    fine.forEach((form) => known.add(`=${form}`));
    const whole = (entries) => entries.filter((entry) => entry.whole);
    for (const [short, entries] of shorts.keys) if (whole(entries).length) known.add(short);
    for (const [short, entries] of shorts.roman) {
      for (const entry of whole(entries)) known.add(`*${short}`).add(`=${entry.fine}`);
    }
  }
  for (const service of services) service.words.forEach((word) => known.add(word.keys));
  return known;
}
