/** The list beside the map, narrowed to what the address asks for, as the finder's list would be. */

import { fill } from "../words.js";
import { isAsking, readAsked, writeAsked } from "./address.js";
import { answerTo } from "./answer.js";
import { engineOf } from "./engine.js";
import { factsOf, knownIn, knownOf } from "./facts.js";
import { keptPosition } from "./position.js";
import { countOf } from "./sentences.js";

/** The ids that are asked for, or null when all are; hides the others in `list` and says so in `note`. */
export async function narrow(list, note, { root, words }) {
  const facts = factsOf(list.querySelectorAll("[data-office]"));
  const asked = readAsked(new URLSearchParams(location.search), await known(facts, root));
  const near = asked.near ? keptPosition(sessionStorage, Date.now()) : null;
  if (!isAsking({ ...asked, near: near !== null })) return null;
  const result = await answerTo(asked, facts, near, root);
  const { shown, off, broken } = result;
  const text = note.querySelector("[data-part=text]");
  note.hidden = false;
  const back = note.querySelector("[data-href]");
  back.href = back.dataset.href + writeAsked(asked);
  text.textContent = said(result, words.finder);
  if (off || broken) return null;
  const only = new Set(shown.map(({ id }) => id));
  for (const { id, element } of facts.values()) element.hidden = !only.has(id);
  for (const group of list.querySelectorAll("[data-map-group]")) {
    group.hidden = !group.querySelector("[data-office]:not([hidden])");
  }
  return only;
}

/** The values of choices by the offices of the page, or by the index where the page lists none and something is asked. */
async function known(facts, root) {
  const index = facts.size === 0 && location.search ? await engineOf(root).index() : null;
  return index ? knownIn(index) : knownOf(facts.values());
}

function said(result, finder) {
  const { shown, off, broken } = result;
  if (broken) return finder.part_off;
  if (off) return finder.search_off;
  const count = countOf(result);
  const found = fill(finder.shown, { count });
  return shown.length < count ? `${found} ${fill(finder.capped, { count: shown.length })}` : found;
}
