/** What is asked for, as it stands in the address. Where one is never does: `near` is a flag. */

const LONGEST = 200; // characters of a question that the engine reads
const CHOICES = ["city", "service", "state", "open", "within"];

/** The question of an address; a choice that `known` does not list is left out. @param {Map<string, Set<string>>} known */
export function readAsked(params, known) {
  const asked = { q: (params.get("q") ?? "").slice(0, LONGEST), near: params.get("near") === "1" };
  for (const name of CHOICES) {
    const value = params.get(name) ?? "";
    asked[name] = known.get(name)?.has(value) ? value : "";
  }
  return asked;
}

/** The query part of an address: `?q=…&near=1&city=…`, empty when nothing is asked. */
export function writeAsked(asked) {
  const params = new URLSearchParams();
  if (asked.q?.trim()) params.set("q", asked.q.slice(0, LONGEST));
  if (asked.near) params.set("near", "1");
  for (const name of CHOICES) if (asked[name]) params.set(name, asked[name]);
  return params.size ? `?${params}` : "";
}

/** Whether anything is asked at all. */
export function isAsking(asked) {
  return writeAsked(asked) !== "";
}

/** The names of the choices, and those of them that are made. */
export function chosen(asked) {
  return Object.fromEntries(CHOICES.filter((name) => asked[name]).map((name) => [name, asked[name]]));
}
