/** Reads a question: which of its words name a place or an office, which a service, and which only ask. */

import { beforeLandmark, dropCommon, isCommonPiece, onlyAsks, spokenNumber, withoutEndings } from "./everyday.js";
import { keys, tidy } from "./hangul.js";
import { EXACT, INITIALS_PREFIX, PART, PREFIX, keyLevels, levels, nearLevels } from "./match.js";
import { MORE_AND_WORD, nearServiceLevels, serviceLevels } from "./services.js";
import { latinForms, termOf } from "./term.js";

const LONGEST = 200; // characters of a question that are read
const MOST_WORDS = 12;
const MOST_JOINED = 4;
const COMPOUND = 60; // the least fit of what stands behind a name without a space

/** A road or what an office does besides never fits as well as the name of a place. */
export const TEXT_MOST = 79;

const UNIT = /[동읍면리시군구]$/u;

/**
 * The words of a question: `where` and `services` are words with their levels, `common` says that offices as such are
 * meant, `unknown` are words that mean nothing here, `looks` is all that was looked up on the way.
 */
export function readQuestion(query, index, places) {
  const { rest, common } = dropCommon(tidy(String(query).slice(0, LONGEST)));
  const words = (rest.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  const reader = new Reader(index, places, words.length);
  for (let at = 0; at < words.length; ) at += reader.joined(words, at) || reader.single(words[at], at === words.length - 1);
  reader.mend();
  return { ...reader.result(), common: common || reader.common };
}

class Reader {
  constructor(index, places, count) {
    this.index = index;
    this.places = places;
    this.alone = count === 1;
    this.common = false;
    this.found = [];
    this.unknown = [];
    this.asked = [];
    this.looks = [];
  }

  /** How many of the words from here on are one known name together, such as 신장 1 동; 0 for none. */
  joined(words, at) {
    for (let count = Math.min(MOST_JOINED, words.length - at); count > 1; count -= 1) {
      const word = words.slice(at, at + count).join("");
      const known = [word, spokenNumber(word)].find((form) => this.knows(form));
      if (known) {
        this.add(this.look(termOf(known)));
        return count;
      }
    }
    return 0;
  }

  /** Takes a word as what it most likely is. */
  single(word, last) {
    const found = this.understand(word, last);
    if (found) found.forEach((part) => this.add(part));
    return 1;
  }

  /** The parts of a word with their levels, or null for one that is put aside. */
  understand(word, last) {
    const forms = [word, ...(/^[a-z]+$/i.test(word) ? latinForms(word) : withoutEndings(word))];
    const known = [...forms, ...forms.map(spokenNumber)].find((form) => this.knows(form));
    if (known) return [this.look(termOf(known))];
    const landmark = forms.map(beforeLandmark).find(Boolean);
    if (landmark) return this.around(landmark, forms) ?? this.putAside(word);
    if (isCommonPiece(keys(word))) {
      this.common = true;
      return null;
    }
    if (!this.alone && (forms.some(onlyAsks) || /^[a-z]$/i.test(word) || (!last && /^[가-힣]$/u.test(word)))) {
      this.asked.push(word);
      return null;
    }
    const looks = [];
    for (const form of forms.filter((form, number) => number === 0 || form.length > 1)) {
      const look = this.look(termOf(form));
      if (strength(look) >= (look.term.initials ? INITIALS_PREFIX : PREFIX)) return [look];
      looks.push(look);
    }
    const split = this.split(word);
    if (split) return split;
    const some = looks.reduce((best, look) => (strength(look) > strength(best) ? look : best));
    return strength(some) > 0 ? [some] : this.putAside(word);
  }

  putAside(word) {
    this.unknown.push(word);
    return null;
  }

  /**
   * A landmark by the place that it is named after, or that its name begins with: 금정역, 수리산역. What offices do is meant only
   * where the landmark itself is a word for it: 작은도서관.
   */
  around(name, forms) {
    for (let end = name.length; end > 1; end -= 1) {
      const look = this.look({ ...termOf(name.slice(0, end)), isPlace: true });
      if (look.where >= PREFIX) return [look];
    }
    const look = this.look(termOf(forms.at(-1)));
    return look.service >= MORE_AND_WORD ? [look] : null;
  }

  /** A known name and what is written on without a space, as in 하남공구 and 신장1동택배. */
  split(word) {
    for (let at = word.length - 1; at > 0; at -= 1) {
      const head = word.slice(0, at);
      if (!this.knows(head)) continue;
      const tail = word.slice(at);
      const look = tail.length > 1 && (this.knows(tail) || !onlyAsks(tail)) ? this.look(termOf(tail)) : null;
      if (look && strength(look) >= COMPOUND) return [this.look(termOf(head)), look];
      if (head.length > 1 && onlyAsks(tail)) return [this.look(termOf(head))];
    }
    return null;
  }

  /** Tries words that mean nothing with one stroke changed; beside words that do, only as whole names. */
  mend() {
    const whole = this.found.length > 0;
    for (const word of this.unknown.splice(0)) {
      const good = this.firstNear([...new Set([word, word.toLowerCase(), ...withoutEndings(word)])], whole);
      const head = good || whole ? null : this.cityAtStart(word);
      if (good || head) this.add(good ?? head);
      else this.unknown.push(word);
    }
    const best = Math.max(0, ...this.found.map(strength));
    if ((!whole && this.found.length <= this.unknown.length) || (this.unknown.length && best <= PART)) this.found = []; // a guess
    if (this.found.length > 0 || this.common) return;
    for (const word of this.asked) {
      const look = this.look(termOf(word));
      if (strength(look) >= EXACT) this.add(look);
    }
  }

  firstNear(forms, whole) {
    for (const form of forms) {
      const look = this.lookNear(termOf(form), whole);
      if (strength(look) > 0) return look;
    }
    return null;
  }

  cityAtStart(word) {
    for (let at = word.length - 1; at > 1; at -= 1) {
      const look = this.knows(word.slice(0, at)) ? this.look(termOf(word.slice(0, at))) : null;
      if (look && Math.max(...look.cities) >= EXACT) return look;
    }
    return null;
  }

  knows(word) {
    const term = termOf(word);
    const forms = [term.keys, term.roman && `*${term.roman}`];
    return forms.some((form) => form && this.isKnown(form));
  }

  isKnown(form) {
    return this.index.known.has(form) || Boolean(this.places?.known.has(form));
  }

  /** All that a term may mean. */
  look(word) {
    const term = { ...word, justSo: Boolean(word.fine) && this.isKnown(`=${word.fine}`) };
    return this.meanings(
      term,
      (texts) => levels(term, texts, texts !== this.places?.texts),
      { roads: keyLevels(term, this.index.roads), others: keyLevels(term, this.index.others) },
      term.isPlace ? new Uint8Array(this.index.services.length) : serviceLevels(term, this.index.services),
      term.keys,
    );
  }

  lookNear(term, whole) {
    const services = nearServiceLevels(term, this.index.services);
    const none = { roads: this.index.roads.none, others: this.index.others.none };
    return this.meanings(term, (texts) => nearLevels(term, texts, whole), none, services);
  }

  /** What a term may mean; `address` are the keys that are looked for in addresses, which may not all have been read. */
  meanings(term, fits, { roads, others }, services, address = null) {
    const cities = fits(this.index.cities);
    const texts = fits(this.index.texts);
    const spots = this.places ? fits(this.places.texts) : null;
    const text = Math.min(Math.max(greatest(roads, this.index.roads), greatest(others, this.index.others)), TEXT_MOST);
    const named = Math.max(greatest(cities, this.index.cities), greatest(texts, this.index.texts));
    const where = Math.max(named, text, spots ? greatest(spots, this.places.texts) : 0);
    const look = { term, address, cities, texts, roads, others, spots, services, where, service: greatest(services) };
    this.looks.push(look);
    return look;
  }

  add(look) {
    this.found.push(look);
  }

  result() {
    const isService = (look) => look.service > look.where || (look.service === EXACT && !UNIT.test(look.term.word));
    return {
      where: this.found.filter((look) => !isService(look)),
      services: this.found.filter(isService),
      unknown: this.unknown,
      looks: this.looks,
    };
  }
}

function strength(look) {
  return Math.max(look.where, look.service);
}

function greatest(values, { none } = {}) {
  if (values === none) return 0;
  let best = 0;
  for (let at = 0; at < values.length; at += 1) if (values[at] > best) best = values[at];
  return best;
}
