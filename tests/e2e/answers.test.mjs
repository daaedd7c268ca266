// Questions that a view answers in words: an indicator through the plans, a comparison for a report.

import assert from "node:assert/strict";
import { suite, until } from "./harness.mjs";

const test = suite();

test("an indicator is followed from plan to plan and to the provinces, with reasons", async ({ open, axe, shot }) => {
  const page = await open("#/indicator/online_shoppers_share");
  await until(page, () => document.querySelectorAll(".lineage table").length === 2);
  const rows = await page.$$eval(".lineage tbody tr", (all) => all.map((row) => row.innerText.replace(/\s+/g, " ")));
  assert.match(rows[0], /QĐ 1563: 30 %, 2020 .*QĐ 645: 55 %, 2025 .*nâng lên .*30 % → 55 %/);
  assert(rows.some((row) => /Đắk Nông.*ngang bằng.*chặt hơn/.test(row)), rows.join("\n"));
  await axe(page);
  await shot(page, "lineage");
  // A figure leads to its record.
  await page.click(".lineage tbody tr td:nth-child(2) a:last-child");
  await until(page, () => location.hash === "#/plan/vn-2021-2025/t1");
});

test("on a phone, in the dark and in English the steps are all there", async ({ open, axe, shot }) => {
  const page = await open("#/indicator/ecommerce_cashless", { width: 320, dark: true, lang: "en" });
  await until(page, () => document.querySelectorAll(".lineage table").length === 2);
  const words = await page.$$eval(".lineage .verdict", (all) => all.map((word) => word.innerText.trim()));
  assert(["not set", "lower", "redefined", "dropped"].every((wanted) => words.some((word) => word.endsWith(wanted))), words.join());
  assert(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  await axe(page);
  await shot(page, "lineage-phone");
});

test("a comparison is there in words that can be copied into a report", async ({ open, axe, shot }) => {
  const page = await open("#/compare?baseline=vn-2021-2025&plans=dak-nong-2021-2025");
  await until(page, () => Boolean(document.querySelector("#summary")));
  await page.click("#summary > summary");
  const shown = await page.$eval(".summary__plan", (block) => block.innerText.replaceAll("\u00a0", " "));
  assert.match(shown, /2 thấp hơn, 7 ngang bằng, 4 không đặt/);
  assert.match(shown, /Đặt thấp hơn: .*30 % năm 2025.*so với QĐ 645: 50 % năm 2025/);
  assert.match(shown, /Nguồn: .*1364\/QĐ-UBND/);
  const copied = await page.$eval("#summary [data-copy]", (button) => button.dataset.copy.replaceAll("\u00a0", " "));
  assert(copied.includes("Đặt thấp hơn: ") && /#\/compare\?baseline=vn-2021-2025&plans=dak-nong-2021-2025$/.test(copied), copied);
  await axe(page);
  await shot(page, "compare-summary");
});
