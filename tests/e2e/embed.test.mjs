// Figures in other people's articles: heights that follow, sandboxes, themes, frozen pages, the studio's code.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { browserName, hosts, suite, until } from "./harness.mjs";
import { dist } from "./server.mjs";

const test = suite();
const listed = JSON.parse(readFileSync(join(dist, "embed/pages.json"), "utf8"));

/** An article on another origin: another port of this machine. */
async function article(body, work) {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html><html lang="en"><title>Article</title><body style="margin:0"><h1>Article</h1>${body}`));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    await work({ origin: `http://127.0.0.1:${server.address().port}`, path: "/" });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The address of the site in the tests' own server, as the article sees it. */
async function site(open) {
  const page = await open("", { path: "embed/i/b2c_retail_share.html", mounted: false });
  return page.url().replace(/embed\/.*/, "");
}

const heights = (page) => page.$$eval("iframe", (all) => all.map((frame) => frame.clientHeight));

for (const dark of [false, true]) {
  test(`three embeds in an article, one in a sandbox, take the height of their content (${dark ? "dark" : "light"})`, async ({ open, until, shot }) => {
    const root = await site(open);
    const theme = dark ? "?theme=dark" : "";
    const body = `<script src="${root}embed.js" defer></script>
      <lo-trinh-embed src="${root}embed/i/b2c_retail_share.html${theme}" title="one"><p>fallback</p></lo-trinh-embed>
      <iframe data-lo-trinh src="${root}embed/en/c/dak-nong-2021-2025--vn-2021-2025.html${theme}" title="two" style="width:640px;height:300px"></iframe>
      <iframe data-lo-trinh sandbox="allow-scripts" src="${root}embed/i/ecommerce_cashless.html${theme}" title="three" style="width:100%;height:300px"></iframe>`;
    await article(body, async (host) => {
      const page = await open("", { host, mounted: false, dark });
      await until(page, () => {
        const all = [...document.querySelectorAll("iframe")];
        // Frames below the fold load when they come near.
        all.at(-1)?.scrollIntoView();
        return all.length === 3 && all.every((frame) => frame.style.height && !["300px", "600px"].includes(frame.style.height));
      });
      for (const frame of page.frames().filter((frame) => frame !== page.mainFrame())) {
        const measure = () =>
          frame.evaluate(() => ({
            inside: document.body.getBoundingClientRect().height,
            sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          }));
        let found = {};
        // A height that arrives can take a scroll bar away, and so change the height once more.
        for (let tries = 0; tries < 40; tries++) {
          found = { ...(await measure()), heights: await heights(page) };
          if (found.heights.some((height) => Math.abs(height - found.inside) <= 2)) break;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        const { inside, sideways } = found;
        assert(found.heights.some((height) => Math.abs(height - inside) <= 2), `${frame.url()}: ${JSON.stringify(found)}`);
        assert(sideways <= 0, `scrolls sideways by ${sideways} px`);
        assert.match(await frame.evaluate(() => document.querySelector(".embed-source").innerText), /Lộ trình/);
        if (dark) assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), "dark");
      }
      await shot(page, `embed-article-${dark ? "dark" : "light"}`);
    });
  });
}

test("a frame believes nobody else, and an article nobody else's frame", async ({ open, until }) => {
  const root = await site(open);
  const body = `<script src="${root}embed.js" defer></script><iframe data-lo-trinh src="${root}embed/i/b2c_retail_share.html" title="one" style="width:640px;height:301px"></iframe>
    <iframe id="stranger" srcdoc="<script>parent.postMessage({lotrinh:'height',height:4321},'*')</script>" title="two"></iframe>`;
  await article(body, async (host) => {
    const page = await open("", { host, mounted: false });
    await until(page, () => document.querySelector("iframe").style.height !== "301px");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert(!(await heights(page)).includes(4321));
  });
});

// The build puts a packed copy beside each file; of small files it may be no smaller.
const packed = (file) => (existsSync(join(dist, `${file}.br`)) ? statSync(join(dist, `${file}.br`)).size : brotliCompressSync(readFileSync(join(dist, file))).length);

/** The files of ours that a page has loaded, by their paths in dist/, and what they weigh with brotli. */
async function weight(page, path) {
  const names = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
  const files = new Set([path, ...names.filter((name) => name.includes("/lotrinh/")).map((name) => new URL(name).pathname.split("/lotrinh/")[1])]);
  return { files: [...files], bytes: [...files].reduce((sum, file) => sum + packed(file), 0) };
}

test("a figure is there before any WebAssembly, and small", async ({ open, axe }) => {
  for (const path of ["embed/c/dak-nong-2021-2025--vn-2021-2025.html", "embed/timeline.html"]) {
    const page = await open("", { path, mounted: false });
    const { files, bytes } = await weight(page, path);
    assert(!files.some((file) => file.endsWith(".wasm")), files.join("\n"));
    assert(bytes <= 40_000, `${path}: ${bytes} bytes`);
    await axe(page);
  }
});

