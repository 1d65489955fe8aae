/** Scores offices and places against the words of a question that say where. */

const DONG = 0.98;
const ALIAS = 0.97;
const SERVES = 0.9;
const AREA = 0.7; // 시·군·구
const ROAD = 0.5;
const OTHER = 0.4; // what an office does besides the services of the vocabulary
const ABOVE = 0.8; // the 읍·면 of a 리
const KIND_BONUS = { d: 0.3, l: 0.2, r: 0.1, f: 0 };

/** One row against one word: whether it fits, and into `fit` how well at best and the number of the field that does. */
function fitOffice(rows, row, look, fit) {
  const { texts, cities, roads, others } = look;
  const name = texts[rows.name[row]];
  const dong = texts[rows.dong[row]];
  const city = cities[rows.city[row]];
  if ((name | dong | city | roads[row] | others[row] | rows.more[row]) === 0) return false; // nearly all rows
  fit.best = name;
  fit.field = 0;
  better(fit, dong * DONG, 1);
  for (const alias of rows.aliases[row]) better(fit, texts[alias] * ALIAS, 2);
  for (const served of rows.serves[row]) better(fit, texts[served] * SERVES, 3);
  better(fit, city * AREA, 4);
  if (rows.district[row] >= 0) better(fit, texts[rows.district[row]] * AREA, 5);
  better(fit, roads[row] * ROAD, 6);
  better(fit, others[row] * OTHER, 7);
  return fit.best > 0;
}

function better(fit, level, field) {
  if (!(level > fit.best)) return;
  fit.best = level;
  fit.field = field;
}

const FIELDS = ["name", "dong", "alias", "serves", "city", "district", "road", "other"];
const LAST_HEAD = 3; // fields up to this name the office or its 동 and not the area around it
const FIRST_TEXT = 6; // fields from this on are no name of a place

/** Offices that fit most of the words: `{cover, head, items: [{id, row, why}]}`, best first. */
export function scoreOffices(index, where) {
  let cover = 0;
  let items = [];
  const fit = {};
  let scores = [];
  for (let row = 0; row < index.count; row += 1) {
    fitWords(index.rows, row, where, fit);
    if (fit.words === 0 || fit.words < cover) continue;
    if (fit.words > cover) {
      cover = fit.words;
      items = [];
      scores = [];
    }
    scores.push(fit.score - index.gone[row]);
    items.push(index.itemOf(row, FIELDS[fit.why]));
  }
  items = bestFirst(items, scores);
  if (items.length) fitWords(index.rows, items[0].row, where, fit);
  return { cover, head: items.length ? fit.head : 0, items };
}

/** One row against all words, into `all`: how many fit, how well together, the best that names it, and its field. */
function fitWords(rows, row, where, all) {
  let words = 0;
  let score = 0;
  let head = 0;
  let area = 0;
  let why = -1;
  for (const look of where) {
    if (!fitOffice(rows, row, look, all)) continue;
    words += 1;
    score += all.best;
    if (all.field <= LAST_HEAD && all.best > head) {
      head = all.best;
      why = all.field;
    } else if (all.field < FIRST_TEXT) area = Math.max(area, all.best / AREA);
    if (why < 0) why = all.field;
  }
  all.words = words;
  all.score = score;
  all.head = head || area || score;
  all.why = why;
}

/** Items by falling score to the hundredth, in their order where it is equal; scores are few: quicker than sorting. */
export function bestFirst(items, scores) {
  const groups = new Map();
  let last = NaN;
  let group;
  for (let at = 0; at < items.length; at += 1) {
    const score = Math.round(scores[at] * 100);
    if (score !== last) {
      group = groups.get(score);
      if (!group) groups.set(score, (group = []));
      last = score;
    }
    group.push(items[at]);
  }
  return [].concat(...[...groups.keys()].sort((a, b) => b - a).map((score) => groups.get(score)));
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
  const best = bestFirst(found, found.map(({ score }) => score));
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
