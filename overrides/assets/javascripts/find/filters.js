/** Choices of city, service, state, opening and distance: how many offices each would leave, and buttons to take them back. */

import { fill } from "../words.js";
import { chosen } from "./address.js";
import { countWith } from "./facets.js";

/**
 * The filters of a page. `change({name: value})` is called when one is chosen or taken back.
 * `known` are the values that there are, by name; `update(asked, result)` shows an answer.
 */
export function attachFilters(document, words, change) {
  const box = document.querySelector("[data-finder-filters]");
  const chips = document.querySelector("[data-finder-chips]");
  const selects = [...(box?.querySelectorAll("select") ?? [])];
  const known = new Map(selects.map((select) => [select.name, new Set([...select.options].map(({ value }) => value))]));
  for (const select of selects) select.addEventListener("change", () => change({ [select.name]: select.value }));
  if (box) box.hidden = false;
  const takeBack = async (choice) => {
    await change(choice);
    (chips.querySelector("button") ?? box?.querySelector("summary"))?.focus(); // the chip that had it is gone
  };
  const update = (asked, { items }) => {
    const choices = chosen(asked);
    for (const select of selects) count(select, items, choices, asked[select.name]);
    const within = selects.find(({ name }) => name === "within");
    if (within) within.parentElement.hidden = !items.some(({ metres }) => metres !== undefined);
    chips.replaceChildren(...chipsOf(asked, selects, words.finder).map((chip) => button(chip, words.finder, takeBack)));
    chips.hidden = chips.children.length === 0;
  };
  return { known, update };
}

/** The number beside each choice; one that would leave nothing cannot be chosen. */
function count(select, items, choices, value) {
  for (const option of select.options) {
    if (!option.value) continue;
    const number = countWith(items, choices, select.name, option.value);
    option.textContent = `${option.dataset.name} (${number})`;
    option.disabled = number === 0 && option.value !== value;
  }
  select.value = value;
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
