// Starts the app of the site: fetches the WebAssembly and the data that boot.js names and hands them to the glue.

import { addressOf } from "address-of.js";
import init from "lotrinh";

const boot = window.lotrinhBoot;

async function start() {
  let response;
  try {
    const data = fetched(boot.data);
    response = await fetched(boot.wasm);
    watch(response.clone());
    boot.data = new Uint8Array(await (await data).arrayBuffer());
    if (!(await joinOwn())) boot.far = farPart();
  } catch (error) {
    return boot.failed("network", error);
  }
  try {
    await init({ module_or_path: await streamed(response) });
    takeOver(document.getElementById("static"));
    // Rarely needed at once: the reader reads first.
    if ("serviceWorker" in navigator && window.top === window) import(boot.offline).catch(() => {});
  } catch (error) {
    boot.failed(reason(error), error);
  }
}

// The app has drawn its page below the static one. It takes that one's place, with the reader's focus and scroll
// position, as soon as it shows as much: some parts of it come a moment later.
function takeOver(old) {
  if (!old) return;
  const page = document.querySelector("body > .page");
  const swap = () => {
    // Where the reader is now: some time may have passed.
    const active = old.contains(document.activeElement) && document.activeElement;
    const nth = active && [...old.querySelectorAll(active.tagName)].indexOf(active);
    const { scrollX, scrollY } = window;
    settle();
    old.remove();
    page.hidden = false;
    window.scrollTo(scrollX, scrollY);
    if (active) page.querySelectorAll(active.tagName)[nth]?.focus({ preventScroll: true });
  };
  const waits = () => page.querySelector(".far-awaited");
  if (!waits() || old.hidden) return swap();
  page.hidden = true;
  new MutationObserver((_, observer) => {
    if (waits()) return;
    observer.disconnect();
    swap();
  }).observe(page, { childList: true, subtree: true });
}

// What the workshop would draw of this page stands in it already, but for its links: they lead to other pages, and
// in the app to addresses.
function farPart() {
  const part = document.querySelector("#static:not([hidden]) [data-far]")?.cloneNode(true);
  for (const link of part?.querySelectorAll("a[href]") ?? []) {
    const page = link.href.split(/[?#]/)[0];
    if (!page.startsWith(boot.root) || link.getAttribute("href").startsWith("#")) continue;
    const address = link.hash || addressOf(page.slice(boot.root.length));
    if (address) link.setAttribute("href", address);
  }
  return part?.innerHTML;
}

// Plans that the reader keeps in this browser stand among the others from the start; only they wait for what reads them.
async function joinOwn() {
  try {
    return localStorage.getItem("lotrinh.own") && (await reading());
  } catch {
    // Without them the app is as ever.
  }
}

// The reading module reads documents, and draws the view for that.
async function reading() {
  const module = await import(boot.readingScript);
  await module.begin(boot);
  return module;
}

async function fetched(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

// A browser compiles while it downloads, and keeps the result, only of a response with the right type. Many plain
// servers send another one; then the bytes do.
async function streamed(response) {
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? response : response.arrayBuffer();
}

function reason(error) {
  if (error instanceof TypeError) return "network";
  if (!(error instanceof WebAssembly.CompileError)) return "broken";
  // boot.js hears of a refusal as an event, but not in every browser before the error comes.
  return /policy|csp|unsafe-eval/i.test(error.message) ? "policy" : "old";
}

// What has arrived, of the size that the page states: the server's own length is that of the compressed file.
async function watch(copy) {
  try {
    const reader = copy.body.getReader();
    for (let seen = 0, read; !(read = await reader.read()).done; ) {
      seen += read.value.length;
      boot.progress(seen / boot.wasmBytes);
    }
  } catch {
    // Whoever uses the response itself reports this.
  }
}

// All addresses are those of the site's folder, so that a link works from wherever it was copied. The icons keep the
// place that they were named from.
function settle() {
  const here = location.href.split("#")[0];
  if (document.documentElement.classList.contains("embedded")) {
    // A frame keeps its own page.
    if (!location.hash) history.replaceState(history.state, "", boot.address);
    boot.address = undefined;
    return;
  }
  const address = location.hash || boot.address;
  boot.address = undefined;
  if (here === boot.root && !location.hash && address === "#/") return;
  for (const link of document.querySelectorAll("link[rel=icon], link[rel=manifest]")) {
    link.href = String(link.href);
  }
  try {
    history.replaceState(history.state, "", boot.root + address);
  } catch {
    // A sandboxed frame may not; there the address stays that of the page.
    location.replace(address);
  }
}

// The studio embeds what is on the screen.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.site-only");
  if (link) link.hash = location.hash;
});

// The further modules are fetched when somebody first asks for what they do; after a failure the next one asks anew.
const later = (script, wasm) => {
  let loaded;
  const load = async () => {
    const [module, response] = await Promise.all([import(script), fetched(wasm)]);
    await module.default({ module_or_path: await streamed(response) });
    module.start(boot.data);
    module.listen?.();
    return module;
  };
  document.addEventListener("lotrinh-data", async () => (await loaded)?.start(boot.data));
  return async (name, given) => {
    loaded ??= load();
    try {
      return (await loaded)[name](...given);
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  };
};
const workshop = later(boot.workshopScript, boot.workshopWasm);
const saving = later(boot.savingScript, boot.savingWasm);
boot.workshop = async (name, ...given) => {
  if (name === "save") return saving(name, given);
  if (name === "draw" && given[0].startsWith("#/import")) return (await reading()).draw(...given);
  return workshop(name, given);
};

start();
