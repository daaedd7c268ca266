// What a reader does in the import view. Files come in by dialog, drop or paste; the reading module reads them and draws
// the view; nothing is sent anywhere. The same script is the worker that turns a file into text. See
// src/ui/views/import.rs for the attributes.

import init, * as shop from "reading";

export { importDraw as draw, importTake as take } from "reading";
// The single file's script is both the page's and the worker's.
export const inWorker = typeof document === "undefined";

const KEPT = "lotrinh.own";
// As src/document.rs: reading more into memory only to refuse it would freeze the page.
const LARGEST = 64 << 20;
const TOO_LARGE = 1;
const DAMAGED = 5;

let boot;
// Its address or, in the single file, its bytes.
let wasm;
let stop;

const root = () => document.querySelector("[data-import]");

// Draws the view anew, and leaves the reader where they were.
function redraw() {
  const before = root();
  if (!before) return;
  const focus = document.activeElement?.id;
  const open = [...before.querySelectorAll("details[open]")].map((details) => details.id);
  before.outerHTML = shop.importDraw(location.hash, location.href.split("#")[0]);
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  const next = focus ? document.getElementById(focus) : null;
  // A button that was used up gives the focus to the item it stands in.
  (next?.disabled ? next.parentElement.querySelector("button:not(:disabled)") : next)?.focus();
}

// A worker reads, so that the page answers and reading can be stopped. Where a browser refuses one, the page reads.
function textOf(bytes, name) {
  return new Promise((done, failed) => {
    stop = () => failed();
    const here = () => {
      try {
        done(shop.textOf(bytes, name));
      } catch (error) {
        failed(error);
      }
    };
    let worker;
    try {
      worker = boot.worker ? new Worker(boot.worker) : new Worker(import.meta.url, { type: "module" });
    } catch {
      // The message that it is reading is painted first.
      return setTimeout(here, 30);
    }
    stop = () => {
      worker.terminate();
      failed();
    };
    worker.onerror = () => {
      worker.terminate();
      here();
    };
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data.refused === undefined) done(data.text);
      else failed(new Error(data.refused));
    };
    worker.postMessage({ wasm, bytes, name });
  });
}

async function read(file) {
  stop?.();
  const progress = document.getElementById("import-progress");
  if (progress) progress.hidden = false;
  try {
    if (file.size > LARGEST) throw new Error(TOO_LARGE);
    const text = await textOf(new Uint8Array(await file.arrayBuffer()), file.name);
    shop.importTake(file.name, text);
  } catch (error) {
    // Stopped by the reader: nothing to say.
    if (error) shop.importRefuse(file.name, /^\d$/.test(error.message) ? Number(error.message) : DAMAGED);
  }
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

function use() {
  const wanted = document.getElementById("import-keep")?.checked;
  const [id, file] = shop.importPlan();
  if (!id) return redraw();
  own[id] = file;
  const refused = wanted && !keep({ ...kept(), [id]: file });
  shop.importKept(Object.keys(kept()).length > 0, refused);
  renew();
  if (refused) redraw();
  else location.hash = location.hash.replace("#/import", `#/plan/${id}`);
}

function renew() {
  boot.data = shop.importJoin(Object.values(own));
  document.dispatchEvent(new Event("lotrinh-data"));
}

function save() {
  const [id, file] = shop.importPlan();
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
  forget() {
    keep({});
    own = {};
    shop.importKept(false, false);
    renew();
    redraw();
  },
};

function clicked({ target }) {
  const button = target.closest?.("[data-act], [data-import-do]");
  if (!button || !root()) return;
  if (button.dataset.importDo) return DO[button.dataset.importDo]();
  const fields = button.closest("[data-fields]") ?? button.parentElement.querySelector("[data-fields]");
  const values = fields ? [...fields.querySelectorAll("input, select, textarea")].map((field) => field.value) : [];
  shop.importAct(button.dataset.act, button.dataset.about ?? "", values);
  redraw();
}

let begun;

// Loads the module once. What the reader keeps is joined before the first view is drawn.
export function begin(its) {
  begun ??= (async () => {
    ({ boot, wasm } = its);
    await init({ module_or_path: wasm });
    shop.importStart(boot.data);
    own = kept();
    if (Object.keys(own).length) {
      shop.importKept(true, false);
      boot.data = shop.importJoin(Object.values(own));
    }
    listen();
  })();
  return begun.catch((error) => {
    begun = undefined;
    throw error;
  });
}

// Where the document has been brought of which a record is, its words stand on the record's own page as well.
function words() {
  const place = document.getElementById("record-words");
  if (place) place.innerHTML = shop.importWords(location.hash);
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

// In a worker there is no document: it reads one file.
if (inWorker) {
  self.onmessage = async ({ data }) => {
    await init({ module_or_path: data.wasm });
    try {
      self.postMessage({ text: shop.textOf(data.bytes, data.name) });
    } catch (error) {
      self.postMessage({ refused: error.message });
    }
  };
}
