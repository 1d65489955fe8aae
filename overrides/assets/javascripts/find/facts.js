/** What choices ask of an office `{id, city, state, services, hours, confirmed}`, hours as JSON: told by a page's own cards, or by the index. */

import { readCalendar } from "../calendar.js";
import { isCurrent, seoulMoment, stateAt } from "../hours.js";

const STATES = { o: "open", d: "old", u: "unconfirmed", p: "planned", c: "closed", m: "moved" };

/** The offices of elements with `data-office`, by id; each with its element. */
export function factsOf(elements) {
  return new Map([...elements].map((element) => [element.dataset.office, factOf(element)]));
}

function factOf(element) {
  const { office, city, state, services } = element.dataset;
  const told = element.dataset.hours ? element.dataset : element.querySelector("[data-hours]")?.dataset;
  const { hours = "", confirmed = "" } = told ?? {};
  return { id: office, element, city, state, services: services.split(" ").filter(Boolean), hours, confirmed };
}

/** A function that gives the office of a row of an index; each is made once. */
export function factsIn(index) {
  const { rows } = index;
  const made = [];
  const does = new Map();
  const servicesOf = (row) => {
    const bits = rows.services[row];
    if (!does.has(bits)) does.set(bits, index.services.filter((_, number) => index.gives[number][row]).map(({ key }) => key));
    return does.get(bits);
  };
  const fact = (row) => ({
    id: index.ids[row],
    city: index.cities.key[rows.city[row]],
    state: STATES[rows.state[row]],
    services: servicesOf(row),
    hours: index.hours[rows.hours[row]] ?? "",
    confirmed: index.days[rows.confirmed[row]] ?? "",
  });
  return (row) => (made[row] ??= fact(row));
}

/** The values that choices may have on a page with these facts, by name. */
export function knownOf(facts) {
  const all = [...facts];
  return known(all.map(({ city }) => city), all.flatMap(({ services }) => services), all.map(({ state }) => state));
}

/** The values that choices may have by an index, of which not all offices need have been read. */
export function knownIn({ cities, services }) {
  return known(cities.key, services.map(({ key }) => key), Object.values(STATES));
}

/** Distances are any number of kilometres up to 99. */
function known(cities, services, states) {
  return new Map([
    ["city", new Set(cities)],
    ["service", new Set(services)],
    ["state", new Set(states)],
    ["open", new Set(["now"])],
    ["within", { has: (value) => /^[1-9]\d?$/.test(value) }],
  ]);
}

/** A function that says of a fact whether its office is open now, as far as its record may be taken for what holds now. */
export async function openNow(root) {
  const calendar = await readCalendar(root);
  const moment = seoulMoment(Date.now());
  const known = new Map([["", false]]);
  const isOpen = (hours) => {
    if (!known.has(hours)) known.set(hours, stateAt(JSON.parse(hours), moment, calendar).state === "open");
    return known.get(hours);
  };
  return (fact) => isCurrent(fact, moment.day) && isOpen(fact.hours);
}
