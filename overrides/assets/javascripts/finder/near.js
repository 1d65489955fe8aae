/** The nearest of many points by a plain loop: a hundred thousand take a few milliseconds. Degrees WGS84, metres out. */

const METRES_PER_DEGREE = 111_195; // of a great circle, mean radius of the earth

/** Whether two numbers are a place on the earth. */
export function isPoint(lat, lon) {
  return Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

/**
 * Up to `count` of the points as `{row, metres}`, nearest first. Right within 0.1 % over the province.
 * @param {Float64Array} lats NaN for a row without a place
 * @param {(row: number) => boolean} accepts rows that count
 */
export function nearest(lats, lons, lat, lon, count = 10, accepts = null) {
  if (!isPoint(lat, lon) || count < 1) return [];
  const scale = Math.cos((lat * Math.PI) / 180);
  const rows = [];
  const squares = [];
  let limit = Infinity;
  for (let row = 0; row < lats.length; row += 1) {
    const dy = lats[row] - lat;
    const dx = (lons[row] - lon) * scale;
    const square = dx * dx + dy * dy;
    if (!(square < limit) || (accepts && !accepts(row))) continue;
    let at = rows.length;
    while (at > 0 && squares[at - 1] > square) at -= 1;
    rows.splice(at, 0, row);
    squares.splice(at, 0, square);
    if (rows.length > count) {
      rows.pop();
      squares.pop();
    }
    if (rows.length === count) limit = squares[count - 1];
  }
  return rows.map((row, at) => ({ row, metres: Math.sqrt(squares[at]) * METRES_PER_DEGREE }));
}

/** A function that tells how many metres a point is from here; NaN for one without a place. */
export function metresFrom({ lat, lon }) {
  const scale = Math.cos((lat * Math.PI) / 180);
  return (otherLat, otherLon) => {
    const dy = otherLat - lat;
    const dx = (otherLon - lon) * scale;
    return Math.sqrt(dx * dx + dy * dy) * METRES_PER_DEGREE;
  };
}

/** A distance as it is told, by how exact the place is: to 100 m for a building, to 1 km for a 동; never 0. */
export function rounded(metres, precision) {
  const step = precision === "d" || metres >= 10_000 ? 1000 : metres >= 3000 ? 500 : 100;
  return Math.max(step, Math.round(metres / step) * step);
}

/** Columns of degrees from whole numbers; NaN where there is no place. */
export function points({ lat, lon }, scale) {
  const degrees = (column) => Float64Array.from(column, (value) => (value === null ? NaN : value / scale));
  return { lat: degrees(lat), lon: degrees(lon) };
}
