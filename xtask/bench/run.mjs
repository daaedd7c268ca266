// Runs the product and its peers in one Chromium, one after the other in each round, and prints the medians as ratios.
// What is timed stands in `pages.js`; README.md says how. `cargo xtask bench` prepares what this needs.

import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchForAudit } from "../../tests/e2e/browser.mjs";

const dist = process.env.LOTRINH_DIST;
const bench = process.env.LOTRINH_BENCH;
const here = fileURLToPath(new URL(".", import.meta.url));
const ROUNDS = Number(process.env.LOTRINH_BENCH_ROUNDS ?? 5);

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };
const folders = { site: dist, bench, here };
const server = createServer(async (request, response) => {
  const [, folder, ...rest] = decodeURIComponent(new URL(request.url, "http://x").pathname).split("/");
  const bytes = folders[folder] && (await readFile(join(folders[folder], ...rest)).catch(() => null));
  if (!bytes) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[extname(request.url)] ?? "application/octet-stream", "cache-control": "no-store" }).end(bytes);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const named = async (start, end) => (await readdir(dist)).find((name) => name.startsWith(start) && name.endsWith(end));
const files = {
  workshopScript: `/site/${await named("workshop-", ".js")}`,
  workshopWasm: `/site/${await named("workshop-", "_bg.wasm")}`,
  catalogScript: `/site/${await named("catalog-", ".js")}`,
  catalogWasm: `/site/${await named("catalog-", "_bg.wasm")}`,
  readingScript: `/site/${await named("reading-", ".js")}`,
  readingWasm: `/site/${await named("reading-", "_bg.wasm")}`,
  realData: `/site/${await named("data-", ".bin")}`,
  style: `/site/${await named("style-", ".css")}`,
};

const browser = await launchForAudit();
const median = (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)];

// One task in a page of its own: the numbers that it gives, and what the page holds in memory at its end.
async function once(task) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  try {
    await page.goto(`${origin}/here/page.html`);
    const result = await page.evaluate(
      async (task, files) => (await import("/here/pages.js")).run(task, files),
      task,
      files,
    );
    if (problems.length) throw new Error(problems.join("\n"));
    const cdp = await page.createCDPSession();
    await cdp.send("HeapProfiler.collectGarbage");
    const { JSHeapUsedSize } = await page.metrics();
    return { ...result, memory: (JSHeapUsedSize + (result.wasm ?? 0)) / 1e6 };
  } finally {
    await page.close();
  }
}

async function rounds(tasks) {
  const all = Object.fromEntries(tasks.map((task) => [task, []]));
  for (let round = 0; round < ROUNDS; round++) for (const task of tasks) all[task].push(await once(task));
  const names = (task) => Object.keys(all[task][0]).filter((name) => typeof all[task][0][name] === "number");
  return Object.fromEntries(tasks.map((task) => [task, Object.fromEntries(names(task).map((name) => [name, median(all[task].map((one) => one[name]))]))]));
}

const rows = [];
const row = (work, ours, peer, theirs, goal, unit = "ms") => {
  const ratio = theirs / ours;
  rows.push({ work, ours: `${ours.toFixed(2)} ${unit}`, beside: `${peer} ${theirs.toFixed(2)} ${unit}`, ratio: `${ratio.toFixed(1)}×`, goal: `${goal}×`, reached: ratio >= goal ? "yes" : "NO" });
};

const timeline = await rounds(["timeline/ours", "timeline/vis-timeline"]);
let [ours, peer] = [timeline["timeline/ours"], timeline["timeline/vis-timeline"]];
row("timeline: data to first painted frame", ours.first, "vis-timeline", peer.first, 20);
row("timeline: a zoom step", ours.zoom, "vis-timeline", peer.zoom, 6);
row("timeline: a pan step", ours.pan, "vis-timeline", peer.pan, 6);
const longTasks = `${ours.longTasks} (vis-timeline: ${peer.longTasks})`;

const search = await rounds(["search/ours", "search/FlexSearch", "search/MiniSearch"]);
ours = search["search/ours"];
const best = (what) => ["FlexSearch", "MiniSearch"].map((name) => [name, search[`search/${name}`][what]]).sort((a, b) => a[1] - b[1])[0];
row(`search: index ${ours.records} records`, ours.index, ...best("index"), 2);
row("search: a query as typed, 95th percentile", ours.query, ...best("query"), 1);

const compare = await rounds(["compare/ours", "compare/AG Grid, cells like ours", "compare/AG Grid", "compare/AG Grid, whole"]);
[ours, peer] = [compare["compare/ours"], compare["compare/AG Grid"]];
row("comparison: another baseline", ours.change, "AG Grid, cells like ours", compare["compare/AG Grid, cells like ours"].change, 5);
row("the same", ours.change, "AG Grid, texts in its cells", peer.change, 5);
row("the same, every cell at once", ours.whole, "AG Grid, texts in its cells", compare["compare/AG Grid, whole"].change, 5);

const all = await rounds(["all/ours", "all/peers"]);
const memories = Object.entries({ ...timeline, ...search, ...compare }).map(([task, { memory }]) => `${task} ${memory.toFixed(1)}`);
row("memory after all of that", all["all/ours"].memory, "the peers", all["all/peers"].memory, 2, "MB");

const { "reading/ours": reading, "reading/at once": atOnce } = await rounds(["reading/ours", "reading/at once"]);
const real = await rounds(["real/ours"]);

console.log(`\n${ROUNDS} rounds, medians; ${await browser.version()}\n`);
console.table(rows);
console.log(`timeline: tasks of over 50 ms while zooming and panning: ${longTasks}`);
console.log(`memory of each alone, in MB: ${memories.join(", ")}`);
console.log(`reading in WebAssembly: 100 pages (${reading.small} characters) ${reading.smallMs.toFixed(0)} ms, goal 100; without practice before ${atOnce.smallMs.toFixed(0)} ms; twice as much ${reading.doubleMs.toFixed(0)} ms; 20 MB of one letter ${reading.hugeMs.toFixed(0)} ms`);
console.log("the real data, scripting of each view drawn anew (goal: under 16 ms):");
console.table(Object.entries(real["real/ours"]).filter(([name]) => name.startsWith("#")).sort((a, b) => b[1] - a[1]).slice(0, 8).map(([view, ms]) => ({ view, ms: ms.toFixed(1) })));
await browser.close();
server.close();
