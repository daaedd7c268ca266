// What is taken away: files that independent readers open, that hold what is on the screen, and that say where they are
// from and which address opens it again.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import ICAL from "ical.js";
import Papa from "papaparse";
import { browserName, hosts, printedPages, suite, until } from "./harness.mjs";

const test = suite();

/** Presses the button for a kind of file, and returns what the browser would have saved. */
async function take(page, ending) {
  const button = `.take [data-save='${ending}']`;
  await until(page, (button) => Boolean(document.querySelector(button)), button);
  await page.evaluate(() => {
    document.getElementById("data-said").textContent = "";
    if (window.saves) return;
    window.saves = true;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => ((window.saved = blob), make(blob));
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (this.download) window.savedAs = this.download;
      else click.call(this);
    };
  });
  await page.$eval(button, (button) => button.click());
  await until(page, () => document.getElementById("data-said").textContent !== "");
  const { said, name, type, base64 } = await page.evaluate(async () => {
    const bytes = new Uint8Array(await window.saved.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return {
      said: document.getElementById("data-said").textContent,
      name: window.savedAs,
      type: window.saved.type,
      base64: btoa(text),
    };
  });
  assert(name.endsWith(ending) && said.includes(name), `${name}: ${said}`);
  assert.match(name, /^lotrinh-[a-z0-9-]+\.[a-z]+$/, "a name that every system takes");
  return { name, type, bytes: Buffer.from(base64, "base64") };
}

/** Each way in which the app reaches readers. */
const editions = {
  strict: ({ open }, hash, options) => open(hash, { host: hosts.strict, ...options }),
  mislabels: ({ open }, hash, options) => open(hash, { host: hosts.mislabels, ...options }),
  disk: ({ openFile }, hash, options) => openFile(hash, options),
};

async function workbook(bytes) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  return book;
}

const headings = (sheet) => sheet.getRow(1).values.slice(1);
const column = (sheet, heading) => {
  const at = headings(sheet).indexOf(heading) + 1;
  assert(at > 0, `${heading} is not among ${headings(sheet)}`);
  return Array.from({ length: sheet.rowCount - 1 }, (_, row) => sheet.getRow(row + 2).getCell(at));
};

