/** The list beside the map, narrowed to what the address asks for, as the finder's list would be. */

import { fill } from "../words.js";
import { isAsking, readAsked, writeAsked } from "./address.js";
import { answerTo, factsFrom } from "./answer.js";
import { engineOf } from "./engine.js";
import { factsOf, knownOf } from "./facts.js";
import { keptPosition } from "./position.js";

/** The ids that are asked for, or null when all are; hides the others in `list` and says so in `note`. */
export async function narrow(list, note, { root, words }) {
  const facts = factsOf(list.querySelectorAll("[data-office]"));
  const asked = readAsked(new URLSearchParams(location.search), knownOf(await offices(facts, root)));
  const near = asked.near ? keptPosition(sessionStorage, Date.now()) : null;
  if (!isAsking({ ...asked, near: near !== null })) return null;
  const { shown, off } = await answerTo(asked, facts, near, root);
  const text = note.querySelector("[data-part=text]");
  note.hidden = false;
  const back = note.querySelector("[data-href]");
  back.href = back.dataset.href + writeAsked(asked);
  text.textContent = off ? words.finder.search_off : fill(words.finder.shown, { count: shown.length });
  if (off) return null;
  const only = new Set(shown.map(({ id }) => id));
  for (const { id, element } of facts.values()) element.hidden = !only.has(id);
  for (const group of list.querySelectorAll("[data-map-group]")) {
    group.hidden = !group.querySelector("[data-office]:not([hidden])");
  }
  return only;
}

/** The offices of the page, or of the index where the page lists none and something is asked. */
async function offices(facts, root) {
  const index = facts.size === 0 && location.search ? await engineOf(root).index() : null;
  return index ? index.ids.map((_, row) => factsFrom(index)(row)) : facts.values();
}
