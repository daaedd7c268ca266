// The timeline as an instrument: what is in sight is moved by wheel, drag, pinch, keys and buttons, and the tasks are
// walked by arrow keys. Rust decides where a move leads (src/timeline/window.rs) and what the address of that is; while
// the hand moves, only the part of each picture that stands in sight is set. See src/ui/views/timeline for the marks.

const ZOOM = 1.3;
const STEP = 0.25;
// So many milliseconds after the last move the address follows, and with it the drawing.
const REST = 250;

let shop;
let root;
// The part of the axis in sight while it moves; undefined as long as it is what was drawn.
let sight;
let pictures = [];
let timer;
let frame;
// The task that has the focus while the drawing is made anew; others find it again by their names.
let held = -1;

const drawn = () => ({ start: Number(root.dataset.start), width: Number(root.dataset.width) });
const first = () => Number(root.dataset.first);
const last = () => Number(root.dataset.last);
const axis = () => root.querySelector(".timeline-axis__years").getBoundingClientRect();
const part = (x) => {
  const { left, width } = axis();
  return Math.min(Math.max((x - left) / width, 0), 1);
};

function move(verb, amount, about = 0.5) {
  const { start, width } = sight ?? drawn();
  const moved = shop.timelineMove(start, width, verb, amount, about, last() - first() + 1);
  sight = { start: moved[0], width: moved[1] };
  frame ??= requestAnimationFrame(show);
  clearTimeout(timer);
  timer = setTimeout(settle, REST);
}

function show() {
  frame = undefined;
  if (sight) place(sight);
}

function place({ start, width }) {
  const x = `${(-100 * start) / width}%`;
  const wide = `${100 / width}%`;
  for (const picture of pictures) {
    picture.setAttribute("x", x);
    picture.setAttribute("width", wide);
  }
}

// The address says what is in sight, so that it can be copied, left and found again.
function settle() {
  if (!sight || !root?.isConnected) return;
  const address = shop.timelineSight(location.hash, sight.start, sight.width, first(), last());
  if (address !== location.hash) {
    held = tasks().indexOf(document.activeElement);
    location.replace(address);
  } else {
    sight = undefined;
    place(drawn());
  }
}

const MOVES = {
  earlier: () => move("pan", -STEP),
  later: () => move("pan", STEP),
  in: () => move("zoom", 1 / ZOOM),
  out: () => move("zoom", ZOOM),
  whole: () => move("whole", 0),
};

// The tasks in sight, and the first task of each lane.
const tasks = () => [...root.querySelectorAll(".timeline-row__task > a")].filter((link) => !link.closest("details:not([open])"));
const lane = (element) => element.closest(".timeline-lane");

function walk(key, from) {
  const all = tasks();
  const at = all.indexOf(from);
  if (at < 0) return key === "ArrowDown" || key === "Home" ? all[0] : undefined;
  const here = lane(from);
  switch (key) {
    case "ArrowDown":
      return all[at + 1];
    case "ArrowUp":
      return all[at - 1];
    case "ArrowRight":
      return all.slice(at).find((link) => lane(link) !== here);
    case "ArrowLeft": {
      const before = all.slice(0, at).findLast((link) => lane(link) !== here);
      return before && all.find((link) => lane(link) === lane(before));
    }
    case "Home":
      return all.find((link) => lane(link) === here);
    case "End":
      return all.findLast((link) => lane(link) === here);
  }
}

// A link says its task; what it stands in is said beside it.
function say(link) {
  const within = tasks().filter((other) => lane(other) === lane(link));
  const name = lane(link).querySelector("h3").textContent.trim();
  const years = link.parentElement.querySelector(".timeline-row__years")?.textContent ?? "";
  document.getElementById("timeline-said").textContent = `${name} · ${within.indexOf(link) + 1}/${within.length} · ${years}`;
}