test("an embedded indicator is the figure with its table, and what else there is stands on the full page", async ({ open }) => {
  const page = await open("", { path: "embed/i/b2c_retail_share.html", mounted: false });
  const shown = await page.$$eval("main h2", (all) => all.filter((heading) => heading.getBoundingClientRect().height > 0).length);
  assert(shown <= 1, `${shown} headings`);
  assert(await page.$eval("main table", (table) => table.getBoundingClientRect().height > 0));
});

test("every page that can be embedded is small", () => {
  const page = readFileSync(join(dist, "embed/timeline.html"), "utf8");
  const shared = [...page.matchAll(/<(?:link rel="stylesheet" href|script defer src)="\.\.\/([^"]+)"/g)].reduce((sum, [, file]) => sum + packed(file), 0);
  assert(shared > 8_000, `${shared} bytes`);
  const large = Object.values(listed.pages).map((path) => [path, packed(path) + shared]).filter(([, bytes]) => bytes > 40_000);
  assert.deepEqual(large, []);
});

test("every other state is drawn in the frame without the app, and is no heavier than the app", async ({ open, until, axe }) => {
  const app = await open("#/plans");
  const most = (await weight(app, "index.html")).bytes;
  const states = {
    "#/timeline?plans=dak-nong-2021-2025&table=1": ".main--timeline table",
    "#/compare?plans=dak-nong-2021-2025&order=verdict&lang=en": ".main--compare table",
    "#/search?words=hoa%20don": ".main--search .hits a",
    "#/plan/dak-nong-2021-2025?part=provisions": ".main--plan table",
  };
  for (const [hash, shown] of Object.entries(states)) {
    const page = await open(hash, { path: "embed.html", mounted: false });
    await page.waitForSelector(shown);
    const { files, bytes } = await weight(page, "embed.html");
    assert(!files.some((file) => file.includes("lotrinh-")), `${hash} loads the app: ${files.join()}`);
    assert(bytes <= most, `${hash}: ${bytes} bytes, the app's own first load has ${most}`);
    assert.equal(await page.evaluate(() => document.documentElement.lang), hash.includes("lang=en") ? "en" : "vi");
    assert.equal(await page.$("#embed-wait"), null);
    await axe(page);
  }
  // A view that the app draws alone needs nothing else.
  const page = await open("#/plan/dak-nong-2021-2025/t5", { path: "embed.html", mounted: false });
  await until(page, () => Boolean(document.querySelector(".main--record h1")) && !document.getElementById("boot"));
  const { files, bytes } = await weight(page, "embed.html");
  assert(!files.some((file) => /workshop|catalog/.test(file)), files.join());
  assert(bytes <= most + 3_000, `${bytes} bytes, the app's own first load has ${most}`);
});

