/** Offices by their distance from a place: rounded as it is told, those that are gone after all others. */

import { metresFrom, nearest, rounded } from "./near.js";

const UNKNOWN = 1e9; // metres: after every office whose place is known
const GONE = 2e9;

/** Offices that count, as items: nearest first, or in the order of the index when there is no position. */
export function listed(index, near, counts, why = "all") {
  const items = [];
  for (let row = 0; row < index.count; row += 1) if (counts(row)) items.push(index.itemOf(row, why));
  return near ? byDistance(items, near, index) : items;
}

/** Items with their distances, nearest first; equally far ones stay as they are. */
export function byDistance(items, near, index) {
  const metres = metresFrom(near);
  const far = new Map();
  for (const { row } of items) {
    const away = metres(index.lat[row], index.lon[row]);
    far.set(row, index.gone[row] ? GONE : away >= 0 ? away : UNKNOWN);
  }
  return withDistances(items, near, index).sort((a, b) => far.get(a.row) - far.get(b.row));
}

/** Items that have no distance get that from a place, where their own is known. */
export function withDistances(items, from, index) {
  const metres = metresFrom(from);
  return items.map((item) => {
    const far = item.metres === undefined ? metres(index.lat[item.row], index.lon[item.row]) : NaN;
    return far >= 0 ? { ...item, metres: rounded(far, precisionOf(item, index)) } : item;
  });
}

/** How exact the distance of an item is: from the middle of a place, or as its office's own position. */
export function precisionOf({ why, row }, index) {
  return why === "near" || why === "unit" ? "d" : index.rows.precision[row];
}

/**
 * Up to `count` offices nearest to a place; one that is closed or has moved away is nobody's nearest. `inShard(shard)` is how
 * many of a shard may be accepted.
 */
export function nearestTo(place, { index, lacks }, count, accepts, inShard) {
  const found = nearest(index.lat, index.lon, place.lat, place.lon, count, (row) => !index.gone[row] && accepts(row));
  lacks.around(place, found.map(({ metres }) => metres), count, inShard);
  return found.map(({ row, metres }) => ({ id: index.ids[row], row, why: "near", metres: rounded(metres, "d") }));
}
