/** The cards of results, each with its distance over it. Their places are used again by the next answer. */

import { precisionOf } from "../finder/distance.js";
import { seoulMoment } from "../hours.js";
import { eachMinute, showToday, todayOf } from "../today.js";
import { say, write } from "./say.js";
import { distanceWords } from "./sentences.js";

const MINUTE_MS = 60_000;

/**
 * A function that draws the items of a result into `box`, those before `from` as they are. `cardOf(item, result, before)` gives
 * the card of an item; `before` is the card that its place had until now.
 */
export function createCards(box, words, cardOf) {
  const places = [];
  const fill = (place, item, result) => {
    const told = item.metres !== undefined && result.index;
    say(place.line, told && distanceWords(item.metres, precisionOf(item, result.index), words));
    const card = cardOf(item, result, place.card);
    if (card.parentNode !== place.element) {
      if (place.card?.parentNode === place.element) place.card.remove();
      place.element.append(card);
    }
    place.card = card;
  };
  return (items, result, from = 0) => {
    while (box.children.length > items.length) box.lastChild.remove();
    for (let number = from; number < items.length; number += 1) {
      places[number] ??= emptyPlace();
      fill(places[number], items[number], result);
      if (places[number].element.parentNode !== box) box.append(places[number].element);
    }
  };
}

function emptyPlace() {
  const element = document.createElement("div");
  element.className = "mae-near";
  const line = document.createElement("p");
  line.className = "mae-near__distance";
  element.append(line);
  return { element, line, card: null };
}

/**
 * Cards for a page that has none of its own: copies of a template, filled from the index. `offices` is the way to their pages,
 * `today` tells today's line of an office.
 */
export function plainCards(template, offices, today) {
  const parts = new Map();
  const fresh = () => {
    const card = template.content.firstElementChild.cloneNode(true);
    const part = (name) => card.querySelector(`[data-part=${name}]`);
    const states = new Map([...card.querySelectorAll("[data-state]")].map((state) => [state.dataset.state, state]));
    for (const state of states.values()) state.remove();
    parts.set(card, { name: part("name"), place: part("place"), line: part("today"), states, state: null });
    return card;
  };
  const tell = ({ line, fact }) => {
    if (fact.hours) showToday(line, today(fact));
    else line.hidden = true;
  };
  eachMinute(() => parts.forEach(tell));
  return (item, { index, factOf }, before) => {
    const card = before ?? fresh();
    const own = parts.get(card);
    own.fact = factOf(item);
    card.dataset.office = item.id;
    card.dataset.city = own.fact.city;
    if (own.state?.dataset.state !== own.fact.state) {
      own.state?.remove();
      own.state = own.states.get(own.fact.state);
      card.prepend(own.state);
    }
    write(own.name, index.names[item.row]);
    own.name.href = `${offices}${item.id}/`;
    write(own.place, placeOf(item.row, index));
    tell(own);
    return card;
  };
}

/** A function that gives today's line of an office, for each hours worked out once a minute. */
export function todayLines(calendar, words) {
  let minute;
  let known;
  return (fact) => {
    const now = Math.floor(Date.now() / MINUTE_MS);
    if (now !== minute) [minute, known] = [now, new Map()];
    const key = `${fact.state} ${fact.confirmed} ${fact.hours}`;
    if (!known.has(key)) known.set(key, todayOf(fact, seoulMoment(now * MINUTE_MS), calendar, words));
    return known.get(key);
  };
}

function placeOf(row, { cities, rows, texts }) {
  return [cities.text[rows.city[row]], texts.text[rows.district[row]], texts.text[rows.dong[row]]].filter(Boolean).join(" ");
}