test("in such a frame links lead on, and the app follows the reader's hand at the same state", async ({ open, until, axe }) => {
  const page = await open("#/timeline?plans=dak-nong-2021-2025&table=1", { path: "embed.html", mounted: false });
  await page.waitForSelector(".main--timeline table");
  assert.match(await page.$eval("#embed-full", (link) => link.href), /lotrinh\/#\/timeline\?plans=dak-nong-2021-2025&table=1$/);
  await page.evaluate(() => (location.hash = "#/agency/bo-cong-thuong"));
  await page.waitForSelector(".main--agency table");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-title");
  await page.evaluate(() => document.querySelector("h1").dispatchEvent(new Event("pointerdown", { bubbles: true })));
  await until(page, () => Boolean(window.lotrinhBoot) && !document.getElementById("static") && !document.getElementById("boot"));
  assert.match(page.url(), /embed\.html#\/agency\/bo-cong-thuong/);
  assert.equal(await page.$$eval(".main--agency table", (all) => all.length > 0), true);
  assert.equal(await page.$eval(".header", (header) => getComputedStyle(header).display), "none");
  await page.evaluate(() => (location.hash = "#/timeline"));
  await until(page, () => Boolean(document.querySelector("#timeline .timeline-today")));
  // The workshop was started twice, by the frame and by the app; its instrument listens once.
  const width = await page.$eval("#timeline", ({ dataset }) => Number(dataset.width));
  await page.evaluate(() => document.querySelector('[data-timeline="in"]').click());
  await until(page, () => location.hash.includes("span="));
  const now = await page.$eval("#timeline", ({ dataset }) => Number(dataset.width));
  assert(now > width / 1.3 - 0.15, `${width} became ${now}`);
  await axe(page);
});

/** The frame of an article that has one in a sandbox, at a page of the site's embeds. */
async function inSandbox(open, host, path, work) {
  const origin = (await open("", { path: "embed/i/b2c_retail_share.html", mounted: false })).url();
  const src = new URL(host.path + path, origin).href;
  await article(`<iframe sandbox="allow-scripts" src="${src}" title="one" style="width:100%;height:600px"></iframe>`, async (article) => {
    const page = await open("", { host: article, mounted: false });
    await until(page, () => Boolean(document.querySelector("iframe")));
    let frame;
    for (let tries = 0; !frame && tries < 100; tries++) {
      frame = page.frames().find((frame) => frame.url() === src);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await work(frame);
  });
}

test("the app runs in a sandboxed frame without storage, in a view that was not rendered before", async ({ open }) => {
  await inSandbox(open, hosts.shares, "embed.html#/compare?baseline=vn-2021-2025&plans=dak-nong-2021-2025", async (frame) => {
    await until(frame, () => Boolean(document.querySelector(".main--compare table")));
    assert.equal(await frame.evaluate(() => self.origin), "null");
    await frame.evaluate(() => (location.hash = "#/search?words=hoa%20don"));
    await until(frame, () => Boolean(document.querySelector(".hits a")));
  });
});

test("where the host lets nobody read its files, a sandboxed figure stays and says what is missing", async ({ open, expectProblem }) => {
  expectProblem(/./);
  await inSandbox(open, hosts.strict, "embed/i/b2c_retail_share.html", async (frame) => {
    await frame.evaluate(() => document.querySelector("h1").dispatchEvent(new Event("pointerdown", { bubbles: true })));
    await until(frame, () => /Chưa tải được hết trang/.test(document.getElementById("boot")?.innerText ?? ""));
    assert(await frame.evaluate(() => document.querySelector("table").getBoundingClientRect().height > 0));
  });
});

test("a frozen page keeps its own look, and says when the site has gone on", async ({ open, until }) => {
  const host = hosts.fickle;
  const path = `v/${listed.version}/embed/i/b2c_retail_share.html`;
  const page = await open("", { host, path, mounted: false });
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await page.$eval("#embed-newer", (newer) => newer.hidden), true);
  const styles = await page.$$eval("link[rel=stylesheet]", (all) => all.map((link) => link.href));
  assert(styles.every((href) => href.includes(`/v/${listed.version}/`)), styles.join("\n"));
  host.instead = { "version.json": '{"version":"0123456789abcdef"}' };
  try {
    await page.reload();
    await until(page, () => !document.getElementById("embed-newer").hidden);
  } finally {
    host.instead = {};
  }
});

test("a host's colours are used where they can be read, and no others", async ({ open }) => {
  const style = async (query) => {
    const page = await open("", { path: `embed/i/b2c_retail_share.html?${query}`, mounted: false });
    return page.$eval("html", (html) => html.getAttribute("style") ?? "");
  };
  assert.match(await style("accent=004488&theme=light"), /--accent: #004488/);
  assert.equal(await style("accent=ffee00&theme=light"), "");
  assert.equal(await style("accent=red;x"), "");
});

test("the studio gives code that works, with the figure for readers without scripts", async ({ open, until, axe, shot }) => {
  const page = await open("#/indicator/b2c_retail_share?lang=en", { path: "embed/studio-en.html", mounted: false });
  await until(page, () => document.querySelector("[name=element]").value.includes("<figure>"));
  const code = await page.$eval("[name=element]", (area) => area.value);
  assert.match(code, /embed\/en\/i\/b2c_retail_share\.html/);
  assert.match(code, /<svg[^]*<table[^]*<a href/);
  await until(page, () => document.getElementById("preview").style.height !== "");
  await axe(page);
  await shot(page, "embed-studio");
  await page.select("[name=keep]", "frozen");
  await until(page, () => /\/v\/\w+\/embed/.test(document.querySelector("[name=iframe]").value));
  await article(code, async (host) => {
    const there = await open("", { host, mounted: false });
    await until(there, () => Boolean(document.querySelector("lo-trinh-embed iframe")?.style.height));
    if (browserName === "chromium") {
      const plain = await open("", { host, mounted: false, javascript: false });
      assert.match(await plain.$eval("lo-trinh-embed", (embed) => embed.innerText), /2020|2025/);
    }
  });
});

test("every view leads to the studio, which knows what was on the screen; the single file does not", async ({ open, openFile, until }) => {
  const page = await open("#/indicator/b2c_retail_share?lang=en");
  await page.click("a.site-only");
  await until(page, () => location.pathname.endsWith("/embed/studio-en.html") && document.querySelector("[name=iframe]").value.includes("embed/en/i/b2c_retail_share.html"));
  const single = await openFile("#/compare");
  assert.equal(await single.$eval("a.site-only", (link) => getComputedStyle(link).display), "none");
});

test("the app follows when the reader first touches the figure, in the same frame and at the same place", async ({ open, until }) => {
  const page = await open("", { path: "embed/en/c/dak-nong-2021-2025--vn-2021-2025.html", mounted: false });
  await page.click("h1");
  await until(page, () => !document.getElementById("static") && Boolean(document.querySelector("body > .page .compare__table")));
  assert.match(page.url(), /embed\/en\/c\/dak-nong-2021-2025--vn-2021-2025\.html#\/compare\?baseline=vn-2021-2025/);
  assert.equal(await page.$eval(".header", (header) => getComputedStyle(header).display), "none");
  await page.click(".compare__verdict");
  await until(page, () => Boolean(document.querySelector(".compare__rule")));
});
