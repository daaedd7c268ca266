// What is taken away: a file that is whole, says where it is from and which address opens it again.

import assert from "node:assert/strict";
import { hosts, suite, until } from "./harness.mjs";

const test = suite();

for (const host of ["strict", "mislabels"]) {
  test(`a plan's deadlines are saved as a calendar (${host})`, async ({ open, axe }) => {
    const page = await open("#/plan/vn-2016-2020?part=tasks", { host: hosts[host], width: 320 });
    await until(page, () => Boolean(document.querySelector("[data-save$='.ics']")));
    await axe(page);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    // What is saved, without the dialogue.
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => ((window.saved = blob), make(blob));
      HTMLAnchorElement.prototype.click = function () {
        window.savedAs = this.download;
      };
    });
    await page.$eval("[data-save$='.ics']", (button) => button.click());
    await until(page, () => document.getElementById("data-said").textContent.includes(".ics"));
    assert.equal(await page.evaluate(() => window.savedAs), "lotrinh-vn-2016-2020-vi.ics");
    assert.match(await page.evaluate(() => window.saved.type), /^text\/calendar/);
    const text = await page.evaluate(() => window.saved.text());
    const lines = text.replaceAll("\r\n ", "").split("\r\n");
    assert.equal(lines[0], "BEGIN:VCALENDAR");
    assert.equal(lines.at(-2), "END:VCALENDAR");
    // 41 tasks with a deadline of their own, 4 yearly ones, the end of the plan.
    assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 46);
    assert.equal(lines.filter((line) => line.startsWith("RRULE:FREQ=YEARLY;UNTIL=")).length, 4);
    const made = lines.find((line) => line.startsWith("DTSTAMP:"));
    assert.match(made, /^DTSTAMP:20\d{6}T\d{6}Z$/);
    const urls = lines.filter((line) => line.startsWith("URL:"));
    assert.equal(urls.length, (await page.evaluate(() => location.protocol)) === "file:" ? 0 : 46);
    assert(!text.includes("file:"));
  });
}
