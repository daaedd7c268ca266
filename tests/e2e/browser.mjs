// Launches the browser that BROWSER names: chromium (the default) or firefox.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer from "puppeteer-core";

export const browserName = process.env.BROWSER || "chromium";

const PROGRAMS = {
  chromium: [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"],
  firefox: [process.env.FIREFOX, "firefox", "firefox-esr"],
};

const CHROMIUM_FLAGS = [
  "--no-sandbox", // CI runs as root, where Chromium's sandbox does not.
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--force-prefers-reduced-motion",
  "--lang=vi",
  "--accept-lang=vi",
];

const FIREFOX_PREFERENCES = {
  "intl.accept_languages": "vi",
  "ui.prefersReducedMotion": 1,
};

/** Firefox cannot change its theme while it runs, so a dark page needs a dark browser there. */
export async function launch({ dark }) {
  const common = { executablePath: program(), headless: true };
  if (browserName === "firefox") {
    const theme = { "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1 };
    return puppeteer.launch({ ...common, browser: "firefox", extraPrefsFirefox: { ...FIREFOX_PREFERENCES, ...theme } });
  }
  return puppeteer.launch({ ...common, browser: "chrome", protocol: "webDriverBiDi", args: CHROMIUM_FLAGS });
}

/** A Chromium of its own for Lighthouse, which speaks to it in its own protocol. */
export const launchForAudit = () =>
  puppeteer.launch({ executablePath: program(), headless: true, args: CHROMIUM_FLAGS });

function program() {
  const candidates = PROGRAMS[browserName];
  if (!candidates) throw new Error(`BROWSER=${browserName}: choose chromium or firefox`);
  const folders = process.env.PATH.split(delimiter);
  const paths = candidates.filter(Boolean).flatMap((name) => [name, ...folders.map((folder) => join(folder, name))]);
  const found = paths.find((path) => path.includes("/") && existsSync(path));
  if (!found) throw new Error(`no ${browserName} on PATH: set ${browserName.toUpperCase()} to its program`);
  return found;
}
