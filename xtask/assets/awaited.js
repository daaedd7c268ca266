// The parts that a long view leaves out at first (`data-awaited` is their name to the workshop). They are written when a
// reader comes near them, when the browser has nothing else to do, and before the page goes on paper. Of a picture that
// nobody could draw whole only what is near is written.

const ROW = 56;
let shop;
let near;
let scrolled = 0;
let resting;

const waiting = () => [...document.querySelectorAll("[data-awaited]")];
const whole = (part) => part.matches("div") || !part.closest(".timeline--long");
const idle = self.requestIdleCallback ?? ((run) => setTimeout(run, 50));

function fill(parts) {
  if (!parts.length) return;
  // Each is asked for once, whoever comes first.
  const names = parts.map((part) => part.dataset.awaited);
  shop.awaited(names).forEach((html, at) => {
    near.unobserve(parts[at]);
    parts[at].outerHTML = html;
  });
  dispatchEvent(new Event("lotrinh-filled"));
}

function rest() {
  resting = undefined;
  const parts = waiting().filter(whole);
  // A very long picture takes its time for each.
  fill(parts.slice(0, parts[0]?.closest(".timeline--long") ? 1 : 3));
  found();
}

function found() {
  // A view that was drawn anew under a reader who is far down must not become shorter.
  if (scrolled > innerHeight) fill(waiting().filter(whole));
  for (const fold of document.querySelectorAll(folding)) fold.open ||= unfolded.has(fold.id);
  const parts = waiting();
  for (const part of parts) {
    if (part.dataset.rows) part.style.minHeight = `${part.dataset.rows * ROW}px`;
    near.observe(part);
  }
  if (parts.some(whole)) resting ??= idle(rest);
}

// In a wide comparison a verdict's address is that of its plan alone. Who follows or copies it takes the others along.
function widen({ target }) {
  const link = target.closest?.("[data-plans] .compare__verdict");
  if (link) link.hash = link.hash.replace(/plans=[^&]*/, `plans=${link.closest("table").dataset.plans}`);
}

// What a reader has unfolded stays so when the view around it is drawn anew.
const unfolded = new Set();
const folding = "#compare-more, #compare-plans";

/** Listens for as long as the page lives. `its` is the workshop. */
export function fillLater(its) {
  shop = its;
  const come = (entries) => fill(entries.filter((entry) => entry.isIntersecting && entry.target.isConnected).map(({ target }) => target));
  near = new IntersectionObserver(come, { rootMargin: "600px" });
  new MutationObserver(found).observe(document.body, { childList: true, subtree: true });
  found();
  addEventListener("scroll", () => (scrolled = scrollY), { passive: true });
  // Another view begins at its top.
  addEventListener("hashchange", () => (scrolled = scrollY));
  const fold = ({ target }) => target.matches(folding) && unfolded[target.open ? "add" : "delete"](target.id);
  addEventListener("toggle", fold, true);
  for (const way of ["pointerover", "focusin", "click"]) addEventListener(way, widen, true);
  addEventListener("beforeprint", () => fill(waiting()));
}
