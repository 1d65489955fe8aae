/** What the box offers while one types: offices, places and services, from an answer of the engine. */

import { precisionOf } from "../finder/distance.js";
import { distanceWords } from "./sentences.js";

const MOST = 7;
const OFFICES = 4;

/** Up to seven options `{kind, label, note, id?, query?}`; an office has its id, others the question that they stand for. */
export function suggestionsOf(answer, index, words) {
  if (answer.kind === "nothing" || answer.items[0]?.why === "all") return [];
  const offices = answer.items.slice(0, OFFICES).map((item) => officeOption(item, index, words));
  const [place, ...others] = placesOf(answer).map((name) => option("place", name, words));
  if (answer.kind === "places") return [place, ...offices, ...others].slice(0, MOST);
  const named = [place, ...others].filter(Boolean);
  if (answer.kind === "services") {
    const services = answer.services.slice(0, 3).map((key) => index.services.find((service) => service.key === key).name);
    return [...services.map((name) => option("service", name, words)), ...offices].slice(0, MOST);
  }
  return [...offices, ...named].slice(0, MOST);
}

/** The names of all places that may be meant, each once. */
export function placesOf(answer) {
  return [...new Set([answer.place, ...(answer.places ?? [])].filter(Boolean).map(({ name }) => name))];
}

function option(kind, label, { finder }) {
  return { kind, label, query: label, note: kind === "place" ? finder.kind_place : finder.kind_service };
}

function officeOption(item, index, words) {
  const city = index.cities.text[index.rows.city[item.row]];
  const distance = item.metres ? distanceWords(item.metres, precisionOf(item, index), words) : "";
  return { kind: "office", id: item.id, label: index.names[item.row], note: [city, distance].filter(Boolean).join(" · ") };
}
