/** A box with a list of suggestions: the combobox of the W3C's APG, list autocomplete with manual selection. */

import { write } from "./say.js";

/**
 * Makes a combobox of an input and a list. `suggest(text)` gives options `{label, note, kind}` by a promise, `choose(option)`
 * is called with the one that is taken. Returns `{close}`.
 */
export function attachCombobox(input, list, { suggest, choose }) {
  let options = [];
  let active = -1;
  let asked = 0;
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  const point = (to) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = to;
    list.children[active]?.setAttribute("aria-selected", "true");
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    asked += 1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
  };
  const open = async () => {
    asked += 1;
    const turn = asked;
    const found = input.value.trim() ? await suggest(input.value) : [];
    if (turn !== asked) return;
    options = found;
    while (list.children.length > options.length) list.lastChild.remove();
    options.forEach((option, number) => fill(list.children[number] ?? list.appendChild(emptyItem(`${list.id}-${number}`)), option));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    point(-1);
  };
  const take = (number) => {
    close();
    choose(options[number]);
  };
  const move = async (step) => {
    if (list.hidden) await open();
    if (list.hidden) return;
    const places = options.length + 1; // the box itself is one of them
    point(((active + 1 + step + places) % places) - 1);
  };
  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => (active >= 0 && !list.hidden ? take(active) : false),
    Escape: () => (list.hidden ? false : close()),
  };

  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || !(event.key in keys)) return;
    if (keys[event.key]() !== false) event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) take([...list.children].indexOf(item));
  });
  if (document.activeElement === input && input.value) open(); // typed before this module came
  return { close };
}

function emptyItem(id) {
  const item = document.createElement("li");
  item.id = id;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  for (const part of ["label", "note"]) {
    const span = document.createElement("span");
    span.className = `mae-option__${part}`;
    item.append(span, " ");
  }
  return item;
}

function fill(item, { label, note, kind }) {
  const name = `mae-option mae-option--${kind}`;
  if (item.className !== name) item.className = name;
  write(item.firstChild, label);
  write(item.children[1], note);
}
