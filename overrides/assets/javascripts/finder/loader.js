/** Reads the files of search, each once: the index at once or by need, and the places; says so when one is missing or broken. */

import { indexOf, parseHead, parseShardRows } from "./index.js";
import { parsePlaces } from "./places.js";

export const OFFICES_FILE = "data/v1/search/offices.json";
export const PLACES_FILE = "data/v1/search/places.json";
export const SHARDS_FOLDER = "data/v1/search/offices/";

/**
 * A loader over a fetch function: `index()` and `places()` give `{state: "ready", data}` or `{state: "off"}`. An index of
 * very many offices begins as a head without rows; `bring(shards)` adds those of some shards to the index that is given from
 * then on, and tells whether all of them came. A failure is not kept, so that the next call tries again; after files of two
 * builds have met, the next call asks the server for all of them anew. Never rejects.
 */
export function createLoader(fetchFile, root = "") {
  const kept = new Map();
  const rows = new Map();
  let index;
  let cache = "default";
  const load = (file, parse) => {
    if (!kept.has(file)) {
      const loading = read((address) => fetchFile(address, { cache }), root + file, parse);
      kept.set(file, loading);
      loading.then((result) => result.state === "off" && kept.delete(file));
    }
    return kept.get(file);
  };
  const head = () => load(OFFICES_FILE, parseHead);
  const bring = async (shards) => {
    const came = await Promise.all(shards.map(({ name }) => load(`${SHARDS_FOLDER}${name}.json`, parseShardRows)));
    const { data } = await head();
    const ready = came.map(({ state, data: part }) => state === "ready" && part.made === data?.made);
    came.forEach(({ data: part }, number) => ready[number] && rows.set(shards[number].name, part.rows));
    if (came.some(({ state }, number) => state === "ready" && !ready[number])) startAnew();
    index = null;
    return ready.every(Boolean);
  };
  const startAnew = () => {
    cache = "no-cache";
    kept.clear();
    rows.clear();
  };
  const current = async () => {
    const { state, data } = await head();
    if (state === "ready") index ??= indexOf(data, rows);
    return state === "ready" ? { state, data: index } : { state };
  };
  return { index: current, places: () => load(PLACES_FILE, parsePlaces), bring };
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
