/** Offices and places together: which offices stand in a place, and how a place is called. Made once for each pair. */

const KINDS = { d: "dong", l: "legal", r: "ri", f: "former" };
const made = new WeakMap();
const areas = new WeakMap();

/** The atlas of an index and places, or of an index alone. */
export function atlas(index, places) {
  const key = places ?? index;
  const kept = made.get(key);
  if (kept?.index === index) return kept;
  const fresh = new Atlas(index, places);
  made.set(key, fresh);
  return fresh;
}

class Atlas {
  constructor(index, places) {
    this.index = index;
    this.places = places;
    this.bonus = (row) => this.standing(row);
  }

  /** How much a place comes before others of its name: one that lives on in names of today, one that has an office. */
  standing(row) {
    const { rows, texts } = this.places;
    const stem = texts.text[rows.name[row]].slice(0, -1);
    const units = rows.units[row];
    const livesOn = rows.kind[row] !== "r" && units.some((unit) => texts.text[rows.name[unit]].startsWith(stem));
    const { offices, shards } = this.byUnit;
    return (livesOn ? 0.4 : 0) + (units.some((unit) => offices.has(unit) || shards.has(unit)) ? 0.2 : 0);
  }

  /**
   * Offices by the 읍·면·동 of today that they stand in, by the name in their record: a 법정동 or former name may be many; and
   * the shards, not read yet, that have offices there.
   */
  get byUnit() {
    this.kept ??= this.sortByUnit();
    return this.kept;
  }

  sortByUnit() {
    const { rows, texts } = this.places;
    const units = new Map();
    for (let row = 0; row < this.places.count; row += 1) {
      if (rows.kind[row] === "r") continue;
      const name = `${rows.city[row]} ${texts.text[rows.name[row]]}`;
      if (!units.has(name)) units.set(name, rows.units[row]);
    }
    const { count, rows: own, texts: names, missing } = this.index;
    const found = { offices: new Map(), shards: new Map() };
    const add = (to, city, dong, one) => {
      for (const unit of units.get(`${city} ${names.text[dong]}`) ?? []) {
        if (!to.has(unit)) to.set(unit, []);
        to.get(unit).push(one);
      }
    };
    for (let row = 0; row < count; row += 1) add(found.offices, own.city[row], own.dong[row], row);
    for (const shard of missing) for (const dong of shard.dongs) add(found.shards, shard.city, dong, shard);
    return found;
  }

  /** Offices of the 읍·면·동 of a place, in the order of the index, without those that are gone. */
  officesIn(row, lacks) {
    const units = this.places.rows.units[row];
    lacks.want(units.flatMap((unit) => this.byUnit.shards.get(unit) ?? []));
    const found = units.flatMap((unit) => this.byUnit.offices.get(unit) ?? []);
    return [...new Set(found)].filter((office) => !this.index.gone[office]);
  }

  /** A place as it is told. */
  place(row) {
    const { rows, texts, lat, lon } = this.places;
    const city = rows.city[row];
    const above = rows.above[row] >= 0 ? `${texts.text[rows.above[row]]} ` : "";
    return {
      name: `${this.index.cities.text[city]} ${above}${texts.text[rows.name[row]]}`,
      kind: KINDS[rows.kind[row]],
      city: this.index.cities.key[city],
      lat: lat[row],
      lon: lon[row],
      ...(rows.kind[row] !== "d" && { units: rows.units[row].map((unit) => texts.text[rows.name[unit]]) }),
    };
  }

  /** Whether an office is in a 시·군 or 구. */
  isIn(row, { city, district }) {
    const { rows, texts } = this.index;
    if (rows.city[row] !== city) return false;
    return district < 0 || texts.text[rows.district[row]] === this.places.texts.text[district];
  }

  /** A 시·군 or 구 as it is told. */
  area({ city, district, lat, lon }) {
    const cityName = this.index.cities.text[city];
    const name = district >= 0 ? `${cityName} ${this.places.texts.text[district]}` : cityName;
    return { name, kind: district >= 0 ? "district" : "city", city: this.index.cities.key[city], lat, lon };
  }
}

/** All 시·군, and all 구 when places are known; the point of a 구 is the middle of its 동. */
export function areasOf(index, places) {
  const key = places ?? index;
  if (!areas.has(key)) {
    const { lat, lon, text } = index.cities;
    const cities = text.map((_, city) => ({ city, district: -1, lat: lat[city], lon: lon[city] }));
    areas.set(key, [...cities, ...(places ? districtsOf(places) : [])]);
  }
  return areas.get(key);
}

function districtsOf({ rows, dongs, lat, lon }) {
  const found = new Map();
  for (let row = 0; row < dongs; row += 1) {
    if (rows.district[row] < 0) continue;
    const name = `${rows.city[row]} ${rows.district[row]}`;
    const area = found.get(name) ?? { city: rows.city[row], district: rows.district[row], lat: 0, lon: 0, count: 0 };
    found.set(name, { ...area, lat: area.lat + lat[row], lon: area.lon + lon[row], count: area.count + 1 });
  }
  return [...found.values()].map(({ city, district, lat: sumLat, lon: sumLon, count }) => ({
    city,
    district,
    lat: sumLat / count,
    lon: sumLon / count,
  }));
}
