// The timeline as an instrument: zoomed, moved, walked and opened by every hand that a reader may have.

import assert from "node:assert/strict";
import { suite, until } from "./harness.mjs";

const test = suite();

const hash = (page) => page.evaluate(() => location.hash);
const span = async (page) => /span=([\d~-]+)/.exec(await hash(page))?.[1];
const spanned = (page) => until(page, () => /span=/.test(location.hash) && document.getElementById("timeline").dataset.width < 1);
const axis = (page) =>
  page.$eval(".timeline-axis__years", (svg) => {
    svg.scrollIntoView({ block: "center" });
    const { left, top, width } = svg.getBoundingClientRect();
    return { left, top: top + 34, width };
  });
const zoomed = (page) => page.$$eval(".timeline-zoom", (all) => new Set(all.map((svg) => `${svg.getAttribute("x")} ${svg.getAttribute("width")}`)).size);

test("buttons and keys zoom and move, and the address follows", async ({ open, axe, shot }) => {
  const page = await open("#/timeline?plans=vn-2016-2020");
  await until(page, () => Boolean(document.getElementById("timeline")));
  await page.click("#timeline-in");
  await page.click("#timeline-in");
  await spanned(page);
  assert.equal(await zoomed(page), 1, "all pictures show the same part");
  assert.match(await page.$eval("#timeline-sight", (p) => p.innerText), /Đang thấy từ \d\d\/20\d\d đến \d\d\/20\d\d/);
  const before = await span(page);
  await page.focus(".timeline-row__task > a");
  for (const key of ["ArrowRight", "ArrowLeft"]) {
    await page.keyboard.down("Shift");
    await page.keyboard.press(key);
    await page.keyboard.up("Shift");
  }
  await page.keyboard.press("+");
  await until(page, (before) => !location.hash.includes(before), before);
  const nearer = await span(page);
  await page.keyboard.press("-");
  await until(page, (nearer) => !location.hash.includes(nearer), nearer);
  await axe(page);
  await shot(page, "timeline-zoomed");
  // The same address shows the same part again.
  const left = await span(page);
  await page.reload();
  await until(page, () => document.getElementById("timeline")?.dataset.width < 1);
  assert.equal(await span(page), left);
  await page.focus(".timeline-row__task > a");
  await page.keyboard.press("0");
  await until(page, () => !/span=/.test(location.hash) && document.getElementById("timeline").dataset.width === "1");
});

