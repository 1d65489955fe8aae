/** Undoes what `maeul.search.runs` makes short, and columns of steps. */

const LAST_NUMBER = /[1-9]\d*(?=\D*$)/;

/** The strings of a dictionary with their forms, those that count up written out again. */
export function withoutRuns({ runs, ...forms }) {
  if (!runs) return forms;
  const run = (first, at) => Array.from({ length: runs[at] }, (_, by) => (by ? raised(first, by) : first));
  return Object.fromEntries(Object.entries(forms).map(([name, column]) => [name, column.flatMap(run)]));
}

function raised(text, by) {
  return text.replace(LAST_NUMBER, (number) => String(Number(number) + by));
}

/** Numbers from pairs: how many are left out, how many are taken. */
export function fromRanges(pairs) {
  const numbers = [];
  let at = 0;
  pairs.forEach((length, number) => {
    if (number % 2) for (let step = 0; step < length; step += 1) numbers.push(at + step);
    at += length;
  });
  return numbers;
}

/** Numbers from their differences; null stays. */
export function undoSteps(column) {
  let last = 0;
  return column.map((step) => {
    if (step === null) return null;
    last += step;
    return last;
  });
}
