/** Usual spellings of Korean names in Latin letters made equal, by the same steps as `maeul.search.romanise.fold`. */

const STEPS = [
  [/[^0-9a-z]+/g, ""],
  [/eui/g, "Oi"],
  [/eo|eu|oo|ou|o|u/g, "O"],
  [/ae|ai|ay/g, "e"],
  [/ee|yi/g, "i"],
  [/O[ie]|we|wi/g, "W"],
  [/O+/g, "O"],
  [/sh/g, "s"],
  [/tch|ch|jj|z/g, "j"],
  [/ck|[cgqx]/g, "k"],
  [/d/g, "t"],
  [/b|ph|f|v/g, "p"],
  [/r/g, "l"],
  [/([a-z])\1+/g, "$1"],
  [/nk(?:l|kl)/g, "nkn"],
  [/(^|[^n])k(?:n|l(?!i$))/g, "$1nkn"],
  [/(^|[^n])km(?!yO)/g, "$1nkm"],
  [/ml|p(?:n|l(?!i$))/g, "mn"],
  [/pm(?!yO)/g, "m"],
  [/tn/g, "n"],
  [/tm(?!yO)/g, "nm"],
  [/nl(?!i$)|ln|tl(?!i$)/g, "l"],
  [/([aeiOWy])h(?![aeiOWy])/g, "$1"],
];

/** The key of a name: Shinjang and sinjang have the same, as have Uijongbu and uijeongbu. */
export function fold(latin) {
  return STEPS.reduce((text, [pattern, to]) => text.replace(pattern, to), latin.toLowerCase().normalize("NFD"));
}
