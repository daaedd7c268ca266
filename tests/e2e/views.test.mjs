// Every view in both themes and both languages, at both ends of width: axe finds nothing, nothing but tables
// scrolls sideways, and each view has its heading.

import assert from "node:assert/strict";
import { suite } from "./harness.mjs";

const test = suite();

/** Name and address: each view, with the states that look different. */
const views = {
  overview: "#/",
  plans: "#/plans",
  plan: "#/plan/dak-nong-2021-2025",
  "plan-targets": "#/plan/vn-2021-2025?part=targets",
  "plan-tasks": "#/plan/vn-2016-2020?part=tasks",
  "plan-money": "#/plan/brvt-2021-2025?part=provisions",
  "plan-defects": "#/plan/vn-2026-2030-draft?part=defects",
  "plan-press": "#/plan/gia-lai-2026-2030",
  "record-target": "#/plan/dak-nong-2021-2025/t5",
  "record-task": "#/plan/vn-2016-2020/n88",
  timeline: "#/timeline?plans=vn-2016-2020",
  "timeline-table": "#/timeline?plans=brvt-2021-2025&table=1",
  "timeline-empty": "#/timeline?plans=vn-2026-2030",
  agencies: "#/agencies",
  "agencies-cell": "#/agencies?columns=plan&today=1&cell=bo-tai-chinh~_",
  "agencies-with": "#/agencies?columns=with&cell=bo-cong-thuong~bo-tai-chinh",
  "agencies-turned": "#/agencies?rows=year&columns=agency&cell=2018~bo-cong-thuong",
  "agencies-years": "#/agencies?columns=year&plans=vn-2016-2020",
  agency: "#/agency/bo-thong-tin-truyen-thong",
  compare: "#/compare?cell=dak-nong-2021-2025~ecommerce_cashless",
  "compare-many": "#/compare?plans=vn-2016-2020,brvt-2021-2025,dak-nong-2021-2025,vn-2026-2030,gia-lai-2026-2030,da-nang-2026-2030&differences=1&order=verdict",
  indicators: "#/indicators",
  indicator: "#/indicator/b2c_retail_share",
  search: "#/search?words=thuong%20mai",
  "search-narrowed": "#/search?words=thanh%20toan&kind=task&plan=vn-2016-2020&agency=ngan-hang-nha-nuoc&year=2018",
  "search-nothing": "#/search?words=zzzzzz",
  import: "#/import",
  data: "#/data",
  "broken-address": "#/plan/vn-2021-2025/t999",
};

const sideways = (page) =>
  page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: document.documentElement.clientWidth }));

for (const [name, hash] of Object.entries(views)) {
  test(`${name}: wide, light, Vietnamese`, async ({ open, axe, shot }) => {
    const page = await open(hash, { width: 1280 });
    await axe(page);
    await shot(page, `${name}-wide-light`);
    const headings = await page.$$eval("h1", (all) => all.map((h1) => h1.textContent.trim()));
    assert.equal(headings.length, 1);
    assert.notEqual(headings[0], "");
    assert.notEqual(await page.title(), "");
  });

  test(`${name}: 320 px, dark, English`, async ({ open, axe, shot }) => {
    const page = await open(hash, { width: 320, height: 640, dark: true, lang: "en" });
    await axe(page);
    await shot(page, `${name}-phone-dark`);
    const { wide, seen } = await sideways(page);
    assert(wide <= seen, `the page is ${wide} px wide in a window of ${seen} px`);
    assert.equal(await page.$eval("html", (html) => html.lang), "en");
  });
}
