// Starts the app of the site: fetches the WebAssembly and the data that boot.js names and hands them to the glue.

import { addressOf } from "address-of.js";
import { fetched, load, streamed } from "load.js";
import init, { mount, prepare } from "lotrinh";

const boot = window.lotrinhBoot;

async function start() {
  let response;
  try {
    const data = fetched(boot.data);
    response = await fetched(boot.wasm);
    watch(response.clone());
    boot.data = new Uint8Array(await (await data).arrayBuffer());
    boot.taken = !(await joinOwn()) && Boolean(document.querySelector("#static:not([hidden]) [data-view]"));
  } catch (error) {
    return boot.failed("network", error);
  }
  try {
    await init({ module_or_path: await streamed(response) });
    await breath();
    prepare();
    await breath();
    mount();
    await takeOver(document.getElementById("static"));
    if (boot.taken && document.getElementById("timeline")) awaitHand();
    // Rarely needed at once: the reader reads first.
    if ("serviceWorker" in navigator && window.top === window) import(boot.offline).catch(() => {});
  } catch (error) {
    boot.failed(reason(error), error);
  }
}

// The start is done in parts, between which the browser can answer its reader.
const breath = () => new Promise((taken) => setTimeout(taken));

// The app has drawn its page below the static one. It takes that one's place, with the reader's focus and scroll
// position, as soon as it shows as much: some parts of it come a moment later.
async function takeOver(old) {
  const page = document.querySelector("body > .page");
  if (!old || !page) return;
  const swap = () => {
    // Where the reader is now: some time may have passed.
    const active = old.contains(document.activeElement) && document.activeElement;
    const nth = active && [...old.querySelectorAll(active.tagName)].indexOf(active);
    const { scrollX, scrollY } = window;
    moveView(old, page);
    settle();
    old.remove();
    page.hidden = false;
    window.scrollTo(scrollX, scrollY);
    if (active) page.querySelectorAll(active.tagName)[nth]?.focus({ preventScroll: true });
  };
  const waits = () => page.querySelector(".far-awaited");
  if (old.hidden) return swap();
  page.hidden = true;
  await breath();
  if (!waits()) return swap();
  new MutationObserver((_, observer) => {
    if (waits()) return;
    observer.disconnect();
    swap();
  }).observe(page, { childList: true, subtree: true });
}

// The view stands in the static page already. Only its links change: they led to other pages, and in the app they lead
// to addresses. What is to be copied names the whole address, which that page need not know.
function moveView(old, page) {
  const [view, place] = [old.querySelector("[data-view]"), page.querySelector("[data-view-taken]")];
  if (!view || !place) return;
  for (const link of view.querySelectorAll("a[href]")) {
    const path = link.href.split(/[?#]/)[0];
    if (!path.startsWith(boot.root) || link.getAttribute("href").startsWith("#")) continue;
    const address = link.hash || addressOf(path.slice(boot.root.length));
    if (address) link.setAttribute("href", address);
  }
  const own = boot.address;
  for (const button of view.querySelectorAll("[data-copy]")) {
    const { copy } = button.dataset;
    if (own && copy.endsWith(`\n${own}`)) button.dataset.copy = copy.slice(0, -own.length) + boot.root + own;
  }
  place.append(...view.childNodes);
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
  const { script, wasm } = boot.modules.reading;
  const module = await import(script);
  await module.begin({ boot, wasm });
  return module;
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
const later = ({ script, wasm }) => {
  let loaded;
  document.addEventListener("lotrinh-data", async () => (await loaded)?.start(boot.data));
  return async (verb, given) => {
    loaded ??= load(script, wasm, boot.data);
    try {
      return (await loaded)[verb](...given);
    } catch (error) {
      loaded = undefined;
      throw error;
    }
  };
};
const modules = Object.fromEntries(Object.entries(boot.modules).map(([name, files]) => [name, later(files)]));
// That one keeps more than data, and starts by itself.
modules.reading = async (verb, given) => (await reading())[verb](...given);
boot.module = (name, verb, ...given) => modules[name](verb, given);

// A timeline that was taken from a static page moves only with the workshop, which is loaded at the first sign of a
// hand. A button that is pressed before it is there is pressed once more then.
const HANDS = ["pointermove", "pointerdown", "wheel", "keydown", "focusin"];
function awaitHand() {
  let pressed;
  const press = ({ target }) => (pressed = target.closest?.("[data-timeline]"));
  const hand = async () => {
    for (const kind of HANDS) removeEventListener(kind, hand);
    addEventListener("click", press);
    await modules.workshop("listen", []).catch(console.warn);
    removeEventListener("click", press);
    pressed?.click();
  };
  for (const kind of HANDS) addEventListener(kind, hand, { passive: true });
}

start();
