/** Lists of offices that no name picks: all there are, those of a city, those that give a service. */

import { listed } from "./distance.js";
import { Lacks } from "./lacks.js";
import { metresFrom } from "./near.js";

/** All offices, or those of a city; around a position those that are gone are left out. */
export function listOffices({ index, near = null, city = "", most = Infinity }) {
  const lacks = new Lacks(index);
  const number = index.cities.key.indexOf(city);
  const inCity = (other) => !city || other === number;
  const counts = (row) => inCity(index.rows.city[row]) && (!near || !index.gone[row]);
  const inShard = (shard) => (inCity(shard.city) ? (near ? shard.here : shard.count) : 0);
  const found = listing({ index, near, most, lacks }, counts, inShard);
  return { kind: near ? "near" : "offices", ...found, ...lacks.told() };
}

/**
 * `{items, count?}`: offices that count. Around a position the first `most` are enough where not all shards have been read;
 * `count` then says how many there are. `inShard(shard)` is the number of those in a shard.
 */
export function listing({ index, near, most, lacks }, counts, inShard, why) {
  const items = listed(index, near, counts, why);
  if (!near || most === Infinity) {
    lacks.want(index.missing.filter((shard) => inShard(shard) > 0));
    return { items };
  }
  if (!index.missing.length) return { items };
  const metres = metresFrom(near);
  lacks.around(near, items.map(({ row }) => metres(index.lat[row], index.lon[row])), most, inShard);
  const count = index.missing.reduce((sum, shard) => sum + inShard(shard), items.length);
  return { items: items.slice(0, most), count };
}
