/** Usual spellings of Korean names in Latin letters made equal, by the same steps as `maeul.search.romanise.fold`. */

const STEPS = [
  [/eui/g, "ui"],
  [/eo/g, "o"],
  [/eu|oo|ou/g, "u"],
  [/ae|ai|ay/g, "e"],
  [/ee|yi/g, "i"],
  [/[ou][ie]|we|wi/g, "W"],
  [/sh/g, "s"],
  [/tch|ch|jj|z/g, "j"],
  [/ck|[cgqx]/g, "k"],
  [/d/g, "t"],
  [/b|ph|f|v/g, "p"],
  [/r/g, "l"],
  [/([a-z])\1+/g, "$1"],
  [/nk(?:l|kl)/g, "nkn"],
  [/(^|[^n])k(?:n|l(?!i$))/g, "$1nkn"],
  [/(^|[^n])km(?!yo|yu)/g, "$1nkm"],
  [/ml|p(?:n|l(?!i$))/g, "mn"],
  [/pm(?!yo|yu)/g, "m"],
  [/tn/g, "n"],
  [/tm(?!yo|yu)/g, "nm"],
  [/nl(?!i$)|ln|tl(?!i$)/g, "l"],
  [/([aeiouWy])h(?![aeiouWy])/g, "$1"],
];

/** The key of a name: Shinjang and sinjang have the same, as have Uijongbu and uijeongbu. */
export function fold(latin) {
  const bare = latin.toLowerCase().normalize("NFD").replace(/[^0-9a-z]+/g, "");
  return bare.replace(/[a-z]+/g, (piece) => STEPS.reduce((text, [pattern, to]) => text.replace(pattern, to), piece));
}

/** A folded name with o and u joined, which are mixed up in spellings of 어: Sung and Song for 성. */
export function coarse(folded) {
  return folded.replace(/[ou]+/g, "O");
}