for (const [edition, opened] of Object.entries(editions)) {
  test(`a comparison becomes a workbook with figures, widths and sources (${edition})`, async (tools) => {
    const page = await opened(tools, "#/compare?differences=1&lang=en");
    const { name, type, bytes } = await take(page, ".xlsx");
    assert.equal(name, "lotrinh-comparison.xlsx");
    assert.match(type, /spreadsheetml\.sheet$/);
    const book = await workbook(bytes);
    const [sheet, sources] = book.worksheets;
    assert.deepEqual(book.worksheets.map((sheet) => sheet.name), ["Compare", "Sources and citation"]);
    assert.deepEqual([sheet.views[0].state, sheet.views[0].ySplit], ["frozen", 1]);
    assert(sheet.autoFilter, "its headings filter");
    // As many rows as the screen shows, in its order.
    const shown = await page.$$eval(".compare__table tbody th[scope=row]", (cells) => cells.map((cell) => cell.textContent));
    assert.deepEqual(column(sheet, "Indicator").map((cell) => cell.value), shown);
    const at = shown.findIndex((name) => /^Cashless/i.test(name));
    const cell = (heading) => column(sheet, heading)[at].value;
    assert.equal(cell("Đắk Nông: Value"), 30);
    assert.equal(cell("Đắk Nông: Verdict"), "weaker");
    assert.equal(cell("Decision 645: Value"), 50);
    assert(sheet.getColumn(2).width > 30, "wide enough to be read");
    const words = sources.getSheetValues().flat(2).map((value) => value?.text ?? value).join(" ");
    const address = await page.evaluate(() => (location.protocol === "file:" ? "" : location.href.split("#")[0]));
    assert(words.includes(`${address}#/compare?differences=1&lang=en`), words);
    assert(words.includes("645/QĐ-TTg") && words.includes("1364/QĐ-UBND"), words);
    assert(!words.includes("file:"), "it says nothing of the disk");
  });

  test(`a filtered timeline becomes a drawing, a picture and a calendar (${edition})`, async (tools) => {
    const hash = "#/timeline?agency=bo-cong-thuong&role=lead&from=2021&to=2025";
    const page = await opened(tools, hash, { width: 320 });
    await until(page, () => Boolean(document.querySelector(".take [data-save]")));
    await tools.axe(page);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));

    const svg = await take(page, ".svg");
    assert.equal(svg.name, "lotrinh-tien-do-bo-cong-thuong-2021-2025.svg");
    // The browser's XML parser knows no HTML.
    const drawn = await page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        broken: read.querySelector("parsererror")?.textContent ?? "",
        root: read.documentElement.localName,
        title: read.querySelector("title").textContent,
        words: [...read.querySelectorAll("text")].map((element) => element.textContent).join(" "),
        outside: [...read.querySelectorAll("*")].flatMap((element) => [...element.attributes])
          .filter(({ name, value }) => /^(style|class)$|href$/.test(name) || /url\((?!#)/.test(value)).length,
        width: Number(read.documentElement.getAttribute("width")),
        height: Number(read.documentElement.getAttribute("height")),
      };
    }, svg.bytes.toString());
    assert.equal(drawn.broken, "");
    assert.equal(drawn.root, "svg");
    assert.equal(drawn.outside, 0, "it stands by itself");
    const tasks = await page.$$eval(".timeline-row .timeline-row__task > a", (links) => links.map((link) => link.textContent));
    assert(tasks.length > 5);
    for (const words of [...tasks, drawn.title, "645/QĐ-TTg", String(new Date().getFullYear())]) {
      assert(drawn.words.includes(words), words);
    }

    const png = await take(page, ".png");
    assert.equal(png.type, "image/png");
    assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [2 * drawn.width, 2 * drawn.height]);
    assert(png.bytes.length > 50_000, `more than an empty surface: ${png.bytes.length}`);

    const ics = await take(page, ".ics");
    const calendar = new ICAL.Component(ICAL.parse(ics.bytes.toString()));
    const entries = calendar.getAllSubcomponents("vevent").map((entry) => new ICAL.Event(entry));
    assert(entries.length > 1);
    const yearly = entries.filter((entry) => entry.isRecurring());
    assert(yearly.length > 0 && yearly.every((entry) => entry.iterator().next().year >= 2021));
    for (const entry of entries) {
      assert(entry.startDate.isDate && entry.uid.endsWith("@lotrinh"), entry.uid);
      assert.match(entry.description, /#\/plan\/vn-2021-2025/);
    }
    assert(!ics.bytes.toString().includes("file:"));
  });
}

