/** Stories by city, service and policy field; the choice stands in the address. */

import { fill } from "./words.js";

const ATTRIBUTES = { city: "cities", service: "services", field: "fields" };

/** Whether a story with these keys passes what was chosen. */
export function passes(dataset, chosen) {
  return Object.entries(chosen).every(([name, key]) => !key || dataset[ATTRIBUTES[name]].split(" ").includes(key));
}

/** Filter the stories of the page. */
export function attach([form]) {
  const stories = [...document.querySelectorAll("[data-maeul-story]")];
  const count = form.querySelector("[role=status]");
  const selects = [...form.querySelectorAll("select")];
  const show = () => {
    const chosen = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    for (const story of stories) story.hidden = !passes(story.dataset, chosen);
    const shown = stories.filter((story) => !story.hidden).length;
    const any = Object.values(chosen).some(Boolean);
    count.textContent = !any ? "" : shown ? fill(form.dataset.shown, { count: shown }) : form.dataset.none;
    const url = new URL(location.href);
    for (const [name, key] of Object.entries(chosen)) {
      if (key) url.searchParams.set(name, key);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  };
  const asked = new URL(location.href).searchParams;
  for (const select of selects) {
    const key = asked.get(select.name) ?? "";
    if ([...select.options].some((option) => option.value === key)) select.value = key;
  }
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  show();
}
