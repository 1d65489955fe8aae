/** What is asked, answered for a page: the engine's order, the page's own facts, the choices made. Shared by list and map. */

import { chosen } from "./address.js";
import { engineOf } from "./engine.js";
import { passes } from "./facets.js";
import { openNow } from "./facts.js";

const UNKNOWN = { city: "", state: "", services: [], open: false };

/**
 * `{items, shown, answer, index, off}`: all that the question names, those of them that pass the choices, and whether
 * the index was wanted and could not be read; then items are all of the page.
 */
export async function answerTo(asked, facts, near, root) {
  const isOpen = await openNow(root);
  const found = await ask(asked, near, root);
  const rows = found?.answer.items ?? [...facts.keys()].map((id) => ({ id }));
  const items = rows.map((item) => withFact(item, facts.get(item.id), isOpen));
  const off = found === null;
  return { items, shown: items.filter((item) => passes(item, chosen(asked))), off, ...(found ?? {}) };
}

/** Nothing is asked of the engine when there are only choices. */
function ask({ q }, near, root) {
  if (q.trim()) return engineOf(root).ask(q, near, true);
  return near ? engineOf(root).list(near) : undefined;
}

function withFact(item, fact, isOpen) {
  return fact ? { ...fact, open: isOpen(fact), ...item } : { ...UNKNOWN, ...item };
}
