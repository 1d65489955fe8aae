/** What the page itself says of its offices: by `data-…` of cards and list items, and whether they are open at this moment. */

import { readCalendar } from "../calendar.js";
import { isCurrent, seoulMoment, stateAt } from "../hours.js";

/** The offices of elements with `data-office`, by id. */
export function factsOf(elements) {
  return new Map([...elements].map((element) => [element.dataset.office, factOf(element)]));
}

function factOf(element) {
  const { office, city, state, services } = element.dataset;
  const told = element.dataset.hours ? element.dataset : element.querySelector("[data-hours]")?.dataset;
  const hours = told ? JSON.parse(told.hours) : null;
  return { id: office, element, city, state, services: services.split(" ").filter(Boolean), hours, confirmed: told?.confirmed ?? "" };
}

/** The values that choices may have on a page with these facts, by name; distances are any number of kilometres up to 99. */
export function knownOf(facts) {
  const all = [...facts];
  return new Map([
    ["city", new Set(all.map(({ city }) => city))],
    ["service", new Set(all.flatMap(({ services }) => services))],
    ["state", new Set(all.map(({ state }) => state))],
    ["open", new Set(["now"])],
    ["within", { has: (value) => /^[1-9]\d?$/.test(value) }],
  ]);
}

/** A function that says of a fact whether its office is open now, as far as its record may be taken for what holds now. */
export async function openNow(root) {
  const calendar = await readCalendar(root);
  const moment = seoulMoment(Date.now());
  return (fact) => isCurrent(fact, moment.day) && stateAt(fact.hours, moment, calendar).state === "open";
}
