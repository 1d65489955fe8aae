/** The engine of the finder with its files, read when they are first needed; the places only when a question wants them. */

import { listed, withDistances } from "../finder/distance.js";
import { createLoader } from "../finder/index.js";
import { nearest } from "../finder/near.js";
import { search } from "../finder/search.js";

const FAR = 30_000; // metres from every office: outside the province

/**
 * `{ask, list, isFar, index}` over a loader; every one of them gives null when the index cannot be read. With `whole` an
 * answer names other places that are called the same, too. What is asked twice in a row is answered once.
 */
export function createEngine(loader) {
  let places = null;
  let last = {};
  const read = async (file) => {
    const { state, data } = await loader[file]();
    return state === "ready" ? data : null;
  };
  const withIndex = async (use) => {
    const index = await read("index");
    return index && use(index);
  };
  const answered = (query, near, index) => {
    if (last.query !== query || last.near !== near || last.places !== places) {
      const answer = search(query, { index, places, near });
      const items = near ? withDistances(answer.items, near, index) : answer.items;
      last = { query, near, places, answer: { ...answer, items } };
    }
    return last.answer;
  };
  const ask = async (query, near, whole, index) => {
    const answer = answered(query, near, index);
    const named = answer.kind === "offices" && !answer.place; // offices there are, and maybe places of that name elsewhere
    if (places || !(answer.wantsPlaces || (whole && named))) return { index, answer };
    places = await read("places");
    return { index, answer: answered(query, near, index) };
  };
  return {
    index: () => read("index"),
    ask: (query, near, whole = false) => withIndex((index) => ask(query, near, whole, index)),
    list: (near) => withIndex((index) => ({ index, answer: listing(index, near) })),
    isFar: (near) => withIndex((index) => !(nearest(index.lat, index.lon, near.lat, near.lon, 1)[0]?.metres <= FAR)),
  };
}

/** All offices; around a position those that are gone are left out. */
function listing(index, near) {
  return { kind: near ? "near" : "offices", items: listed(index, near, (row) => !near || !index.gone[row]) };
}

let shared;

/** The one engine of a page. */
export function engineOf(root) {
  shared ??= createEngine(createLoader((address) => fetch(address), root));
  return shared;
}
