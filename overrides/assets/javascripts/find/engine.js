/** The engine of the finder with its files, read when they are first needed; the places only when a question wants them. */

import { createLoader } from "../finder/index.js";
import { nearest, rounded } from "../finder/near.js";
import { search } from "../finder/search.js";

const FAR = 30_000; // metres from every office: outside the province

/**
 * `{ask, list, isFar, warm}` over a loader; every one of them gives null when the index cannot be read. With `whole` an
 * answer names other places that are called the same, too.
 */
export function createEngine(loader) {
  const read = async (file) => {
    const { state, data } = await loader[file]();
    return state === "ready" ? data : null;
  };
  const withIndex = async (use) => {
    const index = await read("index");
    return index && use(index);
  };
  return {
    warm: () => read("index"),
    ask: (query, near, whole = false) => withIndex((index) => ask(query, near, whole, index, read)),
    list: (near) => withIndex((index) => ({ index, answer: { kind: "near", items: byDistance(index, near) } })),
    isFar: (near) => withIndex((index) => !(nearest(index.lat, index.lon, near.lat, near.lon, 1)[0]?.metres <= FAR)),
  };
}

async function ask(query, near, whole, index, read) {
  const answer = search(query, { index, near });
  const named = answer.kind === "offices" && !answer.place; // offices there are, and maybe places of that name elsewhere
  const places = answer.wantsPlaces || (whole && named) ? await read("places") : null;
  return { index, answer: measured(places ? search(query, { index, places, near }) : answer, index, near) };
}

/** Items that have no distance get that from the visitor. */
function measured(answer, index, near) {
  if (!near || answer.items.every(({ metres }) => metres !== undefined)) return answer;
  const metres = new Map(byDistance(index, near).map((item) => [item.row, item.metres]));
  return { ...answer, items: answer.items.map((item) => ({ metres: metres.get(item.row), ...item })) };
}

/** Offices that are not gone, nearest first, those of an unknown place last. */
function byDistance(index, near) {
  const stays = (row) => !"cm".includes(index.rows.state[row]);
  const found = nearest(index.lat, index.lon, near.lat, near.lon, index.count, stays);
  const placed = new Set(found.map(({ row }) => row));
  const rest = index.ids.map((_, row) => ({ row })).filter(({ row }) => stays(row) && !placed.has(row));
  const told = ({ row, metres }) => (metres === undefined ? {} : { metres: rounded(metres, index.rows.precision[row]) });
  return [...found, ...rest].map((item) => ({ id: index.ids[item.row], row: item.row, why: "all", ...told(item) }));
}

let shared;

/** The one engine of a page. */
export function engineOf(root) {
  shared ??= createEngine(createLoader((address) => fetch(address), root));
  return shared;
}
