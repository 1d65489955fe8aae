/** Draws an answer into the parts of the section of results: sentences, choices, cards. */

import { fill } from "../words.js";
import { writeAsked } from "./address.js";
import { MOST_SHOWN } from "./answer.js";
import { say, write } from "./say.js";
import { countOf, heading } from "./sentences.js";
import { placesOf } from "./suggest.js";

/** How many cards a screen shows below the box: two rows of three, or one column. */
function atOnce(wide) {
  return wide.matches ? 6 : 3;
}

/** What of an answer is seen at once, into `section`. */
export function draw({ words, form, section, cards, wide }, asked, near, result) {
  const part = (name) => section.querySelector(`[data-part=${name}]`);
  const { answer, index, shown } = result;
  const query = asked.q.trim();
  const count = countOf(result);
  write(part("title"), heading({ answer, index, count, query }, words));
  part("instead").hidden = !answer?.instead;
  say(part("read"), answer?.read && fill(words.finder.read, { read: answer.read }));
  part("nothing").hidden = answer?.kind !== "nothing";
  part("none").hidden = shown.length > 0 || answer?.kind === "nothing";
  const places = answer ? placesOf(answer).filter((name) => name !== answer.place?.name && name !== query) : [];
  links(part("places"), places.map((name) => ({ name, query: name, href: writeAsked({ q: name }) })));
  cards(shown.slice(0, atOnce(wide)), result);
  const map = part("map");
  map.href = map.dataset.href + writeAsked({ ...asked, near: asked.near && near !== null });
}

/** The rest of an answer, below what is seen at once. */
export function drawRest({ words, form, section, cards, wide }, result) {
  const part = (name) => section.querySelector(`[data-part=${name}]`);
  const { answer, index, shown } = result;
  cards(shown.slice(0, MOST_SHOWN), result, atOnce(wide));
  say(part("capped"), countOf(result) > MOST_SHOWN && fill(words.finder.capped, { count: MOST_SHOWN }));
  links(part("services"), servicesOf(answer, index, form.dataset.services));
  links(part("without"), withoutOf(answer, index, form.dataset.offices));
}

function servicesOf(answer, index, path) {
  const named = new Map(index?.services.map(({ key, name }) => [key, name]));
  return (answer?.services ?? []).map((key) => ({ name: named.get(key), href: `${path}${key}/` }));
}

/** Offices that the question names and that are not known to do what is asked. */
function withoutOf(answer, index, path) {
  return (answer?.without ?? []).map(({ id, row }) => ({ name: index.names[row], href: `${path}${id}/` }));
}

/** A list of links, away when there is none. */
function links(element, items) {
  element.hidden = items.length === 0;
  const list = element.querySelector("ul");
  if (items.length === 0 && !list.firstChild) return;
  const made = items.map(({ name, href, query }) => {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = name;
    if (query) link.dataset.query = query;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  list.replaceChildren(...made);
}