test("every view that shows records gives a table, and JSON of the same", async ({ open }) => {
  const views = [
    ["#/", "lotrinh-tong-quan"],
    ["#/plans", "lotrinh-cac-ke-hoach", "tbody tr"],
    ["#/plan/vn-2021-2025", "lotrinh-vn-2021-2025-ke-hoach", ".clauses__item"],
    ["#/plan/dak-nong-2021-2025?part=targets", "lotrinh-dak-nong-2021-2025-muc-tieu", "tbody tr"],
    ["#/plan/vn-2016-2020?part=tasks", "lotrinh-vn-2016-2020-nhiem-vu", "tbody tr"],
    ["#/plan/vn-2021-2025/t1", "lotrinh-vn-2021-2025-t1"],
    ["#/timeline?plans=dak-nong-2021-2025&table=1", "lotrinh-tien-do-dak-nong-2021-2025", ".main--timeline table:first-of-type tbody tr"],
    ["#/agencies?plans=dak-nong-2021-2025", "lotrinh-phan-cong-dak-nong-2021-2025", ".matrix__row"],
    ["#/agencies?cell=bo-cong-thuong~policy", "lotrinh-phan-cong-bo-cong-thuong-policy", ".task-list__item"],
    ["#/agency/bo-tai-chinh", "lotrinh-co-quan-bo-tai-chinh", ".task-table tbody tr"],
    ["#/indicators", "lotrinh-chi-tieu", ".indicators__targets tbody tr:not(.indicators__group)"],
    ["#/indicator/b2c_revenue", "lotrinh-chi-tieu-b2c-revenue"],
    ["#/search?words=hoa%20don%20dien%20tu", "lotrinh-tim-hoa-don-dien-tu", ".hits > li"],
    ["#/search?words=bo", "lotrinh-tim-bo", ".hits > li"],
    ["#/search?words=bo&all=1", "lotrinh-tim-bo", ".hits > li"],
  ];
  for (const [hash, name, rows] of views) {
    const page = await open(hash);
    await until(page, () => Boolean(document.querySelector(".take [data-save]")) && !document.querySelector(".far-awaited"));
    const csv = await take(page, ".csv");
    assert.equal(csv.name, `${name}.csv`);
    assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "spreadsheets know the letters");
    const table = Papa.parse(csv.bytes.toString().slice(1), { skipEmptyLines: false });
    assert.deepEqual(table.errors, [], hash);
    const lines = table.data.slice(0, -1);
    assert(lines.every((line) => line.length === lines[0].length), `${hash} is as wide everywhere`);
    const end = lines.findIndex((line) => line.every((cell) => cell === ""));
    const json = JSON.parse((await take(page, ".json")).bytes.toString());
    assert.equal(json.tables[0].rows.length, end - 1, hash);
    // The first table comes first; further ones follow it, each below its name.
    let at = 0;
    for (const [i, { name, columns, rows }] of json.tables.entries()) {
      if (i) assert.equal(lines[at++][0], name, hash);
      // A spreadsheet would take "= ngang bằng" for a formula.
      const plain = (cell) => cell.replace(/^'(?=[=+@-])/, "");
      assert.deepEqual(lines[at].slice(0, columns.length).map(plain), columns.map((column) => column.label));
      at += rows.length + 1;
      assert(lines[at++].every((cell) => cell === ""), `${hash}: an empty row ends ${name}`);
    }
    if (rows) assert.equal(end - 1, (await page.$$(rows)).length, `${hash}: as many as on the screen`);
    const address = await page.evaluate(() => location.href);
    assert.equal(json.address, address, "the address that opens it again");
    assert(json.citation.includes(address) && json.sources.length > 0, hash);
    assert(lines.slice(end).flat().includes(address), `${hash}: the table says so, too`);
    await page.close();
  }
});

test("figures, days and addresses have their types in a workbook", async ({ open }) => {
  const page = await open("#/plans?lang=vi");
  const book = await workbook((await take(page, ".xlsx")).bytes);
  const [sheet] = book.worksheets;
  const signed = column(sheet, "Ngày ban hành")[1];
  assert.equal(signed.value.toISOString().slice(0, 10), "2020-05-15");
  assert.equal(signed.numFmt, "dd/mm/yyyy");
  assert.equal(column(sheet, "Từ năm")[1].value, 2021);
  const address = column(sheet, "Địa chỉ trong Lộ trình")[1].value;
  assert(address.hyperlink.endsWith("#/plan/vn-2021-2025"), JSON.stringify(address));
  // Of a plan known from the press how many tasks there are is not known, which is not nought.
  const tasks = column(sheet, "Nhiệm vụ").map((cell) => cell.value);
  assert(tasks.includes(null) && !tasks.includes(0), tasks.join(" "));
});

