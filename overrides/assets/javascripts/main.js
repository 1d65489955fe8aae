/** Attaches behaviour to `data-maeul="…"` elements each time the theme shows a document. Without it pages are complete. */

import { quietKeys } from "./keys.js";
import { mendTheme } from "./theme.js";

const MODULES = {
  copy: () => import("./copy.js"),
  map: () => import("./map.js"),
  print: () => import("./print.js"),
  results: () => import("./find/results.js"),
  search: () => import("./find/box.js"),
  "story-filters": () => import("./story-filters.js"),
  today: () => import("./today.js"),
};

function attach() {
  mendTheme(document);
  const found = new Map();
  for (const element of document.querySelectorAll("[data-maeul]")) {
    const name = element.dataset.maeul;
    if (name in MODULES) found.set(name, [...(found.get(name) ?? []), element]);
  }
  for (const [name, elements] of found) {
    MODULES[name]().then((module) => module.attach(elements));
  }
}

quietKeys(window);
window.document$.subscribe(attach);
