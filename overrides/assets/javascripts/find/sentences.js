/** The sentences of the finder: headings over results, distances. */

import { fill } from "../words.js";

const NEAR_BUILDING = 950; // metres up to which hundreds of them are told

/** A distance in words; `precision` d is the middle of a 동. */
export function distanceWords(metres, precision, { distance }) {
  if (precision === "d") return fill(distance.dong, { km: Math.max(1, Math.round(metres / 1000)) });
  if (metres < NEAR_BUILDING) return fill(distance.metres, { metres });
  const km = metres / 1000;
  return fill(distance.km, { km: km < 9.95 ? km.toFixed(1) : Math.round(km) });
}

/** How many offices an answer has, without those that stand beside the one that was asked for; more than items where only the nearest are. */
export function countOf({ answer, shown }) {
  if (answer?.count) return answer.count;
  return answer?.instead ? shown.filter(({ why }) => why !== "near").length : shown.length;
}

/** The heading over an answer of so many offices to a question. */
export function heading({ answer, index, count, query }, { finder }) {
  const kind = answer?.kind;
  const place = answer?.place?.name;
  if (kind === "nothing") return fill(finder.title_nothing, { query });
  if (kind === "near") return finder.title_near;
  if (kind === "services") {
    const service = index.services.find(({ key }) => key === answer.service).name;
    return fill(place ? finder.title_service_near : finder.title_service, { service, place });
  }
  if (kind === "places") {
    const inside = answer.items.some(({ why }) => why === "unit");
    return fill(inside ? finder.title_place_inside : finder.title_place_none, { place });
  }
  return kind && answer.items[0]?.why !== "all" ? fill(finder.title_offices, { query, count }) : fill(finder.title_all, { count });
}