function pressed(event) {
  if (!root?.contains(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  const moves = { "+": "in", "=": "in", "-": "out", "−": "out", 0: "whole" };
  const shifted = { ArrowLeft: "earlier", ArrowRight: "later" };
  const verb = event.shiftKey && shifted[key] ? shifted[key] : moves[key];
  if (verb) MOVES[verb]();
  else {
    const next = walk(key, event.target);
    if (!next) return;
    next.focus();
    say(next);
  }
  event.preventDefault();
}

function wheeled(event) {
  if (!root?.contains(event.target)) return;
  if (event.ctrlKey || event.metaKey) move("zoom", Math.exp(event.deltaY / 200), part(event.clientX));
  else {
    const sideways = event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
    move("pan", sideways / axis().width);
  }
  event.preventDefault();
}

// Fingers, pens and the mouse on the drawing, by pointer.
const hands = new Map();
let chosen;

function down(event) {
  if (!root?.contains(event.target) || event.button !== 0 || !event.target.closest("svg")) return;
  hands.set(event.pointerId, event.clientX);
  if (event.shiftKey) chosen = { from: event.clientX, mark: marked() };
  else if (event.pointerType === "mouse") event.preventDefault();
}

function marked() {
  const mark = document.createElement("div");
  mark.className = "timeline-chosen";
  root.append(mark);
  return mark;
}

function drag(event) {
  const before = hands.get(event.pointerId);
  if (before === undefined) return;
  const { clientX } = event;
  if (chosen) {
    const { left } = root.getBoundingClientRect();
    chosen.mark.style.left = `${Math.min(chosen.from, clientX) - left}px`;
    chosen.mark.style.width = `${Math.abs(clientX - chosen.from)}px`;
    return;
  }
  if (hands.size === 2) {
    const [other] = [...hands].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
    const [was, is] = [Math.abs(before - other), Math.abs(clientX - other)];
    if (was > 10 && is > 10) move("zoom", was / is, part((clientX + other) / 2));
  } else if (clientX !== before) {
    root.classList.add("is-dragged");
    move("pan", (before - clientX) / axis().width);
  }
  hands.set(event.pointerId, clientX);
}

function up(event) {
  if (!hands.delete(event.pointerId)) return;
  root?.classList.remove("is-dragged");
  if (!chosen) return;
  const { from, mark } = chosen;
  chosen = undefined;
  mark.remove();
  if (event.type === "pointerup" && Math.abs(event.clientX - from) > 4) {
    const { start, width } = drawn();
    const at = (x) => start + part(x) * width;
    location.hash = shop.timelineYears(location.hash, at(from), at(event.clientX), first(), last());
  }
}

// A lane that is opened or closed by its own sign: the address follows.
function toggled({ target }) {
  const { lane: key, open } = target.dataset ?? {};
  if (key === undefined || !root?.contains(target) || target.open === (open === "1")) return;
  target.dataset.open = target.open ? "1" : "";
  location.replace(shop.timelineTurn(location.hash, key));
}

function gather() {
  if (!root) return;
  pictures = root.querySelectorAll(".timeline-zoom");
  if (sight) place(sight);
  // One stop of the tab key a lane; arrow keys walk within.
  for (const rows of root.querySelectorAll(".timeline-lane")) {
    [...rows.querySelectorAll(".timeline-row__task > a")].slice(1).forEach((link) => (link.tabIndex = -1));
  }
}

// The drawing has been made anew: its pictures are others.
function found() {
  const now = document.getElementById("timeline");
  if (now === root) return;
  root = now;
  sight = undefined;
  if (!root) return;
  gather();
  if (held >= 0) tasks()[held]?.focus({ preventScroll: true });
  held = -1;
}

/** Listens for as long as the page lives. `its` is the workshop. */
export function instrument(its) {
  shop = its;
  new MutationObserver(found).observe(document.body, { childList: true, subtree: true });
  found();
  // Lanes that were opened or closed before anybody listened.
  for (const lane of document.querySelectorAll("#timeline [data-lane]")) toggled({ target: lane });
  document.addEventListener("click", ({ target }) => MOVES[target.closest?.("[data-timeline]")?.dataset.timeline]?.());
  document.addEventListener("keydown", pressed);
  document.addEventListener("wheel", wheeled, { passive: false });
  document.addEventListener("pointerdown", down);
  document.addEventListener("pointermove", drag);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, up);
  document.addEventListener("toggle", toggled, true);
  // Paper has the whole of it.
  addEventListener("lotrinh-filled", gather);
  addEventListener("beforeprint", () => root && place({ start: 0, width: 1 }));
  addEventListener("afterprint", () => root && place(sight ?? drawn()));
}
