/** The places that the finder knows besides offices, from their file. */

import { dictionary, exactKeys } from "./dictionary.js";
import { points } from "./near.js";
import { undoSteps } from "./runs.js";

const PLACE_SCALE = 1_000;

/** The places from their JSON; throws when it is of another form. */
export function parsePlaces(json) {
  const { rows } = json;
  const texts = dictionary(json.texts);
  const units = rows.units.values();
  const above = rows.above.values();
  const kinds = [...rows.kind];
  const dongs = kinds.filter((kind) => kind === "d").length;
  return {
    texts,
    rows: {
      ...rows,
      kind: kinds,
      above: kinds.map((kind) => (kind === "r" ? above.next().value : -1)),
      units: kinds.map((kind, row) => (kind === "d" ? [row] : units.next().value)),
    },
    dongs,
    ...points({ lat: undoSteps(rows.lat), lon: undoSteps(rows.lon) }, PLACE_SCALE),
    known: exactKeys([texts], []),
    count: kinds.length,
  };
}
