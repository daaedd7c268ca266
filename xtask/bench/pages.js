// What is timed, in the page. Each task loads what it needs first, outside the time.

let stage = document.getElementById("stage");
const now = () => performance.now();
/** The frame that follows has been painted. */
const painted = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    }),
  );
const bytes = async (file) => new Uint8Array(await (await fetch(file)).arrayBuffer());
const script = (src) =>
  new Promise((done, failed) => document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed })));
const sheet = (href) =>
  new Promise((done, failed) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: failed })));
const quantile = (all, part) => all.sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))];
const median = (all) => quantile(all, 0.5);

/** Tasks of over 50 ms from now on. */
function watchLongTasks() {
  let seen = 0;
  const observer = new PerformanceObserver((list) => (seen += list.getEntries().length));
  observer.observe({ type: "longtask" });
  return async () => {
    await new Promise((later) => setTimeout(later, 100));
    observer.disconnect();
    return seen;
  };
}

async function started(files, name, data) {
  const module = await import(files[`${name}Script`]);
  const exports = await module.default({ module_or_path: await bytes(files[`${name}Wasm`]) });
  module.start(data);
  return { module, wasm: () => exports.memory.buffer.byteLength };
}

const peers = async () => (await fetch("/bench/peers.json")).json();

// A step is what the main thread does in it: scripts, style and layout.
async function stepTime(step, times, rest = painted) {
  const all = [];
  for (let i = 0; i < times; i++) {
    await rest();
    const start = now();
    step(i);
    // Style and layout belong to the step; the wait for the screen's next tick does not.
    void document.body.offsetHeight;
    all.push(now() - start);
  }
  return median(all);
}

// What is to be there still when the memory is measured.
const kept = (globalThis.kept = []);

async function workshop(files) {
  await sheet(files.style);
  const { module, wasm } = await started(files, "workshop", await bytes("/bench/data.bin"));
  module.listen();
  return { module, wasm };
}

async function ourTimeline(module) {
  const start = now();
  stage.innerHTML = module.draw("#/timeline", "");
  await painted();
  const first = now() - start;
  const root = document.getElementById("timeline");
  const pictures = () => root.querySelectorAll(".timeline-zoom");
  const longTasks = watchLongTasks();
  let window = [0, 1];
  const move = (verb, amount, about) => {
    window = module.timelineMove(window[0], window[1], verb, amount, about, 15);
    const x = `${(-100 * window[0]) / window[1]}%`;
    const width = `${100 / window[1]}%`;
    for (const picture of pictures()) {
      picture.setAttribute("x", x);
      picture.setAttribute("width", width);
    }
  };
  const zoom = await stepTime((i) => move("zoom", i % 8 < 4 ? 1 / 1.3 : 1.3, 0.5), 24);
  move("zoom", 0.3, 0.5);
  const pan = await stepTime((i) => move("pan", i % 8 < 4 ? 0.1 : -0.1, 0), 24);
  return { first, zoom, pan, longTasks: await longTasks() };
}

async function ourSearch(module) {
  const { records } = await peers();
  const ask = (words) => module.draw(`#/search?words=${encodeURIComponent(words)}`, "");
  // The index is made with the first search; what a search alone takes is known from the second.
  const start = now();
  ask("zzzz");
  const both = now() - start;
  const again = now();
  ask("zzzz");
  const index = both - (now() - again);
  return { index, query: queries(ask), records: records.length };
}

async function ourComparison(module) {
  const { compared } = await peers();
  // As in the app: what a module draws has such an element around it, and is filled in at rest.
  stage.dataset.drawn = "";
  const show = (i) => {
    const html = module.draw(`#/compare?baseline=plan-${i % 3}&plans=${compared.join(",")}`, "");
    // Nothing where it has changed what stands there.
    if (html) stage.innerHTML = html;
  };
  // Before the page goes on paper every part of it is written.
  const whole = (i) => {
    show(i);
    dispatchEvent(new Event("beforeprint"));
  };
  const rest = () => new Promise((later) => setTimeout(later, 1000));
  show(0);
  await rest();
  if (stage.querySelector("[data-awaited]")) throw new Error("the comparison has not been filled in");
  const change = await stepTime((i) => show(i + 1), 9, rest);
  return { change, whole: await stepTime((i) => whole(i + 1), 9, rest) };
}

