/** The forms that a word of a question is compared by: keys, romanisation and initials. */

import { coarse, fold } from "./fold.js";
import { initialsOf, isInitials, keys, latinKeys } from "./hangul.js";

/** The forms that a word is compared by. */
export function termOf(word) {
  if (isInitials(word)) return { word, keys: null, roman: null, initials: keys(word) };
  if (!/[a-z]/i.test(word) || /[ㄱ-ㅣ가-힣]/u.test(word)) return { word, keys: keys(word), roman: null, initials: null };
  const typed = latinKeys(word.replace(/[^0-9a-z]/gi, ""));
  const consonants = initialsOf(typed) === typed && !/[koiOjpuPhynbml]/.test(typed) ? typed : null;
  const fine = fold(word);
  const tooShort = fine.length * 2 < word.length; // one letter over and over
  return { word, keys: typed, roman: tooShort ? null : coarse(fine), fine, initials: consonants };
}

/** A first capital that the phone set, and a vowel that is only begun: `se` of `seo`. */
export function latinForms(word) {
  return [word.toLowerCase(), ...(word.length > 1 ? [word.slice(0, -1)] : [])];
}
