/** The results above the list: the page's own cards in the order of the answer. What is asked stands in the address. */

import { readCalendar } from "../calendar.js";
import { fill, readSettings } from "../words.js";
import { isAsking, readAsked, writeAsked } from "./address.js";
import { answerTo } from "./answer.js";
import { createCards, plainCards, todayLines } from "./cards.js";
import { factsOf } from "./facts.js";
import { attachFilters } from "./filters.js";
import { draw, drawRest } from "./parts.js";
import { afterPause } from "./pause.js";
import { askPosition, keepPosition, keptPosition } from "./position.js";
import { write } from "./say.js";
import { countOf } from "./sentences.js";

const SLOW_MS = 300; // without an answer, before the page says that it is coming

/** Attach to the section of results. */
export async function attach([section]) {
  const { root, words } = readSettings(document);
  const form = document.querySelector("[data-maeul=search]");
  const list = document.querySelector("[data-finder-list]");
  const status = form.querySelector("[role=status]");
  const facts = factsOf(list.querySelectorAll("[data-office]"));
  const homes = [...list.querySelectorAll(".mae-cards")].map((home) => ({ home, cards: [...home.children] }));
  const filters = attachFilters(document, words, { change: (choice) => ask({ ...asked, ...choice }, "push"), open: () => show() });
  const template = section.querySelector("template");
  const cardOf = template
    ? plainCards(template, form.dataset.offices, todayLines(await readCalendar(root), words))
    : (item, result) => result.factOf(item).element;
  const cards = createCards(section.querySelector("[data-part=cards]"), words, cardOf);
  const context = { words, form, section, cards, wide: matchMedia("(min-width: 45em)") };
  const later = afterPause();
  let asked = readAsked(new URLSearchParams(location.search), filters.known);
  let near = null;
  let settled = location.search; // what was asked before one began to type
  let behind = null; // what the address has yet to say; writing it lays out the page, which a key cannot wait for
  let turn = 0;

  const show = async (typing = false) => {
    turn += 1;
    const mine = turn;
    const before = turn === 1 ? "" : status.textContent;
    const wait = () => mine === turn && status.textContent === before && write(status, words.finder.loading);
    const slow = setTimeout(wait, SLOW_MS);
    const result = await answerTo(asked, facts, asked.near ? near : null, root, { all: filters.isOpen(), typing });
    clearTimeout(slow);
    if (mine !== turn) return;
    if (result.waits) {
      write(status, words.finder.loading);
      later(() => mine === turn && show());
      return;
    }
    const asksAll = !isAsking({ ...asked, near: asked.near && near !== null });
    const showing = !asksAll && !(result.off && result.shown.length === facts.size);
    if (showing) draw(context, asked, near, result);
    else for (const { home, cards } of homes) home.append(...cards);
    section.hidden = !showing;
    list.hidden = showing;
    const isOurs = [before, words.finder.loading].includes(status.textContent); // else the button has spoken since
    if (isOurs) write(status, said(result, showing));
    const rest = () => {
      if (mine !== turn) return;
      catchUp();
      if (showing) drawRest(context, result);
      if (filters.isOpen()) filters.count(asked, result);
    };
    if (typing) later(rest);
    else rest();
  };
  const said = (result, showing) => {
    if (result.broken) return words.finder.part_off;
    if (result.off) return words.finder.search_off;
    if (asked.near && !near) return words.finder.press;
    if (!showing) return "";
    if (result.answer?.kind === "nothing") return words.finder.said_nothing;
    return result.shown.length ? fill(words.finder.shown, { count: countOf(result) }) : words.finder.none;
  };
  const replace = (search) => history.replaceState(history.state, "", location.pathname + search);
  const catchUp = () => {
    if (behind !== null) replace(behind);
    behind = null;
  };
  const ask = (question, how) => {
    asked = { ...question };
    const search = writeAsked(asked);
    if (how === "type") {
      behind = search;
      return show(true);
    }
    if (how === "submit" && search !== settled) behind = settled;
    catchUp();
    if (search === location.search) replace(search);
    else history.pushState(null, "", location.pathname + search);
    settled = search;
    filters.show(asked);
    return show();
  };
  const follow = async () => {
    asked = readAsked(new URLSearchParams(location.search), filters.known);
    form.elements.q.value = asked.q;
    filters.show(asked);
    if (asked.near) near ??= keptPosition(sessionStorage, Date.now());
    await show();
    if (!asked.near || near) return;
    near = await allowedPosition();
    if (near) await show();
  };

  form.elements.q.addEventListener("input", () => ask({ ...asked, q: form.elements.q.value }, "type"));
  form.addEventListener("maeul-ask", (event) => {
    event.preventDefault();
    if (event.detail.near) near = event.detail.near;
    ask({ ...asked, q: event.detail.q, near: asked.near || Boolean(event.detail.near) }, "submit");
  });
  section.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-query]");
    if (!link) return;
    event.preventDefault();
    form.elements.q.value = link.dataset.query;
    ask({ ...asked, q: link.dataset.query }, "push");
    section.querySelector("[data-part=title]").focus();
  });
  section.querySelector("[data-part=clear]").addEventListener("click", () => {
    form.elements.q.value = "";
    ask({ q: "" }, "push");
    form.elements.q.focus();
  });
  window.addEventListener("popstate", () => {
    settled = location.search;
    behind = null;
    follow();
  });
  window.addEventListener("pageshow", (event) => event.persisted && follow());
  const early = form.elements.q.value; // typed before this module came
  if (early) replace(writeAsked({ ...asked, q: early }));
  await follow();
}

/** The position where the visitor has allowed it for good; never asked for without a press. */
async function allowedPosition() {
  const permission = await navigator.permissions?.query({ name: "geolocation" }).catch(() => null);
  if (permission?.state !== "granted") return null;
  const { near } = await askPosition(navigator.geolocation);
  if (near) keepPosition(sessionStorage, near, Date.now());
  return near ?? null;
}
