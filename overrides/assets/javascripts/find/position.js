/** Where the visitor is: asked for only when a button is pressed, kept in this tab alone, sent nowhere. */

const KEY = "maeul-near";
const GOOD_FOR_MS = 30 * 60 * 1000;
const WAIT_MS = 10_000;
const PROBLEMS = { 1: "refused", 2: "unavailable", 3: "timeout" };

/** `{near}` or `{problem}`: refused, timeout or unavailable. */
export function askPosition(geolocation) {
  if (!geolocation) return Promise.resolve({ problem: "unavailable" });
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => resolve({ near: { lat: coords.latitude, lon: coords.longitude } }),
      ({ code }) => resolve({ problem: PROBLEMS[code] ?? "unavailable" }),
      { timeout: WAIT_MS, maximumAge: 60_000 },
    );
  });
}

/** Keeps a position for the next pages of this tab. */
export function keepPosition(storage, near, now) {
  try {
    storage.setItem(KEY, JSON.stringify({ ...near, at: now }));
  } catch {
    // A browser that keeps nothing asks again.
  }
}

/** The kept position, null when there is none that is fresh. */
export function keptPosition(storage, now) {
  try {
    const { lat, lon, at } = JSON.parse(storage.getItem(KEY));
    return Number.isFinite(lat) && Number.isFinite(lon) && now - at < GOOD_FOR_MS ? { lat, lon } : null;
  } catch {
    return null;
  }
}
