/** Scores offices and places against the words of a question that say where. */

const DONG = 0.98;
const ALIAS = 0.97;
const SERVES = 0.9;
const AREA = 0.7; // 시·군·구
const ROAD = 0.5;
const OTHER = 0.4; // what an office does besides the services of the vocabulary
const ABOVE = 0.8; // the 읍·면 of a 리
const KIND_BONUS = { d: 0.3, l: 0.2, r: 0.1, f: 0 };

/** One row against one word: the number of the field that fits best, and into `fit` how well. */
function fitOffice(rows, row, look, fit) {
  const { texts } = look;
  let best = texts[rows.name[row]];
  let field = 0;
  const dong = texts[rows.dong[row]] * DONG;
  if (dong > best) [best, field] = [dong, 1];
  for (const alias of rows.aliases[row]) if (texts[alias] * ALIAS > best) [best, field] = [texts[alias] * ALIAS, 2];
  for (const served of rows.serves[row]) if (texts[served] * SERVES > best) [best, field] = [texts[served] * SERVES, 3];
  const city = look.cities[rows.city[row]] * AREA;
  if (city > best) [best, field] = [city, 4];
  const district = rows.district[row] >= 0 ? texts[rows.district[row]] * AREA : 0;
  if (district > best) [best, field] = [district, 5];
  const road = look.roads[row] * ROAD;
  if (road > best) [best, field] = [road, 6];
  const other = look.others[row] * OTHER;
  if (other > best) [best, field] = [other, 7];
  fit.best = best;
  fit.field = field;
  return best > 0;
}

const FIELDS = ["name", "dong", "alias", "serves", "city", "district", "road", "other"];
const LAST_HEAD = 3; // fields up to this name the office or its 동 and not the area around it
const FIRST_TEXT = 6; // fields from this on are no name of a place

/** Offices that fit most of the words: `{cover, head, rows: [{row, score, why}]}`, best first. */
export function scoreOffices(index, where) {
  let cover = 0;
  let found = [];
  const fit = { best: 0, field: 0 };
  for (let row = 0; row < index.count; row += 1) {
    let words = 0;
    let score = 0;
    let head = 0;
    let area = 0;
    let why = -1;
    for (const look of where) {
      if (!fitOffice(index.rows, row, look, fit)) continue;
      words += 1;
      score += fit.best;
      if (fit.field <= LAST_HEAD && fit.best > head) {
        head = fit.best;
        why = fit.field;
      } else if (fit.field < FIRST_TEXT) area = Math.max(area, fit.best / AREA);
      if (why < 0) why = fit.field;
    }
    if (words === 0 || words < cover) continue;
    if (words > cover) {
      cover = words;
      found = [];
    }
    const gone = index.rows.state[row] === "c" || index.rows.state[row] === "m" ? 1 : 0;
    found.push({ row, score: score - gone, head: head || area || score, why: FIELDS[why] });
  }
  const rows = bestFirst(found, ({ score }) => score);
  return { cover, head: rows.length ? rows[0].head : 0, rows };
}

/** Items by falling score, in their order where it is equal; scores are few, so that this is quicker than sorting. */
export function bestFirst(items, score) {
  const groups = new Map();
  for (const item of items) {
    const key = score(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.keys()].sort((a, b) => b - a).flatMap((key) => groups.get(key));
}

/** Places that fit most of the words, by name; `bonus` (below 1) breaks ties. */
export function scorePlaces(places, where, bonus) {
  const { rows } = places;
  let cover = 0;
  let found = [];
  for (let row = 0; row < places.count; row += 1) {
    let named = 0;
    for (const look of where) if (look.spots[rows.name[row]] > named) named = look.spots[rows.name[row]];
    if (named === 0) continue;
    let words = 0;
    let score = 0;
    for (const look of where) {
      const best = fitPlace(rows, row, look);
      words += best > 0 ? 1 : 0;
      score += best;
    }
    if (words < cover) continue;
    if (words > cover) {
      cover = words;
      found = [];
    }
    found.push({ row, score: score + KIND_BONUS[rows.kind[row]], head: named });
  }
  for (const spot of found) spot.score += bonus(spot.row);
  const best = bestFirst(found, ({ score }) => score);
  return { cover, head: best.length ? best[0].head : 0, rows: best };
}

function fitPlace(rows, row, look) {
  const above = rows.above[row] >= 0 ? look.spots[rows.above[row]] * ABOVE : 0;
  const district = rows.district[row] >= 0 ? look.spots[rows.district[row]] * AREA : 0;
  return Math.max(look.spots[rows.name[row]], above, district, look.cities[rows.city[row]] * AREA);
}

/** 시·군 and 구 that fit most of the words. @param {{city, district}[]} areas district -1 for a whole city */
export function scoreAreas(areas, where) {
  let best = { cover: 0, head: 0, area: null };
  for (const area of areas) {
    let cover = 0;
    let head = 0;
    for (const look of where) {
      const district = area.district >= 0 ? (look.spots?.[area.district] ?? 0) : 0;
      const fit = Math.max(look.cities[area.city], district);
      cover += fit > 0 ? 1 : 0;
      head = Math.max(head, area.district >= 0 ? district : fit);
    }
    if (head > 0 && (cover > best.cover || (cover === best.cover && head > best.head))) best = { cover, head, area };
  }
  return best;
}
