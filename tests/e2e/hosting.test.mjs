// The site as hosts serve it and readers keep it: pages without scripts, the app taking a page over, reading without a
// network, new versions, and the servers that ministries run.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as nodeTest } from "node:test";
import { parseAllHeaders } from "@netlify/headers-parser";
import { browserName, hosts, suite } from "./harness.mjs";
import { dist, freePort } from "./server.mjs";

const test = suite();

/** A page of each kind, with what its reader came for. */
const pages = {
  "index.html": /Đắk Nông/,
  "p/dak-nong-2021-2025.html": /1364\/QĐ-UBND/,
  "p/dak-nong-2021-2025/targets.html": /30\s%/,
  "en/p/vn-2021-2025/t3.html": /Decision/,
  "i/ecommerce_cashless.html": /50\s%/,
  "en/a/bo-cong-thuong.html": /Ministry of Industry and Trade/,
  "c/dak-nong-2021-2025--vn-2021-2025.html": /thấp hơn/,
  "en/agencies.html": /Ministry/,
  "timeline-table.html": /2016/,
  "sources.html": /CC BY/,
};

// Firefox has no switch for JavaScript that a test can reach.
if (browserName === "chromium") {
  for (const [path, words] of Object.entries(pages)) {
    test(`without JavaScript ${path} is complete, and its links lead on`, async ({ open, shot }) => {
      const page = await open("", { path, javascript: false, mounted: false });
      const text = await page.$eval("main", (main) => main.innerText);
      assert.match(text, words);
      assert.equal(await page.$$eval("h1", (all) => all.length), 1);
      // A link of the page's own text, followed as a reader would.
      const links = await page.$$eval("main a[href]", (all) => all.map((a) => a.getAttribute("href")));
      const inside = links.filter((href) => !href.startsWith("http") && !href.includes("#"));
      assert(inside.length > 0, "no link leads to another page");
      const there = await page.goto(new URL(inside[0], page.url()).href);
      assert.equal(there.status(), 200);
      assert.equal(await page.$$eval("h1", (all) => all.length), 1);
      if (path.startsWith("p/dak-nong-2021-2025.html")) await shot(page, "static-linked");
    });
  }
}

test("where WebAssembly is forbidden a static page stays, and says what is missing", async ({ open, expectProblem, axe, shot }) => {
  expectProblem(/./);
  // Where WebAssembly is forbidden the page stays as it was built.
  const page = await open("", { path: "i/ecommerce_cashless.html", host: hosts.forbidsWasm, mounted: false });
  await page.waitForSelector(".boot--failed");
  assert.match(page.url(), /i\/ecommerce_cashless\.html$/);
  assert.match(await page.$eval("#boot", (boot) => boot.innerText), /trang bên dưới vẫn đọc được/i);
  assert.match(await page.$eval("#static main", (main) => main.innerText), /50\s%/);
  await shot(page, "static-forbidden");
  await axe(page);
  const linked = await page.$$eval("script[type='application/ld+json']", (all) => all.length);
  assert.equal(linked, 0, "an indicator is neither a data set nor a document");
});

