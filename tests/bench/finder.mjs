/**
 * The finder at size: `node tests/bench/finder.mjs [offices]` (10,000 by default) prints sizes of the index, whole and in
 * shards, how many shards a question reads, and times of search over synthetic offices and of the nearest of 100,000 points.
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { createEngine } from "../../overrides/assets/javascripts/find/engine.js";
import { parseIndex } from "../../overrides/assets/javascripts/finder/index.js";
import { OFFICES_FILE, PLACES_FILE, SHARDS_FOLDER, createLoader } from "../../overrides/assets/javascripts/finder/loader.js";
import { parsePlaces } from "../../overrides/assets/javascripts/finder/places.js";
import { nearest } from "../../overrides/assets/javascripts/finder/near.js";
import { search } from "../../overrides/assets/javascripts/finder/search.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PYTHON = existsSync(join(ROOT, ".venv/bin/python")) ? join(ROOT, ".venv/bin/python") : "python3";
const COUNT = Number(process.argv[2] ?? 10_000);
const ROUNDS = 15;
const POINTS = 100_000;
const WHOLE = 1e9; // more offices than any index has: it stays in one file

/** The files of a project folder, as its build writes them when it cuts the index of so many offices. */
function dump(project, out, shardedFrom) {
  const env = { ...process.env, PYTHONPATH: join(ROOT, "hooks") };
  execFileSync(PYTHON, ["-m", "maeul.search.dump", out, String(shardedFrom)], { cwd: project, env });
  return (file) => readFileSync(join(out, file));
}

/** The two files of a project folder, the index in one. */
function files(project, out) {
  return [OFFICES_FILE, PLACES_FILE].map(dump(project, out, WHOLE));
}

/** How many shards each question reads, sorted. */
async function shardsOf(asked, read, places) {
  const counts = [];
  for (const query of asked) {
    const loader = createLoader(async (file) => ({ json: async () => JSON.parse(read(file)) }));
    const found = await createEngine({ ...loader, places: async () => ({ state: "ready", data: places }) }).ask(query, null);
    counts.push(found.index.shards.length - found.index.missing.length);
  }
  return counts.sort((a, b) => a - b);
}

function synthetic(folder) {
  const project = join(folder, "project");
  const env = { ...process.env, PYTHONPATH: join(ROOT, "hooks") };
  execFileSync(PYTHON, [join(ROOT, "tests/bench/synth.py"), ROOT, String(COUNT), project], { env, stdio: "ignore" });
  return project;
}

function queries() {
  const script = "import json,yaml;print(json.dumps([r['q'] for r in yaml.load(open('tests/finder_queries.yaml',encoding='utf-8'),Loader=yaml.CSafeLoader)]))";
  return JSON.parse(execFileSync(PYTHON, ["-c", script], { cwd: ROOT, encoding: "utf-8" }));
}

/** Times in milliseconds of each call, sorted. */
function timed(calls) {
  const times = calls.map((call) => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b);
}

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const row = (what, times) => ({ what, p50_ms: at(times, 0.5).toFixed(2), p95_ms: at(times, 0.95).toFixed(2), max_ms: times.at(-1).toFixed(2) });
const kilobytes = (bytes) => (gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1);

const folder = mkdtempSync(join(tmpdir(), "maeul-finder-"));
try {
  const small = files(ROOT, join(folder, "small"));
  const project = synthetic(folder);
  const large = files(project, join(folder, "large"));
  const read = dump(project, join(folder, "cut"), 1);
  const head = read(OFFICES_FILE);
  const shards = JSON.parse(head).shards.map(({ name, count }) => ({ count, bytes: read(`${SHARDS_FOLDER}${name}.json`) }));
  const largest = shards.reduce((most, shard) => (shard.bytes.length > most.bytes.length ? shard : most));
  console.table([
    { file: OFFICES_FILE, offices: JSON.parse(small[0]).rows.id.length, gzip_kB: kilobytes(small[0]), limit_kB: 10 },
    { file: OFFICES_FILE, offices: JSON.parse(large[0]).rows.id.length, gzip_kB: kilobytes(large[0]), limit_kB: 300 },
    { file: "its head in shards", offices: COUNT, gzip_kB: kilobytes(head), limit_kB: 100 },
    { file: `the largest of ${shards.length} shards`, offices: largest.count, gzip_kB: kilobytes(largest.bytes), limit_kB: 40 },
    { file: PLACES_FILE, offices: "any", gzip_kB: kilobytes(small[1]), limit_kB: 60 },
  ]);

  const rows = [];
  const parse = () => ({ index: parseIndex(JSON.parse(large[0])), places: parsePlaces(JSON.parse(large[1])) });
  rows.push(row(`read both files, ${COUNT} offices`, timed(Array.from({ length: 5 }, () => parse))));
  const loaded = parse();
  const all = queries();
  const first = timed([() => search(all[0], loaded)]);
  rows.push(row("the first search", first));
  const counts = await shardsOf(all, read, loaded.places);
  console.table([{ what: "shards a question reads", p50: at(counts, 0.5), p75: at(counts, 0.75), p90: at(counts, 0.9), max: counts.at(-1) }]);
  const calls = Array.from({ length: ROUNDS }, () => all.map((query) => () => search(query, loaded))).flat();
  timed(calls.slice(0, all.length));
  rows.push(row(`search, ${all.length} queries of the list`, timed(calls)));
  const short = all.filter((query) => query.trim().split(/\s+/).length <= 2);
  const typed = short.flatMap((query) => Array.from(query, (_, end) => query.slice(0, end + 1)));
  rows.push(row(`search, every keystroke of ${short.length} short queries`, timed(typed.map((query) => () => search(query, loaded)))));

  const lats = Float64Array.from({ length: POINTS }, (_, number) => 37 + ((number * 7919) % 10_007) / 10_007);
  const lons = Float64Array.from({ length: POINTS }, (_, number) => 126.5 + ((number * 104_729) % 10_009) / 10_009);
  const asked = Array.from({ length: 200 }, (_, number) => () => nearest(lats, lons, 37 + (number % 17) / 17, 126.5 + (number % 13) / 13));
  rows.push(row(`nearest 10 of ${POINTS} points`, timed(asked)));
  console.table(rows);
} finally {
  rmSync(folder, { recursive: true });
}
