/**
 * The finder: `search(query, {index, places, near})` gives `{kind, items, …}` and never throws on what people type.
 *
 * kind    "offices": offices that the question names, all of a city, or all there are
 *         "places": a place without an office of its own name; items are the offices nearest to it
 *         "services": offices that give what is asked for, in the place asked for or nearest to it
 *         "nothing": the question means nothing here
 * items   `{id, row, why, metres?}`, best first; `why` is name, dong, alias, serves, city, district, road, other, service,
 *         unit, near or all; `metres` is already rounded as far as the places allow
 * place   `{name, kind, city, lat, lon}` where a place was meant, kind dong, legal, ri, former, city or district
 * places  other places of that name, to choose from; none whose offices are in the answer
 * service, services  the service asked for, and all that may be meant, best first
 * instead how many of the last items are there because the one office that is named has not been seen within a year
 * without items, without a distance, of offices that the question names and that are not known to give the service
 * read    what Latin letters mean in Hangul, when they were read so
 * wantsPlaces  the places were not given, and might know more
 * lacks   shards of the index that have not been read and could change the answer
 * count   how many offices there are, where only the nearest of them are items
 */

import { areasOf, atlas } from "./atlas.js";
import { compose, latinKeys } from "./hangul.js";
import { EXACT, PREFIX } from "./match.js";
import { byDistance, nearestTo, withDistances } from "./distance.js";
import { Lacks } from "./lacks.js";
import { listing } from "./listing.js";
import { isPoint } from "./near.js";
import { readQuestion } from "./read.js";
import { bestFirst, scoreAreas, scoreOffices, scorePlaces } from "./score.js";
import { rankServices } from "./services.js";

const MOST_NEAREST = 10;
const MOST_PLACES = 8;
const MOST_INSTEAD = 3;
const SEEN_OPEN = "o"; // within a year
const MOST_SERVICES = 100;
const NOTHING = { kind: "nothing", items: [] };
const CLEARLY = 0.9; // a place must fit better than the offices by this to come before them

/**
 * Answers a question. `most` is how many of a list by distance are needed.
 * @param {{index, places?, near?: {lat: number, lon: number}, count?: number, most?: number}} from
 */
export function search(query, { index, places = null, near = null, count = MOST_NEAREST, most = Infinity }) {
  const lacks = new Lacks(index);
  const question = readQuestion(query, index, places);
  const ranked = rankServices(question.services, index.services);
  const from = near && isPoint(near.lat, near.lon) ? near : null;
  const context = { index, near: from, count, most, lacks, map: atlas(index, places) };
  lacks.reading(question);
  const found = question.where.length ? locate(question, context) : null;
  const answer = found || !lacks.wanted.size ? answered(question, ranked, found, context) : NOTHING;
  const read = readAs(question);
  const wantsPlaces = !places && (!found || found.head < EXACT) && answer.kind !== "services";
  const { head, ...rest } = answer;
  return { ...rest, ...(read && { read }), ...(wantsPlaces && String(query).trim() && { wantsPlaces }), ...lacks.told() };
}

function answered(question, ranked, found, context) {
  return ranked.length ? withService(ranked, found, context) : (found ?? everything(question, context));
}

/** Where the question is: offices by name, or a place and the offices nearest to it; null when nowhere. */
function locate(question, context) {
  const { where } = question;
  const { index, map, lacks } = context;
  const offices = scoreOffices(index, where);
  lacks.naming(question, offices.cover);
  const spots = map.places ? scorePlaces(map.places, where, map.bonus) : { cover: 0, head: 0, rows: [] };
  const area = scoreAreas(areasOf(index, map.places), where);
  const ahead = (a, b) => a.cover > b.cover || (a.cover === b.cover && a.head * CLEARLY > b.head);
  const empty = !area.area || !offices.items.some(({ row }) => map.isIn(row, area.area));
  const others = spots.rows.filter((spot) => spot.score >= spots.rows[0].score - 1).slice(0, MOST_PLACES);
  const choice = others.map((spot) => map.place(spot.row));
  if (offices.cover > 0 && !ahead(spots, offices) && !(empty && ahead(area, offices))) {
    const elsewhere = choice.filter((_, number) => !isAnswered(map.officesIn(others[number].row, lacks), offices.items));
    return named(offices, area, spots.head >= EXACT ? elsewhere : [], context);
  }
  if (area.area && !ahead(spots, area)) return around(map.area(area.area), [], [], area.head, context);
  if (spots.rows.length === 0) return null;
  const [place, ...rest] = choice;
  return around(place, rest, map.officesIn(others[0].row, lacks), spots.head, context);
}

