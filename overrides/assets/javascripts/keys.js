/** The theme moves between pages and opens its search on single letters; speech input and stray touches set that off. */

const SINGLE = new Set(["f", "s", "/", "n", "p", ".", ","]);

/** Whether a key press is one of the theme's shortcuts and not typing or a shortcut of the browser. */
export function isShortcut(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const typing = event.target?.closest?.("input, textarea, select, [contenteditable]");
  return !typing && SINGLE.has(event.key);
}

/** Keeps the theme from seeing its shortcuts. */
export function quietKeys(target) {
  target.addEventListener("keydown", (event) => isShortcut(event) && event.stopImmediatePropagation(), { capture: true });
}