test("a drag moves what is in sight, and its reverse moves it back", async ({ open }) => {
  const page = await open("#/timeline?plans=vn-2016-2020&span=2017-01~2018-12");
  await until(page, () => Boolean(document.getElementById("timeline")));
  const drag = async (from, to) => {
    const { left, top, width } = await axis(page);
    await page.mouse.move(left + from * width, top);
    await page.mouse.down();
    await page.mouse.move(left + to * width, top, { steps: 4 });
    await page.mouse.up();
  };
  await drag(0.8, 0.3);
  await until(page, () => /span=2018-01~2019-12/.test(location.hash));
  await drag(0.3, 0.8);
  await until(page, () => /span=2017-01~2018-12/.test(location.hash));
  // A link is still a link.
  await page.click(".timeline-row__task > a");
  await until(page, () => /^#\/plan\/vn-2016-2020\//.test(location.hash));
});

test("the wheel zooms about the pointer with Ctrl, moves sideways, and else scrolls the page", async ({ open }) => {
  const page = await open("#/timeline?plans=vn-2016-2020");
  await until(page, () => Boolean(document.getElementById("timeline")));
  const turn = (deltas) =>
    page.evaluate((deltas) => {
      const svg = document.querySelector(".timeline-axis__years");
      const { left, top, width } = svg.getBoundingClientRect();
      const event = new WheelEvent("wheel", { ...deltas, clientX: left + width, clientY: top + 34, bubbles: true, cancelable: true });
      svg.dispatchEvent(event);
      return event.defaultPrevented;
    }, deltas);
  assert.equal(await turn({ deltaY: 100 }), false);
  assert.equal(await turn({ deltaY: -200, ctrlKey: true }), true);
  await spanned(page);
  // What the pointer stood at, the end of the axis, is still there.
  assert.match(await span(page), /~2020-12$/);
  const before = await span(page);
  assert.equal(await turn({ deltaX: -300 }), true);
  await until(page, (before) => !location.hash.includes(before), before);
});

test("two fingers zoom", async ({ open }) => {
  const page = await open("#/timeline?plans=vn-2016-2020", { width: 390 });
  await until(page, () => Boolean(document.getElementById("timeline")));
  await page.evaluate(() => {
    const svg = document.querySelector(".timeline-axis__years");
    const { left, top, width } = svg.getBoundingClientRect();
    const at = (part) => ({ clientX: left + part * width, clientY: top + 34, bubbles: true, cancelable: true, pointerType: "touch" });
    const finger = (type, pointerId, part) => svg.dispatchEvent(new PointerEvent(type, { ...at(part), pointerId }));
    finger("pointerdown", 1, 0.4);
    finger("pointerdown", 2, 0.6);
    finger("pointermove", 1, 0.2);
    finger("pointermove", 2, 0.8);
    finger("pointerup", 1, 0.2);
    finger("pointerup", 2, 0.8);
  });
  await spanned(page);
  const width = Number(await page.$eval("#timeline", (timeline) => timeline.dataset.width));
  assert(Math.abs(width - 1 / 3) < 0.02, `three times as near: ${width}`);
  assert(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
});

test("Shift and a drag choose the years whose tasks are shown", async ({ open }) => {
  const page = await open("#/timeline?plans=vn-2016-2020");
  await until(page, () => Boolean(document.getElementById("timeline")));
  const { left, top, width } = await axis(page);
  await page.keyboard.down("Shift");
  await page.mouse.move(left + 0.25 * width, top);
  await page.mouse.down();
  await page.mouse.move(left + 0.5 * width, top, { steps: 3 });
  assert.equal(await page.$$eval(".timeline-chosen", (all) => all.length), 1);
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await until(page, () => /from=2017&to=2018/.test(location.hash));
  await until(page, () => document.getElementById("timeline-from").selectedOptions[0].text === "2017");
});

test("arrow keys walk tasks and lanes, and say where one is", async ({ open, axe }) => {
  const page = await open("#/timeline?plans=dak-nong-2021-2025");
  await until(page, () => Boolean(document.getElementById("timeline")));
  const here = () =>
    page.evaluate(() => {
      const link = document.activeElement;
      const lane = link.closest(".timeline-lane");
      const links = [...document.querySelectorAll(".timeline-row__task > a")].filter((other) => !other.closest("details:not([open])"));
      return { lane: lane?.querySelector("h3").textContent.trim(), at: links.indexOf(link), tag: link.tagName };
    });
  const said = () => page.$eval("#timeline-said", (status) => status.textContent);
  await page.focus(".timeline-row__task > a");
  const first = await here();
  await page.keyboard.press("ArrowDown");
  assert.equal((await here()).at, first.at + 1);
  assert.match(await said(), new RegExp(`^${first.lane} · 2/\\d+ · .*20`));
  await page.keyboard.press("ArrowRight");
  const next = await here();
  assert.notEqual(next.lane, first.lane);
  assert((await said()).startsWith(next.lane));
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await here(), first);
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  assert.deepEqual(await here(), first);
  // The tab key stops once in a lane.
  const stops = await page.$$eval(".timeline-lane", (lanes) =>
    lanes.map((lane) => [...lane.querySelectorAll(".timeline-row__task > a")].filter((link) => link.tabIndex >= 0).length));
  assert(stops.every((n) => n <= 1), stops.join());
  await axe(page);
});

test("lanes open, close and change their order, and the address says so", async ({ open, axe, shot }) => {
  const page = await open("#/timeline?lanes=plan");
  await until(page, () => Boolean(document.getElementById("timeline")));
  const lanes = () => page.$$eval(".timeline-lane h3", (all) => all.map((h3) => h3.textContent.trim()));
  await page.evaluate(() => document.querySelector("details[data-lane='brvt-2021-2025'] > summary").click());
  await until(page, () => location.hash.includes("but=brvt-2021-2025"));
  assert(await page.$eval("details[data-lane='brvt-2021-2025']", (details) => details.open));
  await page.reload();
  await until(page, () => document.querySelector("details[data-lane='brvt-2021-2025']")?.open);
  await page.evaluate(() => document.querySelector("details[data-lane='brvt-2021-2025'] > summary").click());
  await until(page, () => !location.hash.includes("but="));
  await page.evaluate(() => (location.hash = "#/timeline?lanes=plan&open=none"));
  await until(page, () => document.querySelectorAll("details[data-lane]:not([open])").length === document.querySelectorAll(".timeline-lane").length);
  await axe(page);
  await shot(page, "timeline-closed");
  const usual = await lanes();
  await page.select("#timeline-order", "#/timeline?lanes=plan&order=name&open=none");
  await until(page, () => location.hash.includes("order=name"));
  await until(page, (first) => document.querySelector(".timeline-lane h3").textContent.trim() !== first, usual[0]);
  const named = await lanes();
  assert.deepEqual([...named].sort(), [...usual].sort());
  assert.notDeepEqual(named, usual);
});

test("on paper it is whole", async ({ open }) => {
  const page = await open("#/timeline?plans=vn-2016-2020&span=2018-01~2018-06");
  await until(page, () => Boolean(document.getElementById("timeline")));
  const shown = () => page.$eval(".timeline-zoom", (svg) => `${svg.getAttribute("x")} ${svg.getAttribute("width")}`);
  const before = await shown();
  // As the browser does around printing.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await shown(), "0% 100%");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  const [x, width] = (await shown()).split(" ").map(parseFloat);
  assert(Math.abs(x - parseFloat(before)) < 0.1 && Math.abs(width - parseFloat(before.split(" ")[1])) < 0.1);
});

test("what is filled in later has the reader's language", async ({ open }) => {
  const page = await open("#/timeline");
  await page.evaluate(() => localStorage.setItem("lotrinh.lang", "en"));
  await page.goto(page.url());
  await page.reload();
  await until(page, () => document.documentElement.lang === "en" && document.querySelectorAll(".timeline-row").length > 300);
  const about = await page.$$eval(".timeline-row__about", (all) => all.map((one) => one.textContent));
  assert.equal(about.filter((text) => /chủ trì|phối hợp/.test(text)).length, 0);
});

test("a wide comparison is whole a moment later, with its address in the words to copy", async ({ open }) => {
  const plans = "vn-2016-2020,vn-2026-2030-draft,brvt-2021-2025,dak-nong-2021-2025,vn-2026-2030,gia-lai-2026-2030,da-nang-2026-2030,vinh-long-2026-2030";
  const page = await open(`#/compare?baseline=vn-2021-2025&plans=${plans}`);
  await until(page, () => document.querySelector("#summary [data-copy]") && !document.querySelector("[data-awaited]"));
  assert.match(await page.$eval("#summary [data-copy]", (button) => button.dataset.copy), /\nhttp[^\n]*#\/compare\?/);
  const heads = await page.$$eval(".compare__group", (all) => all.map((one) => one.textContent));
  assert.deepEqual(heads, [...new Set(heads)]);
  assert((await page.$$(".compare__table tbody > tr:not(.compare__group)")).length > 30);
});
