/** Choices of city, service, state, opening and distance: how many offices each would leave, and buttons to take them back. */

import { fill } from "../words.js";
import { chosen } from "./address.js";
import { countWith } from "./facets.js";

/**
 * The filters of a page. `change({name: value})` is called when one is chosen or taken back, `open()` when they are unfolded.
 * `known` are the values that there are, by name; `show(asked)` shows what is chosen, `count(asked, result)` the numbers.
 */
export function attachFilters(document, words, { change, open }) {
  const box = document.querySelector("[data-finder-filters]");
  const chips = document.querySelector("[data-finder-chips]");
  const selects = [...(box?.querySelectorAll("select") ?? [])];
  const known = new Map(selects.map((select) => [select.name, new Set([...select.options].map(({ value }) => value))]));
  for (const select of selects) select.addEventListener("change", () => change({ [select.name]: select.value }));
  box?.addEventListener("toggle", () => box.open && open());
  if (box) box.hidden = false;
  const takeBack = async (choice) => {
    await change(choice);
    (chips.querySelector("button") ?? box?.querySelector("summary"))?.focus(); // the chip that had it is gone
  };
  const within = selects.find(({ name }) => name === "within");
  const distances = [...(within?.options ?? [])].map(({ value }) => value).filter(Boolean);
  const show = (asked) => {
    for (const select of selects) select.value = asked[select.name];
    chips.replaceChildren(...chipsOf(asked, selects, words.finder).map((chip) => button(chip, words.finder, takeBack)));
    chips.hidden = chips.children.length === 0;
  };
  const count = (asked, { items, knows, described }) => {
    if (!knows) return; // a page without offices of its own, before anything is asked
    const counts = countWith(described(), chosen(asked), distances);
    for (const select of selects) numbers(select, counts[select.name], asked[select.name]);
    if (within) within.parentElement.hidden = !items.some(({ metres }) => metres !== undefined);
  };
  return { known, show, count, isOpen: () => Boolean(box?.open) };
}

/** The number beside each choice; one that would leave nothing cannot be chosen. */
function numbers(select, counts, value) {
  for (const option of select.options) {
    if (!option.value) continue;
    const number = counts.get(option.value) ?? 0;
    const text = `${option.dataset.name} (${number})`;
    if (option.textContent !== text) option.textContent = text;
    option.disabled = number === 0 && option.value !== value;
  }
}

/** What is chosen, in words. */
function chipsOf(asked, selects, finder) {
  const made = selects.filter(({ name }) => asked[name]).map((select) => ({
    name: select.name,
    value: "",
    label: select.selectedOptions[0].dataset.name,
  }));
  return asked.near ? [{ name: "near", value: false, label: finder.near_chip }, ...made] : made;
}

function button({ name, value, label }, finder, change) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "mae-chip";
  element.textContent = label;
  element.setAttribute("aria-label", fill(finder.remove, { label }));
  element.addEventListener("click", () => change({ [name]: value }));
  const item = document.createElement("li");
  item.append(element);
  return item;
}
