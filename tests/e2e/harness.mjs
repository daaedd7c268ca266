// What the end-to-end tests are written with.
//
//   import { suite } from "./harness.mjs";
//   const test = suite();
//   test("the overview names the plans", async ({ open, axe, shot }) => {
//     const page = await open("#/", { width: 320 });
//     …
//   });
//
// A test fails also by what goes wrong beside its assertions: an error in the console, an uncaught exception, a breach
// of the host's policy, a request to another host. A test that provokes one says so with `expectProblem(/…/)`.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test as nodeTest } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { browserName, launch } from "./browser.mjs";
import { dist, hosts, startServer } from "./server.mjs";

export { browserName, hosts };

/** One test may take this long, in milliseconds. */
const TEST_TIMEOUT = 60_000;
/** The app, or what a test waits for, must be there after this long. */
const WAIT_TIMEOUT = 15_000;

const screenshots = process.env.LOTRINH_SCREENSHOTS ?? fileURLToPath(new URL("../../target/screenshots", import.meta.url));
const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Starts a server and a browser for this file, and returns the `test` to write its tests with. */
export function suite() {
  let server;
  const browsers = new Map();

  before(async () => {
    server = await startServer();
  });
  after(async () => {
    for (const browser of browsers.values()) await (await browser).close();
    await server.stop();
  });

  /** Chromium has one browser for both themes, Firefox one for each. */
  function browserFor(dark) {
    const theme = browserName === "firefox" && dark ? "dark" : "light";
    if (!browsers.has(theme)) browsers.set(theme, launch({ dark }));
    return browsers.get(theme);
  }

  return function test(name, body) {
    nodeTest(`${name} [${browserName}]`, { timeout: TEST_TIMEOUT }, async () => {
      const session = new Session(server, browserFor);
      try {
        await body(session.tools());
        await session.expectNoProblems();
      } catch (error) {
        // A panic's own message is in the console, and tells more than the assertion that it broke.
        if (error instanceof assert.AssertionError) error.message += session.described();
        throw error;
      } finally {
        await session.close();
      }
    });
  };
}

/** The pages of one test: they share storage with each other and with no other test. */
class Session {
  #server;
  #browserFor;
  #contexts = new Map();
  #pages = [];
  #problems = [];
  #origins = [];
  #expected = [];

  constructor(server, browserFor) {
    this.#server = server;
    this.#browserFor = browserFor;
    server.strays.length = 0;
  }

  tools() {
    return {
      open: this.open.bind(this),
      openFile: this.openFile.bind(this),
      expectProblem: (pattern) => this.#expected.push(pattern),
      axe,
      shot,
      until,
    };
  }

