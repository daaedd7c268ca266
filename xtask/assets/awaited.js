// The parts that a long view leaves out at first (`data-awaited` is their name to the workshop). They are written when a
// reader comes near them, when the browser has nothing else to do, and before the page goes on paper. Of a picture that
// nobody could draw whole only what is near is written. When the view around them is changed where it stands, they are
// written once more in the same way.

const ROW = 56;
let shop;
let near;
let scrolled = 0;
let resting;

// The first and the last node of what stands in a place, and the place by the first of them.
const filled = new Map();
const places = new Map();
// Places whose nodes show what was before the last change.
const stale = new Set();

const ends = (place) => filled.get(place) ?? [place, place];
/** The first node of what stands in a place; a node that is no place stands for itself. */
export const first = (place) => ends(place)[0];
/** All nodes of it. */
export function standing(place) {
  const [from, to] = ends(place);
  const nodes = [from];
  while (nodes.at(-1) !== to) nodes.push(nodes.at(-1).nextSibling);
  return nodes;
}
/** A child by its number, where all that stands in a place is one: that place. The mark of a drawing is none. */
export function child(parent, nth) {
  const place = (node) => places.get(node) ?? node;
  let at = parent.firstChild;
  if (at?.nodeType === Node.COMMENT_NODE) at = at.nextSibling;
  for (; nth > 0 && at; nth--) at = ends(place(at))[1].nextSibling;
  return at && place(at);
}

const waiting = () => [...document.querySelectorAll("[data-awaited]")];
const whole = (part) => part.matches("div") || !part.closest(".timeline--long");
const idle = self.requestIdleCallback ?? ((run) => setTimeout(run, 50));

function fill(parts) {
  if (!parts.length) return;
  // Each is asked for once, whoever comes first.
  const names = parts.map((part) => part.dataset.awaited);
  shop.awaited(names).forEach((html, at) => put(parts[at], html));
  dispatchEvent(new Event("lotrinh-filled"));
}

function put(place, html) {
  near.unobserve(place);
  const held = filled.has(place) && empty(place);
  const { previousSibling: before, nextSibling: behind, parentNode: parent } = place;
  if (html) place.outerHTML = html;
  else place.replaceWith(document.createTextNode(""));
  const nodes = [before ? before.nextSibling : parent.firstChild, behind ? behind.previousSibling : parent.lastChild];
  filled.set(place, nodes);
  places.set(nodes[0], place);
  if (held) {
    const links = standing(place).flatMap((node) => [...(node.querySelectorAll?.(".compare__verdict") ?? [])]);
    links.find((link) => cell(link) === held)?.focus({ preventScroll: true });
  }
}

// A verdict is known by its cell: the rest of its address may be another after a change.
const cell = (link) => /cell=[^&]*/.exec(link?.hash ?? "")?.[0];

/** Puts the place itself back, and gives the cell whose verdict had the focus. */
function empty(place) {
  const nodes = standing(place);
  const active = document.activeElement;
  const held = nodes.some((node) => node.contains(active)) && cell(active);
  nodes.slice(1).forEach((node) => node.remove());
  nodes[0].replaceWith(place);
  forget(place);
  return held;
}

function forget(place) {
  places.delete(first(place));
  filled.delete(place);
  stale.delete(place);
}

function rest() {
  resting = undefined;
  const parts = [...waiting().filter(whole), ...stale];
  // A very long picture takes its time for each.
  fill(parts.slice(0, parts[0]?.closest(".timeline--long") ? 1 : 3));
  found();
}

function found() {
  for (const place of filled.keys()) if (!first(place).isConnected) forget(place);
  // A view that was drawn anew under a reader who is far down must not become shorter.
  if (scrolled > innerHeight) fill(waiting().filter(whole));
  for (const id of unfolded) {
    const fold = document.getElementById(id);
    if (fold) fold.open = true;
  }
  const parts = waiting();
  for (const part of parts) {
    if (part.dataset.rows) part.style.minHeight = `${part.dataset.rows * ROW}px`;
    near.observe(part);
  }
  if (stale.size || parts.some(whole)) resting ??= idle(rest);
}

/** What stands in places shows what was before a change. What a reader sees of it is written at once. */
export function renew() {
  if (!shop) return;
  for (const place of filled.keys()) if (first(place).isConnected) stale.add(place);
  fillSeen();
  found();
}

function fillSeen() {
  fill([...stale].filter((place) => isSeen(...ends(place))));
}

function isSeen(from, to) {
  // What the browser has not laid out is not seen, and to ask where it stands would have it laid out.
  if (from.checkVisibility?.({ contentVisibilityAuto: true }) === false) return false;
  const [{ top, left }, { bottom, right }] = [from, to].map((node) => node.getBoundingClientRect?.() ?? {});
  return top < innerHeight && bottom > 0 && left < innerWidth && right > 0 && bottom > top;
}

// In a wide comparison a verdict's address is that of its plan alone. Who follows or copies it takes the others along.
function widen({ target }) {
  const link = target.closest?.("[data-plans] .compare__verdict");
  if (link) link.hash = link.hash.replace(/plans=[^&]*/, `plans=${link.closest("table").dataset.plans}`);
}

// A list of choices is whole when a hand is on it.
function choose({ target }) {
  if (target.matches?.("select")) fill([...waiting(), ...stale].filter((part) => first(part).parentNode === target));
}

// What a reader has unfolded stays so when the view around it is drawn anew.
const unfolded = new Set();
const folding = "#compare-findings, #compare-plans";

/** Listens for as long as the page lives. `its` is the workshop. */
export function fillLater(its) {
  shop = its;
  const come = (entries) => fill(entries.filter((entry) => entry.isIntersecting && entry.target.isConnected).map(({ target }) => target));
  near = new IntersectionObserver(come, { rootMargin: "600px" });
  new MutationObserver(found).observe(document.body, { childList: true, subtree: true });
  found();
  const scroll = () => {
    scrolled = scrollY;
    fillSeen();
  };
  addEventListener("scroll", scroll, { passive: true, capture: true });
  // Another view begins at its top.
  addEventListener("hashchange", () => (scrolled = scrollY));
  const fold = ({ target }) => {
    if (target.matches(folding)) unfolded[target.open ? "add" : "delete"](target.id);
    // What a fold hides may be as before the last change until it opens.
    fillSeen();
  };
  addEventListener("toggle", fold, true);
  for (const way of ["pointerover", "focusin", "click"]) addEventListener(way, widen, true);
  for (const way of ["pointerdown", "keydown"]) addEventListener(way, choose, true);
  addEventListener("beforeprint", () => fill([...waiting(), ...stale]));
}
