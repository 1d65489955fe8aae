/** Draws an answer into the parts of the section of results: sentences, choices, cards. */

import { fill } from "../words.js";
import { writeAsked } from "./address.js";
import { distanceWords, heading, precisionOf } from "./sentences.js";
import { placesOf } from "./suggest.js";

const MOST_DRAWN = 200;

/** Everything of an answer, into `section`. */
export function draw({ root, words, form, section, facts }, asked, near, result) {
  const part = (name) => section.querySelector(`[data-part=${name}]`);
  const { answer, index, shown } = result;
  const query = asked.q.trim();
  const count = shown.length;
  part("title").textContent = heading({ answer, index, count, query }, words);
  say(part("read"), answer?.read && fill(words.finder.read, { read: answer.read }));
  part("nothing").hidden = answer?.kind !== "nothing";
  part("none").hidden = count > 0 || answer?.kind === "nothing";
  links(part("services"), servicesOf(answer, index, form.dataset.services));
  const places = answer ? placesOf(answer).filter((name) => name !== answer.place?.name && name !== query) : [];
  links(part("places"), places.map((name) => ({ name, query: name, href: writeAsked({ q: name }) })));
  links(part("without"), withoutOf(answer, index, form.dataset.offices));
  say(part("capped"), count > MOST_DRAWN && fill(words.finder.capped, { count: MOST_DRAWN }));
  part("cards").replaceChildren(...shown.slice(0, MOST_DRAWN).map((item) => entry(item, index, words, form.dataset.offices)));
  const map = part("map");
  map.href = map.dataset.href + writeAsked({ ...asked, near: asked.near && near !== null });
}

function say(element, text) {
  element.textContent = text ?? "";
  element.hidden = !text;
}

function servicesOf(answer, index, path) {
  const named = new Map(index?.services.map(({ key, name }) => [key, name]));
  return (answer?.services ?? []).map((key) => ({ name: named.get(key), href: `${path}${key}/` }));
}

/** Offices that the question names and that are not known to do what is asked. */
function withoutOf(answer, index, path) {
  return (answer?.without ?? []).map((id) => ({ name: index.names[index.ids.indexOf(id)], href: `${path}${id}/` }));
}

/** A list of links, away when there is none. */
function links(element, items) {
  const made = items.map(({ name, href, query }) => {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = name;
    if (query) link.dataset.query = query;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  element.querySelector("ul").replaceChildren(...made);
  element.hidden = made.length === 0;
}

/** The card of the page, or where a page has too many offices for cards, its name; with the distance over it. */
function entry(item, index, words, path) {
  const box = document.createElement("div");
  box.className = "mae-near";
  if (item.metres !== undefined && index) {
    const line = document.createElement("p");
    line.className = "mae-near__distance";
    line.textContent = distanceWords(item.metres, precisionOf(item, index), words);
    box.append(line);
  }
  box.append(item.element ?? plainCard(item, index, path));
  return box;
}

function plainCard(item, index, path) {
  const card = document.createElement("article");
  card.className = "mae-card";
  card.dataset.office = item.id;
  const name = document.createElement("h3");
  name.className = "mae-card__name";
  const link = document.createElement("a");
  link.href = `${path}${item.id}/`;
  link.textContent = index.names[item.row];
  name.append(link);
  const place = document.createElement("p");
  place.className = "mae-card__place";
  place.textContent = `${index.cities.text[index.rows.city[item.row]]} ${index.texts.text[index.rows.dong[item.row]]}`;
  card.append(name, place);
  return card;
}