/** Whether all offices of a place are in the answer already, so that asking for the place would only tell them again. */
function isAnswered(inside, items) {
  return inside.length > 0 && inside.every((office) => items.some(({ row }) => row === office));
}

function named(offices, area, places, context) {
  const { index, near, map } = context;
  const { items } = offices;
  const whole = area.area && area.cover === offices.cover && area.head >= EXACT;
  const inArea = whole && items.every(({ row }) => map.isIn(row, area.area));
  const place = inArea ? { place: map.area(area.area) } : {};
  const sorted = near && inArea ? byDistance(items, near, index) : items;
  const others = inArea ? [] : insteadOf(items, context);
  return {
    kind: "offices",
    items: [...sorted, ...others],
    head: offices.head,
    ...place,
    ...(places.length && { places }),
    ...(others.length && { instead: others.length }),
  };
}

/** Where nobody has seen the one office that is asked for within a year: the nearest of which there is no older word. */
function insteadOf([item, ...more], context) {
  const { index, near } = context;
  const { late, state } = index.rows;
  if (!item || more.length || state[item.row] === SEEN_OPEN) return [];
  const found = nearestTo(pointOf(item.row, index), context, MOST_INSTEAD, (row) => row !== item.row && late[row] <= late[item.row]);
  return near ? found.map(({ row }) => index.itemOf(row, "near")) : found; // a visitor who is near has distances of their own
}

/** The offices in a place and nearest to it. */
function around(place, places, inside, head, context) {
  const { index, count } = context;
  const found = new Set(inside);
  const items = withDistances(inside.map((row) => index.itemOf(row, "unit")), place, index);
  items.push(...nearestTo(place, context, count, (row) => !found.has(row)));
  const most = Math.max(count, inside.length);
  return { kind: "places", items: items.slice(0, most), head, place, ...(places.length && { places }) };
}

/** Offices that give a service: those that are asked for, else the nearest to the place, else all. */
function withService(ranked, found, context) {
  const { index, near, count } = context;
  const top = ranked.filter(({ total }) => total === ranked[0].total).map(({ number }) => number);
  const gives = (row, number) => index.gives[number][row] === 1;
  const inShard = (shard) => shard.gives[top[0]];
  const rank = ({ row }) => top.reduce((sum, number) => sum + index.gives[number][row], index.gives[top[0]][row] * MOST_SERVICES);
  const about = { kind: "services", service: ranked[0].key, services: ranked.map(({ key }) => key), head: EXACT };
  if (!found) {
    if (near) return { ...about, ...listing(context, (row) => !index.gone[row] && gives(row, top[0]), inShard, "service") };
    const some = (row) => !index.gone[row] && top.some((number) => gives(row, number));
    const { items } = listing(context, some, (shard) => top.some((number) => shard.gives[number]), "service");
    return { ...about, items: bestFirst(items, items.map(rank)) };
  }
  const asked = found.items.filter(({ why }) => why !== "near");
  const items = asked.filter(({ row }) => gives(row, top[0]));
  const without = asked.filter(({ row }) => !gives(row, top[0])).map(({ id, row }) => ({ id, row }));
  const place = found.place ?? pointOf(found.items[0].row, index);
  const taken = new Set(items.map(({ row }) => row));
  const few = items.length < 3;
  if (few) items.push(...nearestTo(place, context, count, (row) => !taken.has(row) && gives(row, top[0]), inShard));
  const { place: meant, places } = found;
  return { ...about, items, ...(meant && { place: meant }), ...(places && { places }), ...(without.length && { without }) };
}

function everything({ common }, context) {
  if (!common) return NOTHING;
  return { kind: "offices", ...listing(context, (row) => !context.index.gone[row], ({ here }) => here) };
}

function pointOf(row, index) {
  return { lat: index.lat[row], lon: index.lon[row] };
}

/** What words of Latin letters are in Hangul, when they fit as keys and not as romanisation. */
function readAs({ where, services }) {
  const typed = [...where, ...services].filter(({ term }) => term.roman && /^[a-z0-9]+$/i.test(term.word));
  const asKeys = typed.filter(({ term, service, where: level }) => service > level || (level >= PREFIX && !romanFits(term)));
  return asKeys.map(({ term }) => compose(latinKeys(term.word))).join(" ");
}

/** A word that composes into whole syllables was typed as Hangul; romanised names hardly ever do. */
function romanFits(term) {
  return /[ㄱ-ㅣ]/u.test(compose(term.keys));
}
