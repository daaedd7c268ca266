// What a reader does in the import view. Files come in by dialog, drop or paste; the reading module reads them and draws
// the view; nothing is sent anywhere. The same script is the worker that reads a document, and from then on does what
// is asked of it. See src/ui/views/import.rs for the attributes.

import init, * as shop from "reading";

export { importOpen as open, importStep as step } from "reading";
// The single file's script is both the page's and the worker's.
export const inWorker = typeof document === "undefined";

const KEPT = "lotrinh.own";
// As src/document.rs: reading more into memory only to refuse it would freeze the page.
const LARGEST = 64 << 20;
const TOO_LARGE = 1;
const BROKEN_OFF = 8;

let boot;
// Its address or, in the single file, its bytes.
let wasm;
// The packed data without what the reader brought.
let base;
let stop;
// Which step of reading it is.
let stage = 0;
// A sentence is being added.
let adding;
// The worker that has read the document.
let reader;

// What the reader brought last.
let brought;

const here = async (verb, ...given) => (verb === "ready" ? ready : shop[verb])(...given);
// Who does what the module can: this page, until a worker has read a document.
let ask = here;

export const draw = (...given) => ask("importDraw", ...given);

// The address with the language that the page is in: a reader may have chosen it without its standing there.
function address() {
  const { hash } = location;
  if (document.documentElement.lang !== "en" || /[?&]lang=/.test(hash)) return hash;
  return `${hash}${hash.includes("?") ? "&" : "?"}lang=en`;
}

// Makes the module ready to read, beside the plans that the reader has brought before. Gives all of the data.
async function ready(wasm, data, files, isKept) {
  await init({ module_or_path: wasm });
  shop.importStart(data);
  shop.importKept(isKept, false);
  return files.length ? shop.importJoin(files) : data;
}

const root = () => document.querySelector("[data-import]");

// Draws the view anew, and leaves the reader where they were.
async function redraw() {
  if (!root()) return;
  const html = await draw(address(), location.href.split("#")[0]);
  const before = root();
  if (!before) return;
  const focus = document.activeElement?.id;
  const open = [...before.querySelectorAll("details[open]")].map((details) => details.id);
  before.outerHTML = html;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  const next = focus ? document.getElementById(focus) : null;
  // A button that was used up gives the focus to the item it stands in.
  (next?.disabled ? next.parentElement.querySelector("button:not(:disabled)") : next)?.focus();
  if (stop) show();
}

// Says which step of reading it is.
function show() {
  const shown = document.getElementById("import-progress");
  if (!shown) return;
  const [says, bar] = shown.children;
  shown.hidden = false;
  says.textContent = says.dataset.stages.split("|")[stage];
  bar.value = stage;
}

function promised() {
  const out = {};
  out.promise = new Promise((resolve, reject) => Object.assign(out, { resolve, reject }));
  return out;
}

// Where the worker that holds a review dies, the page says so and goes on without it.
function guarded(asked) {
  const mine = async (...call) => {
    try {
      return await asked(...call);
    } catch {
      if (ask === mine) {
        reader?.terminate();
        [reader, ask] = [undefined, here];
        await here("importRefuse", brought, BROKEN_OFF);
      }
      return here(...call);
    }
  };
  return mine;
}

async function read(file) {
  stop?.();
  let worker;
  brought = file.name;
  const { promise: stopped, reject: halt } = promised();
  const mine = (stop = () => halt());
  // A worker reads, so that the page answers and reading can be stopped. Where a browser refuses one, the page reads.
  const helper = async () => {
    try {
      worker = boot.worker ? new Worker(boot.worker) : new Worker(import.meta.url, { type: "module" });
      const { promise: dead, reject: die } = promised();
      dead.catch(() => {});
      worker.onerror = () => die(new Error());
      const asked = (...call) => {
        const { promise: answer, resolve, reject } = promised();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data: [value, why] }) => (why ? reject(new Error(why)) : resolve(value));
        worker.postMessage(call, [port2]);
        return Promise.race([answer, dead]);
      };
      await asked("ready", wasm, base, Object.values(own), keepsOwn());
      return asked;
    } catch {
      worker?.terminate();
      worker = undefined;
      // Each step's name is painted first, and the reader heard.
      return async (...call) => {
        await new Promise((done) => setTimeout(done, 30));
        return stop === mine && here(...call);
      };
    }
  };
  const through = async () => {
    stage = 0;
    show();
    if (file.size > LARGEST) throw new Error(TOO_LARGE);
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (stop !== mine) return;
    const asked = await helper();
    await asked("importOpen", file.name, bytes);
    for (let more = true; more && stop === mine; ) {
      stage++;
      show();
      more = await asked("importStep");
    }
    return worker ? guarded(asked) : here;
  };
  try {
    const asked = await Promise.race([stopped, through()]);
    reader?.terminate();
    [reader, ask] = [worker, asked];
  } catch (error) {
    worker?.terminate();
    // Stopped by the reader: nothing to say.
    if (error) await ask("importRefuse", file.name, /^\d$/.test(error.message) ? Number(error.message) : BROKEN_OFF);
  }
  if (stop !== mine) return;
  stop = undefined;
  redraw();
}

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) || "{}");
  } catch {
    return {};
  }
}

