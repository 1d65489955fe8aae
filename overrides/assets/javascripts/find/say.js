/** Text into elements, only where it differs: what is written again is laid out again. */

/** Write a text. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Write a text and show its element; without a text, put it away. */
export function say(element, text) {
  write(element, text || "");
  element.hidden = !text;
}
