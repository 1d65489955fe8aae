/** How well a word fits a text: whole, from its start, somewhere, by initials, or but for one stroke. */

import { syllableKeys } from "./hangul.js";

/** Levels of fit; each is better than all that follow. */
export const EXACT = 100;
export const STEM = 95; // 화도 for 화도읍
export const PREFIX = 80;
export const INITIALS_EXACT = 70;
export const INITIALS_PREFIX = 50;
export const PART = 45;
export const ONE_EDIT = 35;
export const ONE_SYLLABLE = 30; // and up to 3 more for strokes in common
export const INITIALS_PART = 25;

const ONE_EDIT_MIN = 5; // strokes of a word in which one may be wrong
const ONE_SYLLABLE_MIN = 3; // syllables of a word in which one may be wrong
const ROMAN_PART_MIN = 3;

/** The fit of one text, 0 for none. @param {{keys, roman, initials}} term forms that the word may have, null if not */
export function level(term, keys, roman, initials) {
  let best = 0;
  if (term.keys) best = fit(term.keys, keys, 1);
  if (term.roman && best < EXACT) best = Math.max(best, fit(term.roman, roman, ROMAN_PART_MIN));
  if (term.initials && best === 0) best = initialsFit(term.initials, initials);
  return best;
}

function fit(word, text, partMin) {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return word.length === text.length ? EXACT : PREFIX;
  return word.length >= partMin ? PART : 0;
}

function initialsFit(word, text) {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at > 0) return INITIALS_PART;
  return word.length === text.length ? INITIALS_EXACT : INITIALS_PREFIX;
}

/** The fits of all texts of a dictionary; `shorts` are names without their unit, whole for a 시·군·구: 하남 is 하남시. */
export function levels(term, texts, stems) {
  const out = new Uint8Array(texts.keys.length);
  for (let number = 0; number < out.length; number += 1) {
    let found = level(term, texts.keys[number], texts.roman[number], texts.initials[number]);
    const short = found > 0 && found < EXACT ? texts.shorts[number] : null;
    if (short && (short.whole || stems)) found = Math.max(found, shortLevel(term, short));
    out[number] = found;
  }
  return out;
}

function shortLevel(term, short) {
  const found = level(term, short.keys, short.roman, short.initials);
  if (short.whole) return found;
  return found === EXACT ? STEM : 0;
}

/** The fits of texts in which one stroke or letter is wrong, missing, too many, or swapped with the next; or a syllable. */
export function nearLevels(term, texts, whole) {
  const out = new Uint8Array(texts.keys.length);
  const fits = whole ? oneEdit : oneEditOfStart;
  const keys = term.keys?.length >= ONE_EDIT_MIN ? term.keys : null;
  const roman = term.roman?.length >= ONE_EDIT_MIN ? term.roman : null;
  for (let number = 0; number < out.length; number += 1) {
    const short = texts.shorts[number];
    const found =
      (keys && (fits(keys, texts.keys[number]) || (short && oneEdit(keys, short.keys)))) ||
      (roman && (fits(roman, texts.roman[number]) || (short && oneEdit(roman, short.roman))));
    out[number] = found ? ONE_EDIT : keys && oneSyllable(term.word, texts.text[number]);
  }
  return out;
}

/** The fit of two words of the same length that differ in one syllable. */
export function oneSyllable(word, text) {
  if (word.length < ONE_SYLLABLE_MIN || word.length !== text.length) return 0;
  const from = sameStart(word, text);
  if (from === word.length || word.slice(from + 1) !== text.slice(from + 1)) return 0;
  const [typed, meant] = [syllableKeys(word[from]), syllableKeys(text[from])];
  if (!typed[1] || !meant[1]) return 0; // numbers are not mistyped letters
  return ONE_SYLLABLE + typed.filter((key, at) => key === meant[at]).length;
}

/** Whether two texts are equal but for one letter: another, one more, one fewer, or two swapped. */
export function oneEdit(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  const from = sameStart(a, b);
  if (from === a.length || from === b.length) return true;
  const swapped = a[from] === b[from + 1] && a[from + 1] === b[from] ? 2 : 1;
  return (
    a.slice(from + 1) === b.slice(from + 1) ||
    a.slice(from + 1) === b.slice(from) ||
    a.slice(from) === b.slice(from + 1) ||
    (swapped === 2 && a.slice(from + 2) === b.slice(from + 2))
  );
}

/** Whether a word is the start of a text but for one letter. */
export function oneEditOfStart(word, text) {
  if (text.length + 1 < word.length) return false;
  const from = sameStart(word, text);
  if (from + 1 >= word.length) return true;
  return (
    text.startsWith(word.slice(from + 1), from + 1) ||
    text.startsWith(word.slice(from + 1), from) ||
    text.startsWith(word.slice(from), from + 1) ||
    (word[from] === text[from + 1] && word[from + 1] === text[from] && text.startsWith(word.slice(from + 2), from + 2))
  );
}

function sameStart(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
