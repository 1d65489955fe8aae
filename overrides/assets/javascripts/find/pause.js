/** Work that can wait until nobody types. */

const PAUSE_MS = 250;

/** A function that does the last work it was given, when it has been given none for a while. */
export function afterPause() {
  let waiting;
  return (work) => {
    clearTimeout(waiting);
    waiting = setTimeout(work, PAUSE_MS);
  };
}
