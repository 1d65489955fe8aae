/** What a word says about what offices do: levels by service, from the everyday words of `data/services.yaml`. */

import { EXACT, INITIALS_EXACT, INITIALS_PREFIX, ONE_EDIT, PART, PREFIX, oneEdit } from "./match.js";

export const MORE_AND_WORD = 78; // 전기드릴 ends with 드릴, which is what it is
const WORD_AND_MORE = 76; // 공구빌려 begins with 공구
const WORD_WITHIN = 60; // 무인택배함 holds 택배함
const PIECE_MIN = 4; // keys; two syllables

/** The fit of a word with each service. */
export function serviceLevels(term, services) {
  return Uint8Array.from(services, ({ words }) => Math.max(0, ...words.map((word) => fit(term, word))));
}

/** The fit of a word with one wrong stroke with each service. */
export function nearServiceLevels(term, services) {
  const typed = term.keys?.length >= 5 ? term.keys : null;
  return Uint8Array.from(services, ({ words }) => (typed && words.some(({ keys }) => oneEdit(typed, keys)) ? ONE_EDIT : 0));
}

function fit(term, word) {
  if (!term.keys) {
    if (word.initials === term.initials) return INITIALS_EXACT;
    return term.initials.length > 1 && word.initials.startsWith(term.initials) ? INITIALS_PREFIX : 0;
  }
  const { keys } = term;
  if (keys === word.keys) return EXACT;
  if (word.keys.startsWith(keys)) return PREFIX;
  if (word.keys.length >= PIECE_MIN && keys.endsWith(word.keys)) return MORE_AND_WORD;
  if (word.keys.length >= PIECE_MIN && keys.startsWith(word.keys)) return WORD_AND_MORE;
  if (word.keys.length >= PIECE_MIN && keys.includes(word.keys)) return WORD_WITHIN;
  return keys.length >= PIECE_MIN && word.keys.includes(keys) ? PART : 0;
}

/** Services by how much of the question is about them, best first; services said earlier come first among equals. */
export function rankServices(found, services) {
  const totals = services.map((service, number) => ({
    key: service.key,
    number,
    total: found.reduce((sum, word) => sum + word.services[number], 0),
    first: found.findIndex((word) => word.services[number] > 0),
  }));
  return totals
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || a.first - b.first || a.number - b.number);
}
