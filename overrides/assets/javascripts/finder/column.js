/** Many short strings in one, so that a word is looked for in all of them by one pass of the engine's own search. */

const END = "\n";

/** Strings without line ends, by number; `none` are the levels of a word that stands in none of them. */
export class Column {
  constructor(strings) {
    this.none = new Uint8Array(strings.length);
    this.all = END + strings.join(END) + END;
    this.starts = new Uint32Array(strings.length + 1);
    let at = 1;
    strings.forEach((string, number) => {
      this.starts[number] = at;
      at += string.length + 1;
    });
    this.starts[strings.length] = at;
  }

  /** Calls `visit(number, at, isWhole)` for each string that holds the word, with where it first stands in it. */
  each(word, visit) {
    let number = 0;
    let found = word ? this.all.indexOf(word, 1) : -1;
    while (found >= 0) {
      while (this.starts[number + 1] <= found) number += 1;
      const start = this.starts[number];
      const end = this.starts[number + 1];
      visit(number, found - start, end - start - 1 === word.length);
      found = this.all.indexOf(word, end);
    }
  }
}
