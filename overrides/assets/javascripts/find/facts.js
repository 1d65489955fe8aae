/** What the page itself says of its offices: by `data-…` of cards and list items, and whether they are open at this moment. */

import { readCalendar } from "../calendar.js";
import { seoulMoment, stateAt } from "../hours.js";

/** The offices of elements with `data-office`, by id. */
export function factsOf(elements) {
  return new Map([...elements].map((element) => [element.dataset.office, factOf(element)]));
}

function factOf(element) {
  const { office, city, state, services } = element.dataset;
  const told = element.dataset.hours ?? element.querySelector("[data-hours]")?.dataset.hours;
  const hours = told ? JSON.parse(told) : null;
  return { id: office, element, city, state, services: services.split(" ").filter(Boolean), hours };
}

/** A function that says of a fact whether its office is open now. */
export async function openNow(root) {
  const calendar = await readCalendar(root);
  const moment = seoulMoment(Date.now());
  return ({ hours }) => hours !== null && stateAt(hours, moment, calendar).state === "open";
}
