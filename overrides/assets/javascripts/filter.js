/** The box on the list of offices: hides what does not hold the words typed, spaces aside. */

import { fill } from "./words.js";

const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, "");

/** Whether every word of the query stands in the text, spaces of the text aside. */
export function matches(query, text) {
  const words = query.trim().split(/\s+/).filter(Boolean);
  const body = plain(text);
  return words.every((word) => body.includes(plain(word))) || body.includes(plain(query));
}

/** Filter the cards of the page as one types, and by `?q=` in the address. */
export function attach([box]) {
  const input = box.querySelector("input");
  const count = box.querySelector("[role=status]");
  const cards = [...document.querySelectorAll(".mae-cards > [data-office]")].map((card) => ({
    card,
    text: `${card.textContent} ${card.dataset.words ?? ""}`,
    group: card.closest(".mae-group"),
  }));
  const show = () => {
    const query = input.value;
    let shown = 0;
    const groups = new Map();
    for (const { card, text, group } of cards) {
      card.hidden = !matches(query, text);
      shown += card.hidden ? 0 : 1;
      groups.set(group, (groups.get(group) ?? 0) + (card.hidden ? 0 : 1));
    }
    for (const [group, number] of groups) group.hidden = number === 0;
    count.textContent = !query.trim() ? "" : shown ? fill(box.dataset.shown, { count: shown }) : box.dataset.none;
    const url = new URL(location.href);
    if (query.trim()) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  };
  box.hidden = false;
  input.value = new URL(location.href).searchParams.get("q") ?? "";
  input.addEventListener("input", show);
  if (input.value) show();
}
