/** The public holidays of the site, read once. */

const NOTHING_KNOWN = { days: new Set(), until: "" };

let reading;

/** `{ days, until }` for `stateAt`; when the file cannot be read, a calendar that knows of no day. */
export function readCalendar(root) {
  reading ??= fetch(`${root}data/v1/holidays.json`)
    .then((response) => response.json())
    .then(({ days, until }) => ({ days: new Set(days), until }))
    .catch(() => NOTHING_KNOWN);
  return reading;
}
