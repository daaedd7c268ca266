// The single file in WebKit, from a disk: the engine of Safari, as WebKitGTK has it. It is driven by its own WebDriver,
// on a display of its own, and once: in the run for Chromium.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { browserName } from "./harness.mjs";
import { dist, freePort } from "./server.mjs";

const DRIVER = "/usr/bin/WebKitWebDriver";
const DISPLAY = "/usr/bin/Xvfb";
const LIBRARIES = `/usr/lib/${{ x64: "x86_64", arm64: "aarch64" }[process.arch]}-linux-gnu`;

function miniBrowser() {
  if (!existsSync(LIBRARIES)) return undefined;
  const folders = readdirSync(LIBRARIES).filter((name) => name.startsWith("webkit2gtk-"));
  return folders.map((name) => join(LIBRARIES, name, "MiniBrowser")).find((path) => existsSync(path));
}

const browser = miniBrowser();
const lacking = [!existsSync(DRIVER) && "WebKitWebDriver", !existsSync(DISPLAY) && "Xvfb", !browser && "MiniBrowser"].filter(Boolean);
const skip = (browserName !== "chromium" && "run with Chromium") || (lacking.length > 0 && `${lacking.join(", ")} not installed`);

test("the single file opens from a disk in WebKit, with its views, search and language", { skip, timeout: 120_000 }, async () => {
  const number = 40 + (process.pid % 50);
  const display = spawn(DISPLAY, [`:${number}`, "-screen", "0", "1280x1024x24"], { stdio: "ignore" });
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${number}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  await new Promise((resolve) => setTimeout(resolve, 500));
  const driver = spawn(DRIVER, [`--port=${port}`], { env, stdio: "ignore" });
  try {
    await session(port);
  } finally {
    driver.kill();
    display.kill();
  }
});

async function session(port) {
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const until = async (ask) => {
    for (let tries = 0; ; tries++) {
      const value = await ask().catch((error) => error);
      if (value && !(value instanceof Error)) return value;
      if (tries > 200) throw value instanceof Error ? value : new Error(`waited in vain for ${ask}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const options = { binary: browser, args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const { sessionId } = await until(() => call("POST", "/session", { capabilities }));
  const run = (script) => call("POST", `/session/${sessionId}/execute/sync`, { script, args: [] });
  try {
    const file = pathToFileURL(join(dist, "lotrinh.html")).href;
    await call("POST", `/session/${sessionId}/url`, { url: `${file}#/compare` });
    await until(() => run("return document.querySelectorAll('.compare__table tbody tr').length > 10"));
    assert.match(await run("return document.querySelector('main').innerText"), /Đắk Nông/);
    // What the second module draws, and the other language.
    await run("location.hash = '#/search?words=hoa%20don&lang=en'");
    await until(() => run("return document.querySelectorAll('.hits mark').length > 0"));
    assert.equal(await run("return document.documentElement.lang"), "en");
    await run("location.hash = '#/agency/bo-cong-thuong?lang=vi'");
    await until(() => run("return /Bộ Công Thương/.test(document.querySelector('main').innerText) && !document.querySelector('.far-awaited')"));
  } finally {
    await call("DELETE", `/session/${sessionId}`).catch(() => {});
  }
}
