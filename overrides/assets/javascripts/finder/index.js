/** Reads the two files of search once and gives them as columns ready to compare; says so when one is missing or broken. */

import { initialsOf } from "./hangul.js";

export const OFFICES_FILE = "data/v1/search/offices.json";
export const PLACES_FILE = "data/v1/search/places.json";
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

/** The index of offices from its JSON; throws when it is of another form. */
export function parseIndex(json) {
  const rows = { ...json.rows, name: undoSteps(json.rows.name) };
  const cities = { ...withShorts(json.cities), key: json.cities.key, ...points(json.cities, OFFICE_SCALE, (v) => v) };
  const texts = withShorts(json.texts);
  const services = json.services.key.map((key, number) => ({
    key,
    name: json.services.text[number],
    words: json.services.words[number].split(" ").map((keys) => ({ keys, initials: initialsOf(keys) })),
  }));
  return {
    cities,
    texts,
    services,
    rows,
    ids: rows.id.map((id, row) => cities.key[rows.city[row]] + id),
    names: rows.name.map((name, row) => texts.text[name] + (json.tails[rows.tail[row]] ?? "")),
    ...points(rows, OFFICE_SCALE, undoSteps),
    known: exactKeys([cities, texts], services),
    count: rows.id.length,
  };
}

/** The places from their JSON; throws when it is of another form. */
export function parsePlaces(json) {
  const { rows } = json;
  const texts = withShorts(json.texts);
  const units = [...rows.units];
  const above = [...rows.above];
  const kinds = [...rows.kind];
  const dongs = kinds.filter((kind) => kind === "d").length;
  return {
    texts,
    rows: {
      ...rows,
      kind: kinds,
      above: kinds.map((kind) => (kind === "r" ? above.shift() : -1)),
      units: kinds.map((kind, row) => (kind === "d" ? [row] : units.shift())),
    },
    dongs,
    ...points(rows, PLACE_SCALE, undoSteps),
    known: exactKeys([texts], []),
    count: kinds.length,
  };
}

function points({ lat, lon }, scale, undo) {
  const degrees = (column) => Float64Array.from(undo(column), (value) => (value === null ? NaN : value / scale));
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

/** A dictionary with the short forms of names: 하남 for 하남시, 화도 for 화도읍. */
function withShorts({ text, keys, initials, roman }) {
  const shorts = text.map((name, number) => {
    const unit = name.length > 2 ? UNITS[name.at(-1)] : undefined;
    return unit
      ? {
          keys: keys[number].slice(0, -unit.keys),
          roman: roman[number].slice(0, -unit.roman),
          initials: initials[number].slice(0, -1),
          whole: unit.whole,
        }
      : null;
  });
  return { text, keys, initials, roman, shorts };
}

/** All keys and romanisations that are a whole name, for a quick look whether a word is one. */
function exactKeys(dictionaries, services) {
  const known = new Set();
  for (const { keys, roman, shorts } of dictionaries) {
    keys.forEach((key) => known.add(key));
    roman.forEach((key) => known.add(`*${key}`));
    shorts.forEach((short) => short?.whole && known.add(short.keys).add(`*${short.roman}`));
  }
  for (const service of services) service.words.forEach((word) => known.add(word.keys));
  return known;
}
