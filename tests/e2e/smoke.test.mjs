// The site starts, in every edition and on every kind of host, or says why it does not.

import assert from "node:assert/strict";
import { browserName, hosts, suite, until } from "./harness.mjs";

const test = suite();

const message = (page) => until(page, () => document.querySelector("#boot.boot--failed")?.innerText);

test("the app starts from a sub-folder under a strict policy", async ({ open, axe, shot }) => {
  const page = await open();
  assert.match(await page.title(), /Lộ trình/);
  assert.equal(await page.$eval("html", (html) => html.lang), "vi");
  await shot(page, "smoke");
  await axe(page);
});

test("the app starts in the dark and on a narrow screen", async ({ open, axe, shot }) => {
  const page = await open("", { dark: true, width: 320, height: 640 });
  assert(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches));
  assert.equal(await page.evaluate(() => innerWidth), 320);
  await shot(page, "smoke-dark-narrow");
  await axe(page);
});

test("the single file opens from a disk", async ({ openFile, axe }) => {
  const page = await openFile();
  assert.match(await page.title(), /Lộ trình/);
  await axe(page);
});

test("the site's page, opened from a disk, points to the single file", async ({ openFile }) => {
  const page = await openFile("#/x", { file: "index.html", mounted: false });
  assert.match(await message(page), /lotrinh\.html/);
  assert.match(await page.$eval("#boot a", (link) => link.href), /\/lotrinh\.html#\/x$/);
});

test("the app starts where the server mislabels WebAssembly", async ({ open }) => {
  await open("", { host: hosts.mislabels });
});

test("a host that forbids WebAssembly is named as the reason", async ({ open, axe, expectProblem }) => {
  expectProblem(/./);
  const page = await open("", { host: hosts.forbidsWasm, mounted: false });
  assert.match(await message(page), /chính sách bảo mật[^]*security policy[^]*Dữ liệu mở/);
  await axe(page, { include: "#boot" });
});

for (const host of ["lacksWasm", "lacksScript"]) {
  test(`an incomplete download offers another try and other ways (${host})`, async ({ open, axe, shot, expectProblem }) => {
    expectProblem(/./);
    const page = await open("", { host: hosts[host], mounted: false });
    assert.match(await message(page), /Chưa tải được hết[^]*did not load completely[^]*Thử lại[^]*Bản một tệp[^]*Dữ liệu mở/);
    await shot(page, `boot-failed-${host}`);
    await axe(page, { include: "#boot" });
  });
}

test("the single file also opens from a host that says another encoding", async ({ open }) => {
  const page = await open("#/plan/dak-nong-2021-2025/t5", { host: hosts.plain, path: "lotrinh.html" });
  assert.match(await page.evaluate(() => document.querySelector("main").innerText.replaceAll("\u00a0", " ")), /30 %/);
});
