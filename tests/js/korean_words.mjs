/** The words of data/i18n/ko.yaml that pages carry for scripts: sections of plain `key: sentence` lines. */

import { readFileSync } from "node:fs";

const FILE = new URL("../../data/i18n/ko.yaml", import.meta.url);

function section(name) {
  const [, body] = readFileSync(FILE, "utf8").match(new RegExp(`^${name}:\\n((?:  .*\\n)+)`, "m"));
  const lines = [...body.matchAll(/^ {2}(\w+): (".*"|.*)$/gm)];
  return Object.fromEntries(lines.map(([, key, value]) => [key, value.startsWith('"') ? JSON.parse(value) : value]));
}

export const words = Object.fromEntries(["today", "clock", "finder", "distance"].map((name) => [name, section(name)]));
