/** What is asked, answered for a page: the engine's order, the facts of its offices, the choices made. Shared by list and map. */

import { chosen, isAsking } from "./address.js";
import { engineOf } from "./engine.js";
import { passes } from "./facets.js";
import { factsIn, openNow } from "./facts.js";

export const MOST_SHOWN = 200; // cards of an answer

/**
 * `{items, shown, answer, index, off, waits, broken, knows, factOf, described}`: all that the question names, those of them that
 * pass the choices, whether the index was wanted and could not be read (then items are all of the page), or a part of it has
 * yet to be read or could not be, and whether any office is known. `own` are the facts of the page; where it has none they
 * come from the index, for which `all` asks even when nothing else does. `typing` tells that the next key may come at once.
 * `described()` are the items as choices see them.
 */
export async function answerTo(asked, own, near, root, { all = false, typing = false } = {}) {
  const isOpen = await openNow(root);
  const wanted = own.size === 0 && (all || isAsking(asked));
  const needsAll = all || Object.keys(chosen(asked)).length > 0;
  const options = { most: needsAll ? Infinity : MOST_SHOWN, typing };
  const found = await ask(asked.q, near, wanted, engineOf(root), { ...options, city: all ? "" : asked.city });
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
  const off = found === null || (found?.broken && items.length === 0);
  return { items, shown, knows, factOf, off, described: () => items.map(describe), ...(found ?? {}) };
}

/** What was found, as far as a page with facts of its own has them; all of that page when nothing was asked. */
function itemsOf(found, own) {
  if (!found) return [...own.keys()].map((id) => ({ id }));
  return own.size ? found.answer.items.filter(({ id }) => own.has(id)) : found.answer.items;
}

/** Nothing is asked of the engine when a page can answer choices by itself. */
function ask(query, near, wanted, engine, { city, ...options }) {
  if (query.trim()) return engine.ask(query, near, { ...options, whole: true });
  return near || wanted ? engine.list(near, { ...options, city }) : undefined;
}

const made = new WeakMap();

/** The facts of an index. */
export function factsFrom(index) {
  if (!made.has(index)) made.set(index, factsIn(index));
  return made.get(index);
}
