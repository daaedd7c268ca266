// The harness notices what it is there to notice. Without this, a test suite that sees nothing would look green.

import assert from "node:assert/strict";
import { suite, until } from "./harness.mjs";

const test = suite();

test("an error in the console is noticed", async ({ open, expectProblem }) => {
  expectProblem(/^console: on purpose$/);
  const page = await open();
  await page.evaluate(() => console.error("on purpose"));
});

test("an uncaught exception is noticed", async ({ open, expectProblem }) => {
  expectProblem(/^uncaught: .*on purpose/);
  const page = await open();
  await page.evaluate(() => new Promise((done) => setTimeout(() => { setTimeout(done, 50); throw new Error("on purpose"); })));
});

test("a breach of the policy is noticed", async ({ open, expectProblem }) => {
  expectProblem(/^console: policy: style-src/);
  expectProblem(/./);
  const page = await open();
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
});

test("a request to another host is noticed", async ({ openFile, expectProblem }) => {
  expectProblem(/^request to another host: http:\/\/127\.0\.0\.2:8081\/x$/);
  // That it fails is logged too, in each browser's own words.
  expectProblem(/./);
  const page = await openFile();
  await page.evaluate(() => fetch("http://127.0.0.2:8081/x").catch(() => {}));
});

test("a request outside the site's folder is noticed", async ({ open, expectProblem }) => {
  expectProblem(/^request outside the site's folder: \/stray$/);
  expectProblem(/./);
  const page = await open();
  await page.evaluate(() => fetch("/stray"));
});

test("axe's violations fail a test and are spelled out", async ({ open, axe }) => {
  const page = await open();
  await page.evaluate(() => document.body.append(document.createElement("img")));
  await assert.rejects(axe(page), /image-alt[^]*<img>/);
});

test("an app that does not start fails a test with the page's own words", async ({ open, expectProblem }) => {
  expectProblem(/./);
  const { hosts } = await import("./harness.mjs");
  await assert.rejects(open("", { host: hosts.lacksWasm }), /did not start[^]*Chưa tải được hết/);
});

test("puppeteer's own ways to find and press things work under the policy", async ({ open }) => {
  const page = await open();
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.textContent = "press me";
    button.addEventListener("click", () => (button.textContent = "pressed"));
    document.body.prepend(button);
  });
  await page.locator("::-p-text(press me)").click();
  await page.waitForSelector("::-p-text(pressed)");
  await page.waitForFunction(() => document.querySelector("button").textContent === "pressed");
  await until(page, () => document.activeElement.textContent === "pressed");
});
