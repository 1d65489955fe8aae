/** Scores offices and places against the words of a question that say where. */

const DONG = 0.98;
const ALIAS = 0.97;
const SERVES = 0.9;
const AREA = 0.7; // 시·군·구
const ROAD = 0.5;
const ABOVE = 0.8; // the 읍·면 of a 리
const KIND_BONUS = { d: 0.3, l: 0.2, r: 0.1, f: 0 };

/** One row against one word: how well, by which of its fields. */
function fitOffice(index, row, look) {
  const { rows } = index;
  const { texts } = look;
  let best = texts[rows.name[row]];
  let why = "name";
  const take = (value, field) => {
    if (value > best) {
      best = value;
      why = field;
    }
  };
  take(texts[rows.dong[row]] * DONG, "dong");
  for (const alias of rows.aliases[row]) take(texts[alias] * ALIAS, "alias");
  for (const dong of rows.serves[row]) take(texts[dong] * SERVES, "serves");
  take(look.cities[rows.city[row]] * AREA, "city");
  if (rows.district[row] >= 0) take(texts[rows.district[row]] * AREA, "district");
  take(look.roads[row] * ROAD, "road");
  return { best, why };
}

/** Whether a field names the office or its 동 and not the area around it. */
const HEADS = new Set(["name", "dong", "alias", "serves"]);

/** Offices that fit most of the words: `{cover, head, rows: [{row, score, why}]}`, best first. */
export function scoreOffices(index, where) {
  let cover = 0;
  let found = [];
  for (let row = 0; row < index.count; row += 1) {
    let words = 0;
    let score = 0;
    let head = 0;
    let area = 0;
    let why = "";
    for (const look of where) {
      const fit = fitOffice(index, row, look);
      if (fit.best === 0) continue;
      words += 1;
      score += fit.best;
      if (HEADS.has(fit.why) && fit.best > head) {
        head = fit.best;
        why = fit.why;
      } else if (fit.why !== "road" && fit.best / AREA > area) area = fit.best / AREA;
      why ||= fit.why;
    }
    if (words === 0 || words < cover) continue;
    if (words > cover) {
      cover = words;
      found = [];
    }
    const gone = index.rows.state[row] === "c" || index.rows.state[row] === "m" ? 1 : 0;
    found.push({ row, score: score - gone, head: head || area || score, why });
  }
  found.sort((a, b) => b.score - a.score || a.row - b.row);
  return { cover, head: found.length ? found[0].head : 0, rows: found };
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
  found.sort((a, b) => b.score - a.score || a.row - b.row);
  return { cover, head: found.length ? found[0].head : 0, rows: found };
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
