/** The words that scripts show, as the page carries them, and the way to the root of the site. */

/** `{ root, words }` of a document. */
export function readSettings(document) {
  return JSON.parse(document.getElementById("mae-settings").textContent);
}

/** A sentence with its `{name}` places filled. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