test("a plan's deadlines are saved as a calendar", async ({ open, axe }) => {
  const page = await open("#/plan/vn-2016-2020?part=tasks", { width: 320 });
  const { name, type, bytes } = await take(page, ".ics");
  await axe(page);
  assert(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  assert.equal(name, "lotrinh-vn-2016-2020-nhiem-vu.ics");
  assert.match(type, /^text\/calendar/);
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
  const entries = calendar.getAllSubcomponents("vevent");
  // 41 tasks with a deadline of their own, 4 yearly ones, the end of the plan.
  assert.equal(entries.length, 46);
  assert.equal(entries.filter((entry) => entry.hasProperty("rrule")).length, 4);
  assert(entries.every((entry) => entry.getFirstPropertyValue("url").startsWith("http")));
  assert.match(entries[0].getFirstPropertyValue("dtstamp").toString(), /^20\d\d-\d\d-\d\dT/);
});

test("a browser that gives no picture is told of, and the drawing offered", async ({ open }) => {
  const page = await open("#/indicator/b2c_revenue");
  await until(page, () => Boolean(document.querySelector(".take [data-save='.png']")));
  // As a browser does that guards against being recognised: white instead of the picture.
  await page.evaluate(() => {
    CanvasRenderingContext2D.prototype.getImageData = () => ({ data: new Uint8ClampedArray(4).fill(255) });
  });
  await page.$eval(".take [data-save='.png']", (button) => button.click());
  await until(page, () => document.getElementById("data-said").textContent.includes("SVG"));
  const { bytes } = await take(page, ".svg");
  assert(bytes.toString().startsWith("<svg"));
});

if (browserName === "chromium") test("a plan against its baseline is a report of two printed pages, in words and figures", async ({ open }) => {
  for (const hash of ["#/compare?baseline=vn-2021-2025&plans=dak-nong-2021-2025", "#/compare?baseline=vn-2021-2025&plans=brvt-2021-2025&lang=en", "#/compare?baseline=vn-2026-2030&plans=gia-lai-2026-2030&order=verdict"]) {
    const page = await open(hash);
    await until(page, () => Boolean(document.querySelector(".compare__table tbody tr")));
    const pages = await printedPages(page);
    assert(pages >= 1 && pages <= 2, `${hash}: ${pages} pages`);
  }
});

// Firefox has no print emulation over BiDi.
if (browserName === "chromium") test("a printed page says whose it is, of which day, and what opens it again", async ({ open, shot }) => {
  const page = await open("#/timeline?agency=bo-tai-chinh&lang=en");
  await until(page, () => Boolean(document.querySelector(".timeline-row")));
  await page.emulateMediaType("print");
  const printed = await page.evaluate(() => ({
    head: document.querySelector(".print-head").innerText,
    take: document.querySelector(".take").checkVisibility(),
    nav: document.querySelector(".nav").checkVisibility(),
  }));
  assert.match(printed.head, /Lộ trình/);
  assert.match(printed.head, new RegExp(`printed on \\d+ \\w+ ${new Date().getFullYear()}`));
  assert(printed.head.includes(await page.evaluate(() => location.href)), printed.head);
  assert.deepEqual([printed.take, printed.nav], [false, false]);
  await shot(page, "printed-timeline");
});

test("a plan that the reader brought is taken away like the others", async ({ open }) => {
  const page = await open("#/import");
  await until(page, () => Boolean(document.querySelector("[data-import]")));
  const document64 = (await readFile(new URL("../reader/files/lang-son.docx", import.meta.url))).toString("base64");
  await page.evaluate((base64) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "lang-son.docx"));
    document.querySelector("[data-import]").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, document64);
  await until(page, () => document.querySelectorAll(".import__item").length > 0);
  const click = (id) => page.$eval(id, (button) => button.click());
  await click("#all");
  // The view is drawn anew, its buttons are others.
  await until(page, () => /[1-9]\d* mục nhận/.test(document.querySelector(".import__steps").innerText));
  await click("#import-use");
  await until(page, () => location.hash.startsWith("#/plan/lang-son-2026-2030"));
  const { name, bytes } = await take(page, ".xlsx");
  assert.equal(name, "lotrinh-lang-son-2026-2030-ke-hoach.xlsx");
  const [records, sources] = (await workbook(bytes)).worksheets;
  assert.equal(records.rowCount - 1, (await page.$$(".clauses__item")).length);
  assert(column(records, "Giá trị").some((cell) => cell.value === 62));
  assert(sources.getSheetValues().flat(2).join(" ").includes("77/KH-UBND"));
});

test("the longest drawing is a picture, too, whole", async ({ open }) => {
  const page = await open("#/timeline?lang=en");
  const svg = (await take(page, ".svg")).bytes.toString();
  const [width, height] = svg.match(/width="(\d+)" height="(\d+)"/).slice(1).map(Number);
  assert(height > 20_000, `every task in every lane: ${height}`);
  const { bytes } = await take(page, ".png");
  assert.deepEqual([...bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
  const made = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  assert(made.every((side) => side <= 32_000) && Math.abs(made[0] / made[1] - width / height) < 0.001, made.join(" × "));
  assert(bytes.length > 1_000_000, `more than an empty surface: ${bytes.length}`);
});
