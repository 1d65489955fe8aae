/**
 * Korean text as keys: the strokes of the common keyboard (두벌식), one for each jamo, as `maeul.search.text` makes them.
 * Half-typed syllables, double finals of Windows keyboards, NFD and Hangul typed as Latin letters all come to the same.
 */

const INITIALS = "r R s e E f a q Q t T d w W c z x v g".split(" ");
const VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
const FINALS = "- r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".replace("-", "").split(" ");
const JAMO = "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split(" ").concat(VOWELS);

const FIRST = 0xac00;
const LAST = 0xd7a3;
const FIRST_JAMO = 0x3131;
const VOWEL = "[koiOjpuPhynbml]";
const SYLLABLE = new RegExp(
  `([rRseEfaqQtTdwWczxvg])(hk|ho|hl|nj|np|nl|ml|${VOWEL})((?:rt|sw|sg|fr|fa|fq|ft|fx|fv|fg|qt|[rRsefaqtTdwczxvg])(?!${VOWEL}))?`,
  "g",
);

/** The text as it is compared: composed, in small letters, wide signs narrow, without signs that show nothing. */
export function tidy(text) {
  return text
    .replace(/[\uD800-\uDFFF]/gu, " ") // half of a pair
    .normalize("NFC")
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\p{Cf}\p{M}]/gu, "");
}

/** The keys that type a text; other letters and digits stay, everything else is dropped. */
export function keys(text) {
  let out = "";
  for (const char of text.normalize("NFC").toLowerCase()) out += keysOf(char);
  return out;
}

function keysOf(char) {
  const code = char.codePointAt(0);
  if (code >= FIRST && code <= LAST) return syllableKeys(char).join("");
  return JAMO[code - FIRST_JAMO] ?? (/[\p{L}\p{N}]/u.test(char) ? char : "");
}

/** The keys of initial, vowel and final of a syllable; empty ones for anything else. */
export function syllableKeys(char) {
  const number = char.charCodeAt(0) - FIRST;
  if (!(number >= 0 && number <= LAST - FIRST)) return ["", "", ""];
  return [INITIALS[Math.floor(number / 588)], VOWELS[Math.floor((number % 588) / 28)], FINALS[number % 28]];
}

/** Whether a word is first consonants alone (초성), digits among them. */
export function isInitials(word) {
  return /^[\dㄱ-ㅎ]*[ㄱ-ㅎ][\dㄱ-ㅎ]*$/.test(word);
}

/** The first consonants of a text given as keys. */
export function initialsOf(text) {
  return text.replace(SYLLABLE, "$1");
}

/** Hangul from keys, as when the keyboard was left in Latin: `tlswkd` is 신장. What makes no syllable stays a jamo. */
export function compose(text) {
  return text
    .replace(SYLLABLE, (_, initial, vowel, final = "") =>
      String.fromCharCode(
        FIRST + INITIALS.indexOf(initial) * 588 + VOWELS.indexOf(vowel) * 28 + FINALS.indexOf(final),
      ),
    )
    .replace(/[a-z]/gi, (key) => (JAMO.includes(key) ? String.fromCharCode(FIRST_JAMO + JAMO.indexOf(key)) : key));
}

/** A word of Latin letters as the keys that they may have been: capitals count only where the keyboard has a second jamo. */
export function latinKeys(word) {
  const locked = word === word.toUpperCase();
  return locked ? word.toLowerCase() : word.replace(/[A-Z]/g, (key) => (/[RETQWOP]/.test(key) ? key : key.toLowerCase()));
}
