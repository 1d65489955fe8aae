/** The search box, the same on the home page and over the list: suggestions, and the button for "near me". */

import { readSettings } from "../words.js";
import { writeAsked } from "./address.js";
import { attachCombobox } from "./combobox.js";
import { askPosition, keepPosition } from "./position.js";
import { suggestionsOf } from "./suggest.js";

/**
 * Attach to the form. What is asked goes out as the event `maeul-ask` with `{q}` or `{q, near}`; where no list of results
 * takes it, the browser goes to the page that has one.
 */
export function attach([form]) {
  const { root, words } = readSettings(document);
  const input = form.elements.q;
  const status = form.querySelector("[role=status]");
  let made;
  const engine = () => (made ??= import("./engine.js").then(({ engineOf }) => engineOf(root)));
  const go = (detail) => {
    const taken = !form.dispatchEvent(new CustomEvent("maeul-ask", { detail, cancelable: true }));
    if (!taken) location.assign(form.action + writeAsked(detail));
  };
  const combobox = attachCombobox(input, form.querySelector("[role=listbox]"), {
    suggest: async (text) => {
      const found = await engine().then((ready) => ready.ask(text, null, { typing: true }));
      if (form.dataset.results === undefined) status.textContent = problemOf(found, words.finder);
      return found ? suggestionsOf(found.waits ? withoutOffices(found.answer) : found.answer, found.index, words) : [];
    },
    choose: (option) => {
      if (option.kind === "office") return location.assign(`${form.dataset.offices}${option.id}/`);
      input.value = option.query;
      return go({ q: option.query });
    },
  });
  input.addEventListener("focus", () => engine().then((ready) => ready.index()), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    combobox.close();
    go({ q: input.value });
  });
  const button = form.querySelector("[data-near]");
  const note = form.querySelector("[data-near-note]");
  button.addEventListener("click", async () => {
    status.textContent = words.finder.asking;
    const near = await located(await engine(), status, words.finder);
    if (near) go({ q: input.value, near });
  });
  button.hidden = false;
  note.hidden = false;
}

/** Why there are no or not all suggestions. */
function problemOf(found, finder) {
  if (!found) return finder.search_off;
  return found.broken ? finder.part_off : "";
}

/** An answer of which not all offices have been read, so that others may come first. */
function withoutOffices(answer) {
  return { ...answer, items: [] };
}

/** The visitor's position, kept for the next page; null when the status says why there is none. */
async function located(engine, status, finder) {
  const { near, problem } = await askPosition(navigator.geolocation);
  const why = problem ?? ((await engine.isFar(near)) ? "outside" : "");
  status.textContent = { "": "", refused: finder.refused, timeout: finder.timeout, unavailable: finder.unavailable, outside: finder.outside }[why];
  if (why) return null;
  keepPosition(sessionStorage, near, Date.now());
  return near;
}
