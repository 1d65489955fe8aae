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
 * without ids of offices that the question names and that are not known to give the service
 * read    what Latin letters mean in Hangul, when they were read so
 * wantsPlaces  the places were not given, and might know more
 */

import { areasOf, atlas } from "./atlas.js";
import { compose, latinKeys } from "./hangul.js";
import { EXACT, PREFIX } from "./match.js";
import { isPoint, nearest, rounded } from "./near.js";
import { readQuestion } from "./read.js";
import { bestFirst, scoreAreas, scoreOffices, scorePlaces } from "./score.js";
import { rankServices } from "./services.js";

const MOST_NEAREST = 10;
const MOST_PLACES = 8;
const CLEARLY = 0.9; // a place must fit better than the offices by this to come before them

/** Answers a question. @param {{index, places?, near?: {lat: number, lon: number}, count?: number}} from */
export function search(query, { index, places = null, near = null, count = MOST_NEAREST }) {
  const question = readQuestion(query, index, places);
  const ranked = rankServices(question.services, index.services);
  const context = { index, near: near && isPoint(near.lat, near.lon) ? near : null, count, map: atlas(index, places) };
  const found = question.where.length ? locate(question.where, context) : null;
  const answer = ranked.length ? withService(ranked, found, context) : (found ?? everything(question, context));
  const read = readAs(question);
  const wantsPlaces = !places && (!found || found.head < EXACT) && answer.kind !== "services";
  const { head, ...rest } = answer;
  return { ...rest, ...(read && { read }), ...(wantsPlaces && String(query).trim() && { wantsPlaces }) };
}

/** Where the question is: offices by name, or a place and the offices nearest to it; null when nowhere. */
function locate(where, context) {
  const { index, map } = context;
  const offices = scoreOffices(index, where);
  const spots = map.places ? scorePlaces(map.places, where, map.bonus) : { cover: 0, head: 0, rows: [] };
  const area = scoreAreas(areasOf(index, map.places), where);
  const ahead = (a, b) => a.cover > b.cover || (a.cover === b.cover && a.head * CLEARLY > b.head);
  const empty = !area.area || !offices.rows.some(({ row }) => map.isIn(row, area.area));
  const others = spots.rows.filter((spot) => spot.score >= spots.rows[0].score - 1).slice(0, MOST_PLACES);
  const choice = others.map((spot) => map.place(spot.row));
  if (offices.cover > 0 && !ahead(spots, offices) && !(empty && ahead(area, offices))) {
    const elsewhere = choice.filter((_, number) => !isAnswered(map.officesIn(others[number].row), offices.rows));
    return named(offices, area, spots.head >= EXACT ? elsewhere : [], context);
  }
  if (area.area && !ahead(spots, area)) return around(map.area(area.area), [], [], area.head, context);
  if (spots.rows.length === 0) return null;
  const [place, ...rest] = choice;
  return around(place, rest, map.officesIn(others[0].row), spots.head, context);
}

/** Whether all offices of a place are in the answer already, so that asking for the place would only tell them again. */
function isAnswered(inside, rows) {
  return inside.length > 0 && inside.every((office) => rows.some(({ row }) => row === office));
}

function named(offices, area, places, { index, near, map }) {
  const items = offices.rows.map(({ row, why }) => ({ id: index.ids[row], row, why }));
  const whole = area.area && area.cover === offices.cover && area.head >= EXACT;
  const inArea = whole && offices.rows.every(({ row }) => map.isIn(row, area.area));
  const place = inArea ? { place: map.area(area.area) } : {};
  const sorted = near && inArea ? byDistance(items, near, index) : items;
  return { kind: "offices", items: sorted, head: offices.head, ...place, ...(places.length && { places }) };
}

/** The offices in a place and nearest to it. */
function around(place, places, inside, head, context) {
  const { index, count } = context;
  const found = new Set(inside);
  const items = inside.map((row) => ({ id: index.ids[row], row, why: "unit", metres: metresTo(place, row, index) }));
  for (const item of nearestTo(place, context, (row) => !found.has(row))) items.push(item);
  const most = Math.max(count, inside.length);
  return { kind: "places", items: items.slice(0, most), head, place, ...(places.length && { places }) };
}

/** Offices that give a service: those that are asked for, else the nearest to the place, else all. */
function withService(ranked, found, context) {
  const { index, near } = context;
  const top = ranked.filter(({ total }) => total === ranked[0].total).map(({ number }) => number);
  const gives = (row, number) => Math.floor(index.rows.services[row] / 2 ** number) % 2 === 1;
  const rank = (row) => (gives(row, top[0]) ? 100 : 0) + top.filter((number) => gives(row, number)).length;
  const about = { kind: "services", service: ranked[0].key, services: ranked.map(({ key }) => key), head: EXACT };
  const open = (row) => isOpen(index, row);
  if (!found) {
    const rows = index.ids.map((_, row) => row).filter((row) => open(row) && rank(row) > 0);
    const items = bestFirst(rows, rank).map((row) => ({ id: index.ids[row], row, why: "service" }));
    return { ...about, items: near ? byDistance(items.filter(({ row }) => gives(row, top[0])), near, index) : items };
  }
  const asked = found.kind === "offices" ? found.items : found.items.filter(({ why }) => why === "unit");
  const items = asked.filter(({ row }) => gives(row, top[0])).map((item) => ({ ...item }));
  const without = asked.filter(({ row }) => !gives(row, top[0])).map(({ id }) => id);
  const place = found.place ?? pointOf(found.items[0].row, index);
  const taken = new Set(items.map(({ row }) => row));
  const few = items.length < 3;
  if (few) items.push(...nearestTo(place, context, (row) => !taken.has(row) && gives(row, top[0])));
  const { place: meant, places } = found;
  return { ...about, items, ...(meant && { place: meant }), ...(places && { places }), ...(without.length && { without }) };
}

function everything({ common }, { index, near }) {
  if (!common) return { kind: "nothing", items: [] };
  const items = index.ids.map((id, row) => ({ id, row, why: "all" })).filter(({ row }) => isOpen(index, row));
  return { kind: "offices", items: near ? byDistance(items, near, index) : items };
}

/** An office that is closed or has moved away is nobody's nearest. */
function isOpen(index, row) {
  return index.rows.state[row] !== "c" && index.rows.state[row] !== "m";
}

function nearestTo(place, { index, count }, accepts) {
  const found = nearest(index.lat, index.lon, place.lat, place.lon, count, (row) => isOpen(index, row) && accepts(row));
  return found.map(({ row, metres }) => ({ id: index.ids[row], row, why: "near", metres: rounded(metres, "d") }));
}

function metresTo(place, row, index) {
  const [found] = nearest(index.lat.subarray(row, row + 1), index.lon.subarray(row, row + 1), place.lat, place.lon, 1);
  return found ? rounded(found.metres, "d") : undefined;
}

function pointOf(row, index) {
  return { lat: index.lat[row], lon: index.lon[row] };
}

function byDistance(items, near, index) {
  const found = nearest(index.lat, index.lon, near.lat, near.lon, index.count);
  const metres = new Map(found.map((item) => [item.row, item.metres]));
  const told = (row) => (metres.has(row) ? { metres: rounded(metres.get(row), index.rows.precision[row]) } : {});
  return items
    .map((item) => ({ ...item, ...told(item.row) }))
    .sort((a, b) => (metres.get(a.row) ?? Infinity) - (metres.get(b.row) ?? Infinity));
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
