/** Choices on offices: which pass, and how many there would be with each. */

const TESTS = {
  city: ({ city }, key) => city === key,
  service: ({ services }, key) => services.includes(key),
  state: ({ state }, key) => state === key,
  open: ({ open }) => open,
  within: ({ metres }, km) => metres <= Number(km) * 1000,
};
const NAMES = Object.keys(TESTS);

/** Whether an office `{city, services, state, open, metres}` passes all that is chosen, `{name: value}`. */
export function passes(office, choices) {
  return failed(office, choices).length === 0;
}

function failed(office, choices) {
  return NAMES.filter((name) => choices[name] && !TESTS[name](office, choices[name]));
}

/**
 * How many offices there would be with each value of each choice, the other choices as they are: `{name: Map}` of numbers
 * by value. @param {string[]} distances the kilometres that may be chosen
 */
export function countWith(offices, choices, distances) {
  const counts = Object.fromEntries(NAMES.map((name) => [name, new Map()]));
  const values = {
    city: ({ city }) => [city],
    service: ({ services }) => services,
    state: ({ state }) => [state],
    open: ({ open }) => (open ? ["now"] : []),
    within: (office) => distances.filter((km) => TESTS.within(office, km)),
  };
  for (const office of offices) {
    const against = failed(office, choices);
    if (against.length > 1) continue;
    for (const name of against.length ? against : NAMES) {
      for (const value of values[name](office)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return counts;
}
