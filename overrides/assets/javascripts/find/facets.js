/** Choices on offices: which pass, and how many there would be with each. */

const TESTS = {
  city: (item, key) => item.city === key,
  service: (item, key) => item.services.includes(key),
  state: (item, key) => item.state === key,
  open: (item) => item.open,
  within: (item, km) => item.metres <= Number(km) * 1000,
};

/** Whether an item `{city, services, state, open, metres}` passes all that is chosen, `{name: value}`. */
export function passes(item, choices) {
  return Object.entries(choices).every(([name, value]) => !value || TESTS[name](item, value));
}

/** How many items there would be if the choice `name` were `value`, the others as they are; empty is no choice. */
export function countWith(items, choices, name, value) {
  return items.filter((item) => passes(item, { ...choices, [name]: value })).length;
}