const TASKS = {
  async "timeline/ours"(files) {
    const { module, wasm } = await workshop(files);
    return { ...(await ourTimeline(module)), wasm: wasm() };
  },

  async "timeline/vis-timeline"() {
    await sheet("/bench/node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css");
    await script("/bench/node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js");
    const { items, lanes } = await peers();
    const start = now();
    // As its documentation advises for many items: no wait for redraws of its own, no animation.
    const timeline = new vis.Timeline(stage, new vis.DataSet(items), new vis.DataSet(lanes), { height: 800, verticalScroll: true, stack: true });
    await new Promise((changed) => timeline.on("changed", changed));
    await painted();
    const first = now() - start;
    const longTasks = watchLongTasks();
    const redrawn = async (step, times) => {
      const all = [];
      for (let i = 0; i < times; i++) {
        await painted();
        const start = now();
        step(i);
        timeline.redraw();
        void document.body.offsetHeight;
        all.push(now() - start);
      }
      return median(all);
    };
    const still = { animation: false };
    const zoom = await redrawn((i) => (i % 8 < 4 ? timeline.zoomIn(0.23, still) : timeline.zoomOut(0.3, still)), 8);
    const pan = await redrawn((i) => {
      const { start, end } = timeline.getWindow();
      const by = (end - start) * (i % 8 < 4 ? 0.1 : -0.1);
      timeline.setWindow(+start + by, +end + by, still);
    }, 8);
    kept.push(timeline);
    return { first, zoom, pan, longTasks: await longTasks() };
  },

  async "search/ours"(files) {
    const { module, wasm } = await started(files, "catalog", await bytes("/bench/data.bin"));
    return { ...(await ourSearch(module)), wasm: wasm() };
  },

  async "search/FlexSearch"() {
    await script("/bench/node_modules/flexsearch/dist/flexsearch.bundle.min.js");
    const { records } = await peers();
    const start = now();
    const index = new FlexSearch.Document({
      tokenize: "forward",
      encode: (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean),
      document: { id: "id", store: true, index: ["title", "text"] },
    });
    for (const record of records) index.add(record);
    const made = now() - start;
    const ask = (words) => {
      const found = index.search(words, { limit: 60, enrich: true, merge: true });
      return found.map(({ doc }) => highlighted(doc.title ?? doc.text, words)).join("");
    };
    kept.push(index);
    return { index: made, query: queries(ask) };
  },

  async "search/MiniSearch"() {
    await script("/bench/node_modules/minisearch/dist/umd/index.js");
    const { records } = await peers();
    const start = now();
    const index = new MiniSearch({ fields: ["title", "text"], storeFields: ["title", "text"], processTerm: (term) => fold(term) });
    index.addAll(records);
    const made = now() - start;
    const ask = (words) => {
      const found = index.search(words, { prefix: true, fuzzy: 0.2, boost: { title: 2 } }).slice(0, 60);
      return found.map((hit) => highlighted(hit.title ?? hit.text, words)).join("");
    };
    kept.push(index);
    return { index: made, query: queries(ask) };
  },

  async "compare/ours"(files) {
    const { module, wasm } = await workshop(files);
    return { ...(await ourComparison(module)), wasm: wasm() };
  },

  "compare/AG Grid": () => agGridOf({}),
  "compare/AG Grid, cells like ours": () => agGridOf({ rowHeight: 115, defaultColDef: { width: 176, cellRenderer: likeOurs } }),
  "compare/AG Grid, whole": () => agGridOf({ suppressColumnVirtualisation: true, suppressRowVirtualisation: true }),

  // All of it in one page, as a reader has it who goes from view to view.
  async "all/ours"(files) {
    const { module, wasm } = await workshop(files);
    await ourTimeline(module);
    await ourComparison(module);
    const catalog = await started(files, "catalog", await bytes("/bench/data.bin"));
    await ourSearch(catalog.module);
    return { wasm: wasm() + catalog.wasm() };
  },

  async "all/peers"() {
    for (const peer of ["timeline/vis-timeline", "compare/AG Grid", "search/FlexSearch"]) {
      stage = document.body.appendChild(document.createElement("div"));
      await TASKS[peer]();
    }
    return {};
  },

  "reading/ours": (files) => reading(files, true),
  "reading/at once": (files) => reading(files, false),

  async "real/ours"(files) {
    await sheet(files.style);
    const data = await bytes(files.realData);
    const { module: workshop, wasm } = await started(files, "workshop", data);
    const { module: catalog } = await started(files, "catalog", data);
    const draw = (view) => (/^#\/(agency|search|indicators|data|plan)\b/.test(view) ? catalog : workshop).draw(view, "");
    const views = ["#/timeline", "#/timeline?open=all", "#/agencies", "#/agencies?columns=year", "#/compare", "#/compare?baseline=vn-2021-2025&order=verdict", "#/indicators", "#/indicator/online_shoppers_share", "#/agency/bo-cong-thuong", "#/search?words=hoa%20don", "#/data", "#/plan/vn-2016-2020?part=tasks"];
    const out = {};
    for (const view of views) {
      if (!draw(view)) throw new Error(`${view} is drawn by another module`);
      out[view] = await scripting(() => (stage.innerHTML = draw(view)), 7);
    }
    return { ...out, wasm: wasm() };
  },
};

async function reading(files, rehearsed) {
  const module = await import(files.readingScript);
  await module.begin({ wasm: await bytes(files.readingWasm), boot: { data: await bytes(files.realData) } });
  const page = (await (await fetch("/here/page-of-a-plan.txt")).text()).trim() + "\n";
  const of = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const timed = (text) => {
    const bytes = new TextEncoder().encode(text);
    const start = now();
    module.open("ke-hoach.txt", bytes);
    while (module.step());
    return now() - start;
  };
  // 300 KB in UTF-8 are some 225 000 Vietnamese characters.
  const length = Math.round((page.length / new TextEncoder().encode(page).length) * 300_000);
  // As when somebody opens the view and looks for their file: see `practise` in reading.js.
  if (rehearsed) {
    await module.practise(() => true);
    // Looking for a file takes longer than this.
    await new Promise((later) => setTimeout(later, 1500));
  }
  return { small: length, smallMs: timed(of(page, length)), doubleMs: timed(of(page, 2 * length)), hugeMs: timed(of("a", 20_000_000)) };
}

// What a cell of ours has: the figure as a link, its bar, year and base, and the verdict as a link to its reason.
function likeOurs({ value }) {
  const cell = document.createElement("div");
  if (typeof value !== "object") {
    cell.innerHTML = `<a href="#/indicator/${value}">${value}</a>`;
    return cell;
  }
  const { plan, target, judged } = value;
  const figure = ([indicator, amount, , base, year]) =>
    `<a href="#/plan/${plan}/${indicator}">${amount} %</a><svg width="152" height="6" viewBox="0 0 100 6" aria-hidden="true"><rect width="100" height="6" fill="#ddd"/><rect width="${Math.min(amount, 100)}" height="6" fill="#147"/></svg><span style="display:block">${year}, ${base}</span>`;
  const why = `<a href="#/compare?cell=${plan}" title="vì sao?" style="display:block"><span aria-hidden="true">▲</span> ${judged}</a>`;
  cell.style.lineHeight = "22px";
  cell.innerHTML = (target ? figure(target) : "") + (judged ? why : "");
  return cell;
}

// A table of the same cells. Without settings it draws those that are in sight, as texts.
async function agGridOf(settings) {
  await script("/bench/node_modules/ag-grid-community/dist/ag-grid-community.min.js");
  const { compared, indicators, plans } = await peers();
  const by = new Map(plans.map((plan) => [plan.id, new Map(plan.targets.map((target) => [target[0], target]))]));
  const verdict = (ours, theirs) => {
    if (!ours) return theirs ? "missing" : "";
    if (!theirs) return "extra";
    if (ours[2] !== theirs[2] || ours[3] !== theirs[3] || ours[4] !== theirs[4]) return "not comparable";
    return ours[1] > theirs[1] ? "stronger" : ours[1] < theirs[1] ? "weaker" : "equal";
  };
  const rowsOf = (baseline) =>
    indicators.map((indicator) => {
      const base = by.get(baseline)?.get(indicator);
      const row = { indicator, baseline: settings.rowHeight ? { plan: baseline, target: base } : base?.[1] };
      for (const plan of compared) {
        const target = by.get(plan)?.get(indicator);
        const judged = verdict(target, base);
        row[plan] = settings.rowHeight ? { plan, target, judged, toString: () => judged } : `${target?.[1] ?? ""} ${judged}`;
      }
      return row;
    });
  stage.style.cssText = "height:850px;width:1250px";
  const columnDefs = [
    { field: "indicator", pinned: "left" },
    { field: "baseline", pinned: "left" },
    ...compared.map((field) => ({ field })),
  ];
  agGrid.ModuleRegistry?.registerModules([agGrid.AllCommunityModule]);
  const grid = agGrid.createGrid(stage, { columnDefs, rowData: rowsOf("plan-0"), getRowId: ({ data }) => data.indicator, ...settings });
  await new Promise((later) => setTimeout(later, 500));
  const all = [];
  for (let i = 0; i < 9; i++) {
    await painted();
    const start = now();
    grid.setGridOption("rowData", rowsOf(`plan-${(i + 1) % 3}`));
    grid.refreshCells({ force: true, suppressFlash: true });
    grid.flushAsyncTransactions?.();
    void document.body.offsetHeight;
    all.push(now() - start);
  }
  kept.push(grid);
  return { change: median(all) };
}

// Scripting alone: the making of the page, without its layout.
async function scripting(step, times) {
  const all = [];
  for (let i = 0; i < times; i++) {
    await painted();
    const start = now();
    step();
    all.push(now() - start);
  }
  return median(all);
}

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

function highlighted(text, words) {
  const folded = fold(text);
  let out = "";
  let at = 0;
  // Composed text: what is folded has the same length.
  for (const word of fold(words).split(/\s+/)) {
    const place = folded.indexOf(word, at);
    if (place < 0) continue;
    out += `${text.slice(at, place)}<mark>${text.slice(place, place + word.length)}</mark>`;
    at = place + word.length;
  }
  return `<li>${out}${text.slice(at)}</li>`;
}

// Each word as it is typed, letter by letter.
function queries(ask) {
  const typed = ["hoa don dien tu", "thanh toan khong dung tien mat", "dak nong", "sàn thương mại điện tử", "bo cong thuong", "logistics", "chuyen doi so", "nguoi tieu dung"];
  const all = [];
  for (const words of typed) ask(words);
  for (const words of typed) {
    for (let end = 2; end <= words.length; end++) {
      const start = now();
      ask(words.slice(0, end));
      all.push(now() - start);
    }
  }
  return quantile(all, 0.95);
}

export const run = (task, files) => TASKS[task](files);
