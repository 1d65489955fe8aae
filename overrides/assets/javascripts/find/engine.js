/** The engine of the finder with its files, read when they are first needed; the places only when a question wants them. */

import { withDistances } from "../finder/distance.js";
import { Lacks } from "../finder/lacks.js";
import { listOffices } from "../finder/listing.js";
import { createLoader } from "../finder/loader.js";
import { nearest } from "../finder/near.js";
import { search } from "../finder/search.js";

const FAR = 30_000; // metres from every office: outside the province
const AT_A_KEY = 8; // shards that are read while somebody types

/**
 * `{ask, list, isFar, index}` over a loader; every one of them gives null when the index cannot be read. What an answer lacks
 * of an index in shards is read before it is given. It is given as it is with `{broken: true}` when they cannot be read, and
 * with `{waits: true}` when they are many and the next key may ask for fewer (`typing`). With `whole` it names other places
 * that are called the same, too; `most` is how many of a list by distance are needed. What is asked twice in a row is answered
 * once.
 */
export function createEngine(loader) {
  let places = null;
  let last = {};
  const read = async (file) => {
    const { state, data } = await loader[file]();
    return state === "ready" ? data : null;
  };
  const settled = async (answerFrom, typing = false) => {
    for (;;) {
      const index = await read("index");
      if (!index) return null;
      const answer = answerFrom(index);
      if (!answer.lacks) return { index, answer };
      if (typing && answer.lacks.length > AT_A_KEY) return { index, answer, waits: true };
      if (!(await loader.bring(answer.lacks))) return { index, answer, broken: true };
    }
  };
  const answered = (query, { near, most }, index) => {
    const same = last.query === query && last.near === near && (!near || last.most === most);
    if (!same || last.places !== places || last.index !== index) {
      const answer = search(query, { index, places, near, most });
      const items = near ? withDistances(answer.items, near, index) : answer.items;
      last = { query, near, most, places, index, answer: { ...answer, items } };
    }
    return last.answer;
  };
  const ask = async (query, near, { whole = false, most, typing } = {}) => {
    const found = await settled((index) => answered(query, { near, most }, index), typing);
    if (!found || found.waits || found.broken || places) return found;
    const { kind, place, wantsPlaces } = found.answer;
    const named = kind === "offices" && !place; // offices there are, and maybe places of that name elsewhere
    if (!(wantsPlaces || (whole && named))) return found;
    places = await read("places");
    return settled((index) => answered(query, { near, most }, index), typing);
  };
  const isFar = async (near) => {
    const result = await settled((index) => isAnyNear(near, index));
    return result && !result.broken ? !result.answer.found : null;
  };
  return {
    index: () => read("index"),
    ask,
    list: (near, { typing, ...options } = {}) => settled((index) => listOffices({ index, near, ...options }), typing),
    isFar,
  };
}

/** Whether some office is not far away. */
function isAnyNear(near, index) {
  const lacks = new Lacks(index);
  const found = nearest(index.lat, index.lon, near.lat, near.lon, 1)[0]?.metres <= FAR;
  if (!found) lacks.nearest(near, FAR);
  return { found, ...lacks.told() };
}

let shared;

/** The one engine of a page. */
export function engineOf(root) {
  shared ??= createEngine(createLoader((address) => fetch(address), root));
  return shared;
}
