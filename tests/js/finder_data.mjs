/** What the tests of the finder share: the index really built from data/, and the queries. */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parseIndex } from "../../overrides/assets/javascripts/finder/index.js";
import { OFFICES_FILE, PLACES_FILE, createLoader } from "../../overrides/assets/javascripts/finder/loader.js";
import { parsePlaces } from "../../overrides/assets/javascripts/finder/places.js";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PYTHON = existsSync(join(ROOT, ".venv/bin/python")) ? join(ROOT, ".venv/bin/python") : "python3";

/** Runs a line of Python in the project's folder. */
export function python(...args) {
  const env = { ...process.env, PYTHONPATH: join(ROOT, "hooks"), MAEUL_TODAY: "2026-11-22" };
  return execFileSync(PYTHON, args, { cwd: ROOT, env, maxBuffer: 1 << 28, encoding: "utf-8" });
}

/** The bytes of the two files as the build writes them. */
export function buildFiles() {
  const out = mkdtempSync(join(tmpdir(), "maeul-search-"));
  try {
    python("-m", "maeul.search.dump", out);
    return { offices: readFileSync(join(out, OFFICES_FILE)), places: readFileSync(join(out, PLACES_FILE)) };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** The folder of the files as the build writes them when it cuts the index. */
export function buildShards() {
  const out = mkdtempSync(join(tmpdir(), "maeul-shards-"));
  process.on("exit", () => rmSync(out, { recursive: true }));
  python("-m", "maeul.search.dump", out, "1");
  return out;
}

/** Loaders over a folder, the files that they have asked for, and the names of files that they cannot read. */
export function readShards(folder) {
  const asked = [];
  const broken = new Set();
  const fetchFile = async (file) => {
    asked.push(file);
    return { ok: ![...broken].some((name) => file.endsWith(name)), json: async () => JSON.parse(readFileSync(join(folder, file))) };
  };
  return { asked, broken, fresh: () => createLoader(fetchFile) };
}

/** The index and the places, parsed, and the files that they come from. */
export function buildIndex() {
  const built = buildFiles();
  const files = { offices: JSON.parse(built.offices), places: JSON.parse(built.places) };
  return { index: parseIndex(files.offices), places: parsePlaces(files.places), files };
}

/** The queries of tests/finder_queries.yaml. */
export function readQueries() {
  const script = "import json,yaml;print(json.dumps(yaml.load(open('tests/finder_queries.yaml',encoding='utf-8'),Loader=yaml.CSafeLoader)))";
  return JSON.parse(python("-c", script));
}