export const keepsOwn = () => Object.keys(kept()).length > 0;

// False where the browser refuses, or has no room.
function keep(plans) {
  try {
    if (Object.keys(plans).length) localStorage.setItem(KEPT, JSON.stringify(plans));
    else localStorage.removeItem(KEPT);
    return true;
  } catch {
    return false;
  }
}

// Plans of this visit, kept or not.
let own = {};

async function use() {
  const wanted = document.getElementById("import-keep")?.checked;
  const [id, file] = await ask("importPlan");
  if (!id) return redraw();
  own[id] = file;
  const refused = wanted && !keep({ ...kept(), [id]: file });
  await ask("importKept", keepsOwn(), refused);
  await renew();
  if (refused) redraw();
  else location.hash = location.hash.replace("#/import", `#/plan/${id}`);
}

async function renew() {
  boot.data = await ask("importJoin", Object.values(own));
  document.dispatchEvent(new Event("lotrinh-data"));
}

async function save() {
  const [id, file] = await ask("importPlan");
  if (!id) return redraw();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file], { type: "application/json" }));
  link.download = `${id}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  redraw();
}

const DO = {
  paste() {
    const text = document.getElementById("import-text").value;
    read(new File([text], "…"));
  },
  cancel() {
    stop?.();
  },
  use,
  save,
  async forget() {
    keep({});
    own = {};
    await ask("importKept", false, false);
    await renew();
    redraw();
  },
};

async function clicked({ target }) {
  const button = target.closest?.("[data-act], [data-import-do]");
  if (!button || !root()) return;
  if (button.dataset.importDo) return DO[button.dataset.importDo]();
  const fields = button.closest("[data-fields]") ?? button.parentElement.querySelector("[data-fields]");
  const values = fields ? [...fields.querySelectorAll("input, select, textarea")].map((field) => field.value) : [];
  const { act, about = "" } = button.dataset;
  // A second click finds the same words in the field.
  if (act === "add" && adding) return;
  adding ||= act === "add";
  await ask("importAct", act, about, values);
  await redraw();
  if (act === "more") document.querySelector(`#${about} button:not(:disabled)`)?.focus();
  if (act === "add") adding = false;
}

// While somebody looks for their file the browser makes the reader fast, for its worker as well: see
// src/reader/rehearsal.rs. Only when nothing else is to be done, and as long as it is of use.
export async function practise(isOfUse) {
  const idle = globalThis.requestIdleCallback ?? ((now) => setTimeout(now, 50));
  for (let round = 0; round < 3; round++) {
    for (let at = 0, more = true; more; at++) {
      await new Promise((now) => idle(now));
      if (!isOfUse()) return;
      more = shop.importRehearse(at);
    }
  }
}

let begun;

// Loads the module once. What the reader keeps is joined before the first view is drawn.
export function begin(its) {
  begun ??= (async () => {
    ({ boot, wasm } = its);
    base = boot.data;
    own = kept();
    boot.data = await ready(wasm, base, Object.values(own), keepsOwn());
    listen();
    practise(() => !brought && root());
  })();
  return begun.catch((error) => {
    begun = undefined;
    throw error;
  });
}

// Where the document has been brought of which a record is, its words stand on the record's own page as well.
async function words() {
  const place = document.getElementById("record-words");
  if (place) place.innerHTML = await ask("importWords", address());
}

function listen() {
  // The app draws the page first.
  addEventListener("hashchange", () => setTimeout(words));
  document.addEventListener("click", clicked);
  document.addEventListener("change", ({ target }) => {
    if (target.matches?.("[data-import-file]") && target.files[0]) read(target.files[0]);
  });
  document.addEventListener("dragover", (event) => {
    if (root()) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!root()) return;
    event.preventDefault();
    if (event.dataTransfer.files[0]) read(event.dataTransfer.files[0]);
  });
  document.addEventListener("paste", (event) => {
    if (!root() || event.target.matches?.("input, textarea")) return;
    const file = event.clipboardData.files[0];
    const text = event.clipboardData.getData("text/plain");
    if (file || text) read(file ?? new File([text], "…"));
  });
}

// In a worker there is no document: it does what the page asks for.
if (inWorker) {
  self.onmessage = async ({ data, ports: [port] }) => {
    try {
      port.postMessage([await here(...data)]);
    } catch (error) {
      port.postMessage([, error.message]);
    }
  };
}
