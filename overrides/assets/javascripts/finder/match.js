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

/**
 * The fits of all texts of a dictionary with a term, 0 for none; its `none` when no text fits at all. A name without its unit counts as whole for a 시·군·구
 * (하남 is 하남시), and nearly so for others when `stems` is set.
 * @param {{keys, roman, fine, initials, justSo}} term the forms that a word may have, null where it has none
 */
export function levels(term, texts, stems) {
  let out = texts.none;
  const better = (number, found) => {
    if (out === texts.none) out = new Uint8Array(out.length);
    if (found > out[number]) out[number] = found;
  };
  columnLevels(texts.columns.keys, term.keys, 1, better);
  const spelled = term.roman ? romanLevels(term, texts, stems) : [];
  for (const [number, found] of spelled) better(number, found);
  texts.columns.initials.each(term.initials, (number, at, whole) =>
    better(number, at > 0 ? INITIALS_PART : whole ? INITIALS_EXACT : INITIALS_PREFIX),
  );
  for (const form of ["keys", "initials"]) {
    for (const { number, whole } of texts.shorts[form].get(term[form]) ?? []) {
      if (form === "initials" && whole) better(number, INITIALS_EXACT);
      else if (form !== "initials" && (whole || stems)) better(number, whole ? EXACT : STEM);
    }
  }
  return out;
}

/** The fits of romanised names; of a word that is some name just so, only those that do not mix up o and u. */
function romanLevels(term, texts, stems) {
  const found = [];
  columnLevels(texts.columns.roman, term.roman, ROMAN_PART_MIN, (number, level) => {
    if (!term.justSo || texts.fine[number].includes(term.fine)) found.push([number, level]);
  });
  for (const { number, whole, fine } of texts.shorts.roman.get(term.roman) ?? []) {
    if ((whole || stems) && (!term.justSo || fine === term.fine)) found.push([number, whole ? EXACT : STEM]);
  }
  return found;
}

/** The fits of a column of keys alone, such as roads. */
export function keyLevels(term, column) {
  let out = column.none;
  columnLevels(column, term.keys, 1, (number, found) => {
    if (out === column.none) out = new Uint8Array(out.length);
    out[number] = found;
  });
  return out;
}

function columnLevels(column, word, partMin, take) {
  column.each(word, (number, at, whole) => {
    if (at === 0) take(number, whole ? EXACT : PREFIX);
    else if (word.length >= partMin) take(number, PART);
  });
}

/**
 * The fits of texts in which one stroke or letter is wrong, missing, too many, or swapped with the next; or a syllable.
 * @param {boolean} whole whether the word must be the whole text and not its start
 */
export function nearLevels(term, texts, whole) {
  const out = new Uint8Array(texts.none.length);
  const fits = whole ? oneEdit : oneEditOfStart;
  for (const form of ["keys", "roman"]) {
    const word = term[form];
    if (!(word?.length >= ONE_EDIT_MIN)) continue;
    const half = Math.floor(word.length / 2);
    const test = (number) => {
      if (out[number] === 0 && fits(word, texts[form][number])) out[number] = ONE_EDIT;
    };
    // Wherever the wrong stroke is, one of these pieces is right.
    for (const piece of [word.slice(0, half - 1), word.slice(half)]) texts.columns[form].each(piece, test);
    for (const [short, found] of texts.shorts[form]) {
      if (oneEdit(word, short)) for (const { number } of found) out[number] = ONE_EDIT;
    }
  }
  if (!term.keys || term.word.length < ONE_SYLLABLE_MIN) return out;
  texts.text.forEach((text, number) => (out[number] ||= oneSyllable(term.word, text)));
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
  return (
    a.slice(from + 1) === b.slice(from + 1) ||
    a.slice(from + 1) === b.slice(from) ||
    a.slice(from) === b.slice(from + 1) ||
    (isSwapped(a, b, from) && a.slice(from + 2) === b.slice(from + 2))
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
    (isSwapped(word, text, from) && text.startsWith(word.slice(from + 2), from + 2))
  );
}

function isSwapped(a, b, at) {
  return a[at] === b[at + 1] && a[at + 1] === b[at];
}

function sameStart(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}