test("the app takes a page over in place: address, scroll position and focus stay", async ({ open, until }) => {
  const page = await open("", { path: "en/i/b2c_revenue.html", mounted: false });
  const { link, y } = await page.evaluate(() => {
    const links = document.querySelectorAll("#static main a");
    const link = links[Math.floor(links.length / 2)];
    link?.focus();
    window.scrollTo(0, 200);
    return { link: link?.innerText, y: window.scrollY };
  });
  await until(page, () => !document.getElementById("static") && !document.getElementById("boot"));
  assert.equal(await page.evaluate(() => document.activeElement.innerText), link ?? (await page.evaluate(() => document.body.innerText)));
  assert.equal(await page.evaluate(() => window.scrollY), y);
  assert.match(page.url(), /lotrinh\/#\/indicator\/b2c_revenue\?lang=en$/);
});

test("what a static page shows already is not loaded and drawn once more", async ({ open, until }) => {
  for (const path of ["index.html", "p/vn-2021-2025.html", "en/i/b2c_revenue.html", "c/dak-nong-2021-2025--vn-2021-2025.html", "p/vn-2021-2025/tasks.html", "a/bo-cong-thuong.html"]) {
    const page = await open("", { path, mounted: false });
    await until(page, () => !document.getElementById("static") && !document.getElementById("boot"));
    const files = () => performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop());
    assert(!(await page.evaluate(files)).some((file) => /^(workshop|catalog)-/.test(file)), `${path} loads what would draw it`);
    const built = readFileSync(join(dist, path), "utf8");
    const shows = await page.evaluate((html) => {
      const part = new DOMParser().parseFromString(html, "text/html").querySelector("main [data-view]");
      return part.textContent.trim() !== "" && document.querySelector("main").textContent.includes(part.textContent);
    }, built);
    assert(shows, `${path} shows something else`);
    // Its links belong to the app now, but for those to other files of the site.
    const links = await page.$$eval("main a[href]", (all) => all.map((link) => link.getAttribute("href")));
    assert.deepEqual(links.filter((link) => link.endsWith(".html") && !/^https?:/.test(link)), [], path);
    assert(links.some((link) => link.startsWith("#/")), path);
    // What is copied names the whole address.
    for (const copy of await page.$$eval("main [data-copy]", (all) => all.map((button) => button.dataset.copy))) {
      assert.match(copy, /\nhttp:\/\/\S+\/#\/compare\?baseline=\S+$/, path);
    }
  }
  // What was not there is drawn by the workshop as ever.
  const page = await open("", { path: "c/dak-nong-2021-2025--vn-2021-2025.html", mounted: false });
  await until(page, () => !document.getElementById("static") && !document.getElementById("boot"));
  await page.evaluate(() => (location.hash = "#/compare?baseline=vn-2021-2025&plans=brvt-2021-2025"));
  await until(page, () => /Bà Rịa/.test(document.querySelector(".compare__table")?.innerText));
});

test("a timeline is taken from its page with today's line, and moves at the first sign of a hand", async ({ open, until }) => {
  const page = await open("", { path: "timeline.html", mounted: false });
  await until(page, () => !document.getElementById("static") && !document.getElementById("boot"));
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/workshop-")));
  assert.equal(await loaded(), false);
  const { lines, year } = await page.evaluate(() => ({
    lines: [...document.querySelectorAll("#timeline .timeline-today")].map((line) => parseFloat(line.getAttribute("x1"))),
    year: new Date().getFullYear(),
  }));
  const years = await page.$eval("#timeline", ({ dataset }) => [Number(dataset.first), Number(dataset.last)]);
  assert(years[0] <= year && year <= years[1], `${year} is outside ${years}: the test has to be thought over`);
  assert(lines.length >= 2 && lines.every((x) => x >= (100 * (year - years[0])) / (years[1] - years[0] + 1) - 0.01 && x <= 100), lines.join());
  assert(await page.$$eval(".timeline-key li", (all) => all.every((item) => item.getBoundingClientRect().height > 0)));
  assert.doesNotMatch(await page.$eval("main", (main) => main.textContent), /0001/);

  // A button that is pressed before what it needs is there is not pressed in vain.
  await page.evaluate(() => {
    dispatchEvent(new Event("pointermove"));
    document.querySelector('[data-timeline="in"]').click();
  });
  await until(page, () => location.hash.includes("span="));
  assert.equal(await loaded(), true);
});

test("hosts that read _headers and IIS are told the same, and the app runs as such a host serves it", async ({ open }) => {
  // The parser of one such host.
  const { headers, errors } = await parseAllHeaders({ headersFiles: [join(dist, "_headers")], netlifyConfigPath: undefined, configHeaders: [], minimal: true });
  assert.deepEqual(errors, []);
  const applies = (rule, file) => rule.for === `/${file}` || (rule.for.endsWith("*") && `/${file}`.startsWith(rule.for.slice(0, -1)));
  const of = (file) => Object.assign({}, ...headers.filter((rule) => applies(rule, file)).map(({ values }) => values));
  hosts.headed.headers = of;
  const page = await open("#/compare", { host: hosts.headed });
  assert.equal(await page.$$eval("main table", (all) => all.length > 0), true);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/headed/")[1]));
  for (const file of loaded.filter((file) => /-[0-9a-f]{16}[._]/.test(file))) assert.match(of(file)["Cache-Control"] ?? "", /immutable/, file);
  for (const file of ["index.html", "sw.js", "version.json", "embed.js"]) assert.doesNotMatch(of(file)["Cache-Control"] ?? "", /immutable/, file);

  const told = await page.evaluate((text) => {
    const config = new DOMParser().parseFromString(text, "text/xml");
    const broken = config.querySelector("parsererror")?.textContent;
    const adds = [...config.querySelectorAll("customHeaders > add")].map((add) => [add.getAttribute("name"), add.getAttribute("value")]);
    const types = [...config.querySelectorAll("mimeMap")].map((map) => map.getAttribute("fileExtension"));
    return { broken, headers: Object.fromEntries(adds), types };
  }, readFileSync(join(dist, "web.config"), "utf8"));
  assert.equal(told.broken, undefined);
  assert.deepEqual(told.headers, of("index.html"));
  assert(told.types.includes(".wasm") && told.types.includes(".bin"), told.types.join());
});

test("an address behind # wins over the page it stands on", async ({ open }) => {
  const page = await open("#/plan/dak-nong-2021-2025/t5", { path: "plans.html" });
  assert.match(page.url(), /lotrinh\/#\/plan\/dak-nong-2021-2025\/t5$/);
  assert.equal(await page.$$eval(".main--record", (all) => all.length), 1);
});

const controlled = (page, until) => until(page, async () => Boolean((await navigator.serviceWorker.ready).active?.state === "activated" && (await caches.keys()).length));

test("after the first visit everything is there without a network, also what was never opened", async ({ open, until }) => {
  const host = hosts.fickle;
  const page = await open("", { host });
  await controlled(page, until);
  host.gone = true;
  try {
    await page.goto(page.url().split("#")[0] + "#/compare");
    // A reload would break off the second module's way here, and Firefox says so.
    await until(page, () => Boolean(document.querySelector(".compare__table")));
    await page.reload();
    await until(page, () => Boolean(document.querySelector(".compare__table")) && !document.getElementById("static"));
    // The second module, too, and a static page's address.
    await page.evaluate(() => (location.hash = "#/search?words=hoa%20don"));
    await until(page, () => Boolean(document.querySelector(".hits mark")));
    const root = page.url().split("#")[0];
    await page.goto(root + "en/p/brvt-2021-2025.html").catch(() => {});
    await until(page, () => location.hash === "#/plan/brvt-2021-2025?lang=en" && Boolean(document.querySelector(".main--plan")));
  } finally {
    host.gone = false;
  }
});

test("a new version says so, takes over when asked, and half of one is none", async ({ open, until, expectProblem }) => {
  // Chromium says so of the file that cannot be had.
  if (browserName === "chromium") expectProblem(/./);
  const host = hosts.fickle;
  const worker = readFileSync(join(dist, "sw.js"), "utf8");
  try {
    const page = await open("", { host });
    await controlled(page, until);
    await page.reload();
    await until(page, () => navigator.serviceWorker.controller && !document.getElementById("static"));
    const kept = await page.evaluate(() => caches.keys());
    // A version of which one file cannot be had.
    const newer = (version) => worker.replace(/"version":"\w+"/, `"version":"${version}"`);
    const data = worker.match(/data-\w{16}\.bin/)[0];
    host.instead = { "sw.js": newer("half"), [data]: null };
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    await until(page, async () => !(await navigator.serviceWorker.getRegistration()).installing);
    assert.deepEqual(await page.evaluate(() => caches.keys()), kept);
    assert.equal(await page.$("#new-version"), null);
    // The same, whole.
    host.instead = { "sw.js": newer("whole") };
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await until(page, () => Boolean(document.querySelector("#new-version button")));
    await page.click("#new-version button");
    await until(page, async () => (await caches.keys()).some((name) => name.endsWith("whole")) && (await caches.keys()).length === 1);
  } finally {
    host.instead = {};
  }
});

/** Starts a server program, runs `work` with its address, and stops it. */
async function serving(start, work) {
  const folder = mkdtempSync(join(tmpdir(), "lotrinh-"));
  const port = await freePort();
  const server = start(folder, port);
  try {
    const origin = `http://127.0.0.1:${port}`;
    for (let tries = 0; ; tries++) {
      const there = await fetch(origin + "/lotrinh/").catch(() => null);
      if (there) break;
      assert(tries < 100, "the server did not start");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await work({ origin, path: "/lotrinh/" });
  } finally {
    server.kill();
  }
}

/** What every one of our configurations must make of the site. */
async function wellServed(host, { open, until }, packings) {
  const script = readFileSync(join(dist, "index.html"), "utf8").match(/lotrinh-\w{16}_bg\.wasm/)[0];
  for (const packing of packings) {
    const answer = await fetch(host.origin + host.path + script, { headers: { "accept-encoding": packing } });
    assert.equal(answer.headers.get("content-type"), "application/wasm");
    assert.equal(answer.headers.get("content-encoding"), packing === "br" ? "br" : "gzip");
    assert.match(answer.headers.get("cache-control"), /immutable/);
    assert.match(answer.headers.get("content-security-policy"), /default-src 'none'/);
    await answer.arrayBuffer();
  }
  const page = await open("#/compare", { host });
  assert.equal(await page.$$eval(".main--compare h1", (all) => all.length), 1);
  // What is read without a network is there before the server stops: half of it would be a problem of its own.
  await controlled(page, until);
  await page.close();
}

const NGINX = "/usr/sbin/nginx";
const APACHE = "/usr/sbin/apache2";

if (existsSync(NGINX)) {
  test("nginx serves the site from a sub-path with our configuration", async (tools) => {
    const start = (folder, port) => {
      const ours = readFileSync(join(dist, "nginx.conf"), "utf8").replace("alias /var/www/lotrinh/;", `alias ${dist}/;`);
      writeFileSync(
        join(folder, "nginx.conf"),
        `daemon off; user root; pid ${folder}/pid; error_log ${folder}/errors; events {}\nhttp { access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;\nserver { listen 127.0.0.1:${port};\n${ours}\n} }`,
      );
      return spawn(NGINX, ["-c", join(folder, "nginx.conf"), "-e", join(folder, "errors")], { stdio: "inherit" });
    };
    await serving(start, (host) => wellServed(host, tools, ["gzip"]));
  });
} else {
  nodeTest(`nginx serves the site [${browserName}]`, { skip: "nginx is not installed" });
}

if (existsSync(APACHE)) {
  test("Apache serves the site from a sub-path with our .htaccess", async (tools) => {
    const start = (folder, port) => {
      const modules = ["mpm_event", "authz_core", "mime", "dir", "alias", "headers", "rewrite"]
        .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
        .join("\n");
      writeFileSync(
        join(folder, "apache.conf"),
        `ServerRoot "${folder}"\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/pid\nErrorLog ${folder}/errors\n${modules}\nTypesConfig /etc/mime.types\nDirectoryIndex index.html\nAlias /lotrinh/ "${dist}/"\n<Directory "${dist}">\nAllowOverride All\nRequire all granted\n</Directory>\n`,
      );
      const mime = existsSync("/etc/mime.types") ? "" : "types";
      if (mime) {
        const conf = readFileSync(join(folder, "apache.conf"), "utf8").replace("TypesConfig /etc/mime.types", `TypesConfig ${join(folder, mime)}`);
        writeFileSync(join(folder, mime), "text/html html\ntext/css css\ntext/javascript js\napplication/json json\nimage/svg+xml svg\nimage/png png\n");
        writeFileSync(join(folder, "apache.conf"), conf);
      }
      return spawn(APACHE, ["-f", join(folder, "apache.conf"), "-DFOREGROUND"], { stdio: "inherit" });
    };
    await serving(start, (host) => wellServed(host, tools, ["gzip", "br"]));
  });
} else {
  nodeTest(`Apache serves the site [${browserName}]`, { skip: "Apache is not installed" });
}

if (browserName === "chromium") {
  nodeTest("the configuration for IIS is well-formed XML, and the service worker knows every page's address", () => {
    execFileSync(process.execPath, ["--check", join(dist, "sw.js")]);
    const config = readFileSync(join(dist, "web.config"), "utf8");
    const open = [...config.matchAll(/<([a-zA-Z.]+)(?:>|\s[^>]*[^/?]>)/g)].map(([, name]) => name);
    const close = [...config.matchAll(/<\/([a-zA-Z.]+)>/g)].map(([, name]) => name);
    assert.deepEqual(open.sort(), close.sort());
  });
}
