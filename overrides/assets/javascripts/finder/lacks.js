/**
 * What an answer lacks: the shards of an index, not read yet, that could change it. Each part of a search says here what it
 * has looked for; of an index that is whole nothing is ever lacking.
 */

import { metresFrom } from "./near.js";
import { TEXT_MOST } from "./read.js";

export class Lacks {
  constructor({ missing, words }) {
    this.missing = missing;
    this.words = words;
    this.wanted = new Set();
  }

  /**
   * Shards with addresses that could make something of words that no name explains: a word that fits a name as well as one in
   * an address ever does is read as it is. A number may be in any address, and is looked for when nothing else is left.
   */
  reading({ looks, where }) {
    if (!this.missing.length) return;
    const open = looks.filter((look) => look.address && !isNumber(look) && look.where < TEXT_MOST);
    for (const { address } of open) this.want(this.missing.filter(this.holders(address)));
    if (!where.length && !this.wanted.size && looks.some(isNumber)) this.want(this.missing);
  }

  /**
   * Shards that could have offices which fit as many of the words as the best that are known, `cover`, or more. A number that
   * has not been seen yet is one of the words: it may be in any address, and is looked for where the other words are.
   */
  naming({ looks, where }, cover) {
    if (!this.missing.length) return;
    const unseen = looks.filter((look) => isNumber(look) && look.where === 0);
    const tests = [...where, ...unseen].map((look) => this.fits(look));
    const fitting = this.missing.map((shard) => tests.filter((fits) => fits(shard)).length);
    const most = Math.max(...fitting);
    if (most >= Math.max(1, cover)) this.want(this.missing.filter((_, at) => fitting[at] === most));
  }

  /**
   * Shards that could have an office nearer to a place than the last of `metres`, the distances of those that are known; where
   * they are not as many as are wanted, `count`, the nearest shards with as many. `inShard(shard)` says how many could count.
   */
  around(place, metres, count, inShard = ({ here }) => here) {
    const far = distancesTo(place);
    const shards = this.missing.filter((shard) => inShard(shard) > 0).sort((a, b) => far(a) - far(b));
    const placed = metres.filter((away) => away >= 0);
    let known = placed.length;
    for (const shard of shards) {
      if (placed.length >= count ? far(shard) > placed[count - 1] : known >= count) return;
      this.wanted.add(shard);
      known += inShard(shard);
    }
  }

  /** The shard that is nearest to a place, if it can have an office within some metres. */
  nearest(place, metres) {
    const far = distancesTo(place);
    const [shard] = [...this.missing].sort((a, b) => far(a) - far(b));
    if (shard && far(shard) <= metres) this.wanted.add(shard);
  }

  /** These shards. */
  want(shards) {
    for (const shard of shards) this.wanted.add(shard);
  }

  /** `{lacks}` for an answer, nothing when nothing is lacking. */
  told() {
    return this.wanted.size ? { lacks: [...this.wanted] } : {};
  }

  /** Whether a shard may have an office that fits a word. */
  fits({ texts, cities, address }) {
    const holds = address ? this.holders(address) : () => false;
    return (shard) => cities[shard.city] > 0 || shard.texts.some((text) => texts[text] > 0) || holds(shard);
  }

  /** Whether an address in a shard may hold a word given as keys: what stands before, between and after its numbers. */
  holders(keys) {
    const needed = testsOf(keys.split(/\d+/)).map((fits) => this.words.flatMap((word, number) => (fits(word) ? [number] : [])));
    return (shard) => needed.every((numbers) => numbers.some((number) => shard.words.has(number)));
  }
}

/** Tests of the words of addresses that a word, cut at its numbers, may lie over. */
function testsOf([first, ...others]) {
  const last = others.pop();
  if (last === undefined) return [(word) => word.includes(first)];
  const between = others.map((part) => (word) => word === part);
  return [...(first ? [(word) => word.endsWith(first)] : []), ...between, ...(last ? [(word) => word.startsWith(last)] : [])];
}

function isNumber({ address }) {
  return /^\d+$/.test(address ?? "");
}

/** A function that gives the metres from a place to where the nearest office of a shard can be. */
function distancesTo({ lat, lon }) {
  const metres = metresFrom({ lat, lon });
  const within = (value, least, most) => Math.min(Math.max(value, least), most);
  return ({ box }) => (box ? metres(within(lat, box.south, box.north), within(lon, box.west, box.east)) : Infinity);
}