  /**
   * Opens the site at an address and waits until the app is there.
   * `host` is one of `hosts`, or another server with `origin` and `path`; `path` is a page of the site; `javascript: false` and `mounted: false` open a page on which no app will be.
   */
  async open(hash = "", { host = hosts.strict, mounted = true, path = "", ...options } = {}) {
    if (host.origin) this.#origins.push(host.origin);
    const page = await this.#page(options);
    await page.goto((host.origin ?? this.#server.origin) + host.path + path + withLanguage(hash, options.lang));
    if (mounted) await appIsThere(page);
    return page;
  }

  /** Opens the single-file edition, or another `file` of dist/, from the disk. */
  async openFile(hash = "", { file = "lotrinh.html", mounted = true, ...options } = {}) {
    const page = await this.#page(options);
    await page.goto(pathToFileURL(join(dist, file)) + withLanguage(hash, options.lang));
    if (mounted) await appIsThere(page);
    return page;
  }

  async #page({ width = 1280, height = 900, dark = false, javascript = true }) {
    const browser = await this.#browserFor(dark);
    if (!this.#contexts.has(browser)) this.#contexts.set(browser, await browser.createBrowserContext());
    const page = await this.#contexts.get(browser).newPage();
    this.#pages.push(page);
    page.setDefaultTimeout(WAIT_TIMEOUT);
    await page.setViewport({ width, height });
    if (browserName === "chromium") {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    }
    if (!javascript) await page.setJavaScriptEnabled(false);
    await this.#watch(page);
    return page;
  }

  async #watch(page) {
    page.on("pageerror", (error) => this.#problems.push(`uncaught: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.#problems.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      const own = [`${this.#server.origin}/`, ...this.#origins.map((origin) => `${origin}/`), "file:", "data:", "blob:", "about:"];
      if (!own.some((start) => request.url().startsWith(start))) this.#problems.push(`request to another host: ${request.url()}`);
    });
    // Firefox tells breaches of the policy to the page and to nobody else.
    await page.evaluateOnNewDocument(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
      });
    });
  }

  async expectNoProblems() {
    // What went wrong just now is still on its way here. It comes before the answer to a later question.
    for (const page of this.#pages.filter((page) => !page.isClosed() && page.isJavaScriptEnabled())) {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }
    const strays = this.#server.strays.map((path) => `request outside the site's folder: ${path}`);
    const problems = [...this.#problems, ...strays];
    const unexpected = problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
    if (unexpected.length) assert.fail(`something went wrong beside the assertions: ${unexpected.join("; ")}`);
    for (const pattern of this.#expected) {
      assert(problems.some((problem) => pattern.test(problem)), `expected a problem like ${pattern}; there were: ${problems.join("; ") || "none"}`);
    }
  }

  described() {
    return this.#problems.length ? `\nbeside it:\n  ${this.#problems.join("\n  ")}` : "";
  }

  async close() {
    for (const context of this.#contexts.values()) await context.close();
  }
}

/** The language is a parameter of the address: all that the harness knows about addresses. */
function withLanguage(hash, lang) {
  if (!lang) return hash;
  return `${hash || "#/"}${hash.includes("?") ? "&" : "?"}lang=${lang}`;
}

/** The app removes #boot when it runs, #static when it has taken its place, and what says that a part of the view is
 *  still on its way. When it does not, what boot.js says there is the best message. */
async function appIsThere(page) {
  const state = await until(page, () => {
    const boot = document.getElementById("boot");
    if (!boot) return document.readyState === "complete" && !document.querySelector("#static, .far-awaited") && "mounted";
    return boot.classList.contains("boot--failed") && boot.innerText;
  });
  if (state !== "mounted") assert.fail(`the app did not start; the page says:\n${state}`);
}

/** Waits until a function, run in the page, returns something true, and returns that. */
export async function until(page, check, ...values) {
  const deadline = Date.now() + WAIT_TIMEOUT;
  for (;;) {
    let result;
    try {
      result = await page.evaluate(check, ...values);
    } catch (error) {
      // A page that is loaded anew takes the question's own context away with it: the new page is asked.
      if (!/context|realm|navigat|destroyed/i.test(error.message)) throw error;
    }
    if (result) return result;
    if (Date.now() > deadline) assert.fail(`waited ${WAIT_TIMEOUT / 1000} s in vain for ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Fails on any violation that axe finds on the page, or in the part of it that `options.include` selects. */
export async function axe(page, { include, disable = [] } = {}) {
  await page.evaluate(await axeSource);
  const violations = await page.evaluate(
    async (include, disable) => {
      const rules = Object.fromEntries(disable.map((rule) => [rule, { enabled: false }]));
      const { violations } = await window.axe.run(include ?? document, { rules, resultTypes: ["violations"] });
      return violations.map(({ id, help, nodes }) => ({
        rule: `${id}: ${help}`,
        nodes: nodes.map(({ html, target, failureSummary }) => `${target.join(" ")}  ${html}\n${failureSummary}`),
      }));
    },
    include ?? null,
    disable,
  );
  const report = violations.map(({ rule, nodes }) => `${rule}\n${nodes.map((node) => `  ${node.replaceAll("\n", "\n    ")}`).join("\n")}`);
  assert.equal(report.length, 0, `axe found ${report.length} violations on ${page.url()}\n${report.join("\n")}`);
}

/** Keeps a picture of the page in target/screenshots, for people to look at. */
export async function shot(page, name, { fullPage = true } = {}) {
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}-${browserName}.png`), fullPage });
}

/** How many pages a browser prints of what it shows; Chromium only. */
export async function printedPages(page) {
  const pdf = Buffer.from(await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  return (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}
