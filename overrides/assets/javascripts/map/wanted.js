/** Which cities' offices the map has to read. */

export const CLOSE_TO_CITIES = 12; // from this zoom on a phone shows a part of a city

/** The city in whose file the office `id` is, of all city `keys`; undefined when it is in none. Ids begin with it. */
export function cityOf(id, keys) {
  return keys.find((key) => id.startsWith(`${key}-`));
}

/** The keys of the `cities` `{key, count, bounds}` that a visitor who looks at the bounds `view` has come close to. */
export function closeTo(cities, view, zoom) {
  if (zoom < CLOSE_TO_CITIES) return [];
  return cities.filter(({ count, bounds }) => count > 0 && bounds.intersects(view)).map(({ key }) => key);
}
