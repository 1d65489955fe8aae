/** The strings that rows share, with the forms that they are compared by. */

import { Column } from "./column.js";
import { coarse } from "./fold.js";
import { withoutRuns } from "./runs.js";

// Units at the end of names: how many keys and letters of the folded romanisation they take, whether people leave them off.
const UNITS = {
  시: { keys: 2, roman: 2, whole: true },
  군: { keys: 3, roman: 3, whole: true },
  구: { keys: 2, roman: 2, whole: true },
  동: { keys: 3, roman: 4, whole: false },
  읍: { keys: 3, roman: 2, whole: false },
  면: { keys: 3, roman: 4, whole: false },
  리: { keys: 2, roman: 2, whole: false },
};

/** The strings of a file with the forms that they are compared by, and the short forms of names: 하남 for 하남시. */
export function dictionary(json) {
  const { text, keys, initials, roman: fine } = withoutRuns(json);
  const forms = { keys, roman: fine.map(coarse), initials };
  const shorts = { keys: new Map(), roman: new Map(), initials: new Map() };
  const add = (form, short, entry) => {
    if (!shorts[form].has(short)) shorts[form].set(short, []);
    shorts[form].get(short).push(entry);
  };
  text.forEach((name, number) => {
    const unit = name.length > 2 ? UNITS[name.at(-1)] : undefined;
    if (!unit) return;
    const entry = { number, whole: unit.whole };
    const short = fine[number].slice(0, -unit.roman);
    add("keys", keys[number].slice(0, -unit.keys), entry);
    add("roman", coarse(short), { ...entry, fine: short });
    add("initials", initials[number].slice(0, -1), entry);
  });
  const columns = { keys: new Column(keys), roman: new Column(forms.roman), initials: new Column(initials) };
  return { text, ...forms, fine, columns, shorts, none: columns.keys.none };
}

/**
 * Every form of a whole name, for a quick look whether a word is one: keys as they are, romanisations after `*`, and
 * after `=` with o and u apart.
 */
export function exactKeys(dictionaries, services) {
  const known = new Set();
  for (const { keys, roman, fine, shorts } of dictionaries) {
    keys.forEach((form) => known.add(form));
    roman.forEach((form) => known.add(`*${form}`));
    fine.forEach((form) => known.add(`=${form}`));
    const whole = (entries) => entries.filter((entry) => entry.whole);
    for (const [short, entries] of shorts.keys) if (whole(entries).length) known.add(short);
    for (const [short, entries] of shorts.roman) {
      for (const entry of whole(entries)) known.add(`*${short}`).add(`=${entry.fine}`);
    }
  }
  for (const service of services) service.words.forEach((word) => known.add(word.keys));
  return known;
}
