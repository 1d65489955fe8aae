/** What is asked, answered for a page: the engine's order, the facts of its offices, the choices made. Shared by list and map. */

import { chosen, isAsking } from "./address.js";
import { engineOf } from "./engine.js";
import { passes } from "./facets.js";
import { factsIn, openNow } from "./facts.js";

/**
 * `{items, shown, answer, index, off, knows, factOf, described}`: all that the question names, those of them that pass the
 * choices, whether the index was wanted and could not be read (then items are all of the page), and whether any office is known. `own` are the facts of the page;
 * where it has none they come from the index, for which `all` asks even when nothing else does. `described()` are the items as
 * choices see them.
 */
export async function answerTo(asked, own, near, root, all = false) {
  const isOpen = await openNow(root);
  const wanted = own.size === 0 && (all || isAsking(asked));
  const found = await ask(asked.q, near, wanted, engineOf(root));
  const ofIndex = found && own.size === 0 ? factsFrom(found.index) : null;
  const factOf = ({ id, row }) => (ofIndex ? ofIndex(row) : own.get(id));
  const describe = (item) => {
    const fact = factOf(item);
    return { city: fact.city, state: fact.state, services: fact.services, open: isOpen(fact), metres: item.metres };
  };
  const items = itemsOf(found, own);
  const choices = chosen(asked);
  const shown = Object.keys(choices).length ? items.filter((item) => passes(describe(item), choices)) : items;
  const knows = own.size > 0 || Boolean(found);
  return { items, shown, knows, factOf, off: found === null, described: () => items.map(describe), ...(found ?? {}) };
}

/** What was found, as far as a page with facts of its own has them; all of that page when nothing was asked. */
function itemsOf(found, own) {
  if (!found) return [...own.keys()].map((id) => ({ id }));
  return own.size ? found.answer.items.filter(({ id }) => own.has(id)) : found.answer.items;
}

/** Nothing is asked of the engine when a page can answer choices by itself. */
function ask(query, near, wanted, engine) {
  if (query.trim()) return engine.ask(query, near, true);
  return near || wanted ? engine.list(near) : undefined;
}

const made = new WeakMap();

/** The facts of an index. */
export function factsFrom(index) {
  if (!made.has(index)) made.set(index, factsIn(index));
  return made.get(index);
}
