// A plan that nobody has structured yet: dropped, reviewed, compared, kept, opened again; and what cannot be read.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { browserName, printedPages, suite, until } from "./harness.mjs";

const test = suite();

const file = (name) => readFile(new URL(`../reader/${name}`, import.meta.url));
const hash = (page) => page.evaluate(() => location.hash);
const main = (page) => page.evaluate(() => document.querySelector("main").innerText.replaceAll("\u00a0", " "));

async function drop(page, bytes, name) {
  await until(page, () => Boolean(document.querySelector("[data-import]")));
  await page.evaluate(
    (base64, name) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector("[data-import]").dispatchEvent(event);
    },
    Buffer.from(bytes).toString("base64"),
    name,
  );
}

const click = (page, selector) => page.$eval(selector, (element) => element.click());
const items = (page) => page.$$eval(".import__item", (all) => all.length);
// What is decided on an item. The worker answers a moment after a click.
const status = (page, id, said) => until(page, (id, said) => document.querySelector(`#${id} .muted`)?.innerText.split(" · ")[0] === said, id, said);
const says = (page, selector, words) =>
  until(page, (selector, words) => new RegExp(words).test(document.querySelector(selector)?.innerText.replaceAll("\u00a0", " ") ?? ""), selector, words.source);

// Accepts what is sure, and waits for the worker's answer: the view is drawn anew, its buttons are others.
async function acceptAll(page) {
  await click(page, "#all");
  await says(page, ".import__steps", /[1-9]\d* mục nhận/);
}

test("a dropped Word file is reviewed, compared, kept, forgotten", async ({ open, axe, shot }) => {
  const page = await open("#/import", { width: 1280 });
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length > 0);
  assert.equal(await items(page), 16);
  assert.match(await main(page), /77\/KH-UBND/);
  assert.match(await page.$eval("#t2", (item) => item.innerText), /không dưới 62%[^]*≥ 62 %, 2030/);
  assert(await page.$eval("#t2 mark", (mark) => mark.innerText.includes("62%")));
  await axe(page);
  await shot(page, "import-review");

  // Decide by keyboard, take back, correct, add.
  await page.focus("#accept-t0");
  await page.keyboard.press("Enter");
  await status(page, "t0", "đã nhận");
  assert.equal(await page.evaluate(() => document.activeElement.closest("li")?.id), "t0");
  await click(page, "#undo");
  await status(page, "t0", "chưa duyệt");
  await click(page, "#reject-t1");
  await status(page, "t1", "đã bỏ");
  await page.$eval("#value-t2", (input) => (input.value = "63,5"));
  await page.select("#comparator-t2", "gt");
  await click(page, "#correct-t2 button");
  await status(page, "t2", "đã sửa");
  await says(page, "#t2", /> 63,5 %, 2030/);
  // What a share is of, and what a target is a part of.
  await page.select("#whole-t2", "0");
  await page.$eval("#base-t2", (select) => (select.selectedIndex = select.options.length - 1));
  const base = await page.$eval("#base-t2", (select) => select.value);
  await page.$eval("#t2", (item) => (item.title = "before"));
  await click(page, "#correct-t2 button");
  await until(page, () => document.getElementById("t2").title === "");
  assert.deepEqual(await page.$eval("#correct-t2", (form) => [form.querySelector("#base-t2").value, form.querySelector("#whole-t2").value]), [base, "0"]);
  await click(page, "#undo");
  await until(page, () => document.getElementById("whole-t2").value === "");
  // A range without its upper end is refused, and nothing changes.
  await page.select("#comparator-t2", "range");
  await click(page, "#correct-t2 button");
  await says(page, "#import-said", /mức trên/);
  await says(page, "#t2", /> 63,5 %, 2030/);
  await page.$eval("#import-add", (area) => (area.value = "Đến năm 2030, 45% doanh nghiệp nhỏ và vừa bán hàng trên sàn thương mại điện tử."));
  await click(page, "#add");
  await until(page, () => document.querySelectorAll(".import__item").length === 17);
  await click(page, "#all");
  await status(page, "t0", "đã nhận");

  // It is a plan like the others.
  await click(page, "#import-use");
  await until(page, () => location.hash.startsWith("#/plan/") && Boolean(document.querySelector("h1")));
  const address = await hash(page);
  assert.equal(address, "#/plan/lang-son-2026-2030");
  assert.match(await main(page), /63,5/);
  await page.evaluate(() => (location.hash = "#/compare?baseline=vn-2026-2030"));
  await until(page, () => /Lạng Sơn/.test(document.querySelector("thead")?.innerText ?? ""));
  // What an official takes to the meeting.
  await page.evaluate(() => (location.hash = "#/compare?baseline=vn-2026-2030&plans=lang-son-2026-2030"));
  await until(page, () => document.querySelectorAll(".judged__plan").length === 1);
  if (browserName === "chromium") assert.equal(await printedPages(page), 2, "the report has two pages");
  await page.evaluate(() => (location.hash = "#/search?words=cua%20khau"));
  await until(page, () => /Lạng Sơn/.test(document.querySelector("main").innerText));

  // Kept, until it is forgotten.
  await page.evaluate((address) => (location.hash = address), address);
  await page.reload();
  await until(page, () => /63,5/.test(document.querySelector("main")?.innerText ?? ""));
  await page.evaluate(() => (location.hash = "#/import"));
  await until(page, () => Boolean(document.querySelector('[data-import-do="forget"]')));
  await click(page, '[data-import-do="forget"]');
  assert.equal(await page.evaluate(() => localStorage.getItem("lotrinh.own")), null);
  await until(page, () => !document.querySelector('[data-import-do="forget"]'));
  await page.evaluate((address) => (location.hash = address), address);
  await until(page, () => Boolean(document.querySelector(".notice")));
});

test("a dropped PDF and its own file, opened again, make the same plan", async ({ open, axe, shot }) => {
  const page = await open("#/import", { width: 320, dark: true, lang: "en" });
  await axe(page);
  await drop(page, await file("files/lang-son.pdf"), "lang-son.pdf");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
  await axe(page);
  await shot(page, "import-phone");
  assert(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
  // What is saved, without the dialogue.
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => ((window.saved = blob), make(blob));
    HTMLAnchorElement.prototype.click = () => {};
  });
  await page.$eval("#import-save", (button) => button.click());
  await until(page, () => Boolean(window.saved));
  const saved = await page.evaluate(() => window.saved.text());
  assert.equal(JSON.parse(saved).plan.id, "lang-son-2026-2030");
  await drop(page, Buffer.from(saved), "lang-son.json");
  await until(page, () => document.querySelectorAll(".import__item").length === 0 && Boolean(document.querySelector("#import-use")));
  await page.$eval("#import-keep", (box) => (box.checked = false));
  await page.$eval("#import-use", (button) => button.click());
  await until(page, () => location.hash.startsWith("#/plan/lang-son-2026-2030"));
  assert.match(await main(page), /62/);
  assert.equal(await page.evaluate(() => localStorage.getItem("lotrinh.own")), null);
});

test("what cannot be read says why and leaves the app as it was", async ({ open, axe }) => {
  const page = await open("#/import");
  const word = await file("files/lang-son.docx");
  const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Type/Page>>endobj\n");
  const bad = [
    ["trong.txt", Buffer.from(""), /Tệp trống/],
    ["hong.docx", word.subarray(0, word.length / 2), /hỏng/],
    ["khoa.pdf", Buffer.from("%PDF-1.7\ntrailer<</Encrypt 3 0 R>>"), /mật khẩu/],
    ["quet.pdf", pdf, /ảnh quét/],
    ["cu.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /đời cũ/],
    ["anh.docx", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "latin1"), /không phải văn bản/],
    ["khac.json", Buffer.from('{"a": 1}'), /định dạng của Lộ trình/],
    ["tho.txt", Buffer.from("Hôm nay trời đẹp, cả nhà đi chơi."), /Không thấy mục tiêu/],
  ];
  for (const [name, bytes, message] of bad) {
    await drop(page, bytes, name);
    await until(page, (source) => new RegExp(source).test(document.querySelector("[data-import]").innerText), message.source);
  }
  await axe(page);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(65 << 20)], "to.pdf"));
    document.querySelector("[data-import]").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
  });
  await until(page, () => /64 MB/.test(document.querySelector("[data-import]").innerText));
  await page.evaluate(() => (location.hash = "#/compare"));
  await until(page, () => Boolean(document.querySelector("main table")));
});

test("a document comes by the file dialog, from the clipboard and from the box as well", async ({ open }) => {
  const page = await open("#/import");
  await until(page, () => Boolean(document.querySelector("[data-import-file]")));
  const input = await page.$("[data-import-file]");
  await input.uploadFile(fileURLToPath(new URL("../reader/files/lang-son.docx", import.meta.url)));
  await until(page, () => document.querySelectorAll(".import__item").length === 16);

  const sentence = (share) => `KẾ HOẠCH phát triển thương mại điện tử tỉnh Lạng Sơn giai đoạn 2026 - 2030\nI. MỤC TIÊU\nĐến năm 2030, ${share}% dân số mua sắm trực tuyến.\n`;
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    // Firefox takes no data from whoever makes the event.
    const event = new Event("paste", { bubbles: true, cancelable: true });
    document.body.dispatchEvent(Object.defineProperty(event, "clipboardData", { value: clipboardData }));
  }, sentence(61));
  await until(page, () => document.querySelectorAll(".import__item").length === 1 && /61 %/.test(document.getElementById("t0").innerText.replaceAll("\u00a0", " ")));

  await page.$eval("#import-text", (box, text) => (box.value = text), sentence(64));
  await click(page, '[data-import-do="paste"]');
  await until(page, () => document.querySelectorAll(".import__item").length === 1 && /64 %/.test(document.getElementById("t0").innerText.replaceAll("\u00a0", " ")));
});

test("a sheet of targets is read, as CSV and as a workbook", async ({ open }) => {
  const rows = [
    ["STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2027", "Năm 2030"],
    [1, "Tỷ lệ dân số tham gia mua sắm trực tuyến", "%", 58, 71],
    [2, "Tốc độ tăng doanh số thương mại điện tử B2C", "%/năm", 20, 25],
  ];
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Chỉ tiêu").addRows(rows);
  const files = { "chi-tieu.csv": Buffer.from(rows.map((row) => row.join(",")).join("\n")), "chi-tieu.xlsx": Buffer.from(await book.xlsx.writeBuffer()) };
  for (const [name, bytes] of Object.entries(files)) {
    const page = await open("#/import");
    await drop(page, bytes, name);
    await until(page, () => document.querySelectorAll(".import__item").length > 0);
    assert.equal(await items(page), 4, name);
    const said = (await page.$$eval(".import__item", (all) => all.map((item) => item.innerText).join("\n"))).replaceAll("\u00a0", " ");
    for (const figure of [/58 %, 2027/, /71 %, 2030/, /20 %\/năm, 2027/, /25 %\/năm, 2030/]) assert.match(said, figure, name);
  }
});

test("reading can be stopped, and what comes next is read", async ({ open }) => {
  const page = await open("#/import");
  await until(page, () => Boolean(document.querySelector("[data-import]")));
  // A worker that never answers.
  await page.evaluate(() => {
    window.Before = window.Worker;
    window.Worker = class {
      postMessage() {}
      terminate() {
        window.stopped = true;
      }
    };
  });
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.getElementById("import-progress")?.hidden === false);
  await click(page, '[data-import-do="cancel"]');
  await until(page, () => document.getElementById("import-progress")?.hidden === true);
  assert.equal(await page.evaluate(() => window.stopped), true);
  assert.equal(await items(page), 0);
  await page.evaluate(() => (window.Worker = window.Before));
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
});

test("each step of reading is named in both languages, and can be stopped", async ({ open }) => {
  for (const [lang, stages] of Object.entries({
    vi: ["Mở tệp…", "Tách điều khoản…", "Tìm mục tiêu và nhiệm vụ…", "So với các kế hoạch…"],
    en: ["Opening the file…", "Finding its clauses…", "Finding targets and tasks…", "Comparing with the plans…"],
  })) {
    const page = await open("#/import", { lang });
    await until(page, () => Boolean(document.querySelector("[data-import]")));
    await page.evaluate(() => {
      window.stages = [];
      const shown = document.getElementById("import-progress");
      new MutationObserver(() => {
        const [says, bar] = shown.children;
        const now = `${bar.value} ${says.textContent}`;
        if (!shown.hidden && now !== window.stages.at(-1)) window.stages.push(now);
      }).observe(shown, { childList: true, subtree: true, attributes: true });
    });
    await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
    await until(page, () => document.querySelectorAll(".import__item").length === 16);
    assert.deepEqual(await page.evaluate(() => window.stages), stages.map((stage, i) => `${i} ${stage}`));
  }
});

test("the page answers while twenty megabytes are read, which can be stopped", async ({ open }) => {
  const page = await open("#/import");
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
  await page.evaluate(() => {
    // How often the page is free while the clauses are found.
    window.ticks = 0;
    const tick = () => {
      const shown = document.getElementById("import-progress");
      if (!shown.hidden && shown.querySelector("progress").value === 1) window.ticks++;
      setTimeout(tick, 1);
    };
    const page = "1. Sở Công Thương chủ trì, phối hợp với Công an tỉnh kiểm tra hoạt động bán hàng trực tuyến năm 2027.\n";
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([page.repeat(160_000)], "dai.txt"));
    document.querySelector("[data-import]").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    tick();
  });
  // In the middle of a step: between two the page would be free a few times only.
  await until(page, () => window.ticks > 30);
  await click(page, '[data-import-do="cancel"]');
  await until(page, () => document.getElementById("import-progress")?.hidden === true);
  // What was read before is still there, and still answers.
  assert.equal(await items(page), 16);
  await click(page, "#accept-t0");
  await status(page, "t0", "đã nhận");
});

test("where a browser refuses workers the page reads, step by step", async ({ open }) => {
  const page = await open("#/import");
  await until(page, () => Boolean(document.querySelector("[data-import]")));
  await page.evaluate(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("refused", "SecurityError");
      }
    };
    // Stopped between two steps.
    const shown = document.getElementById("import-progress");
    new MutationObserver(() => {
      if (window.stopped || shown.querySelector("progress").value !== 2) return;
      window.stopped = true;
      shown.querySelector("button").click();
    }).observe(shown, { subtree: true, attributes: true });
  });
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => window.stopped && document.getElementById("import-progress")?.hidden);
  assert.equal(await items(page), 0);
  // One that fails only when it has been made.
  await page.evaluate(() => {
    window.Worker = class {
      postMessage() {
        setTimeout(() => this.onerror(new Event("error")));
      }
      terminate() {}
    };
  });
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
  await click(page, "#accept-t0");
  await status(page, "t0", "đã nhận");
});

test("where the worker dies that holds a review, the page says so and reads on", async ({ open }) => {
  const page = await open("#/import");
  await until(page, () => Boolean(document.querySelector("[data-import]")));
  await page.evaluate(() => {
    window.Worker = class extends window.Worker {
      constructor(...given) {
        super(...given);
        window.last = this;
      }
    };
  });
  const brought = await file("files/lang-son.docx");
  await drop(page, brought, "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
  await page.evaluate(() => {
    window.last.terminate();
    window.last.onerror(new Event("error"));
  });
  await click(page, "#accept-t0");
  await until(page, () => /lang-son\.docx: Bộ đọc đã ngừng/.test(document.getElementById("import-said")?.innerText ?? ""));
  assert.equal(await items(page), 0);
  await drop(page, brought, "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
  await click(page, "#accept-t0");
  await status(page, "t0", "đã nhận");
});

test("a book is reviewed a hundred at a time, and what is done to all is done to what is not shown", async ({ open }) => {
  const page = await open("#/import");
  const tasks = Array.from({ length: 250 }, (_, i) => `${i + 1}. Giao Sở Công Thương xây dựng chuyên trang số ${i + 1} năm 2027.\n`);
  await drop(page, `KẾ HOẠCH\nPhát triển thương mại điện tử giai đoạn 2026 - 2030\nII. NHIỆM VỤ\n${tasks.join("")}`, "sach.txt");
  await until(page, () => document.querySelectorAll(".import__item").length === 100);
  const button = '[data-act="more"]';
  assert.match(await page.$eval(button, (it) => it.innerText), /100 trong 150/);
  await click(page, button);
  await until(page, () => document.querySelectorAll(".import__item").length === 200);
  assert.equal(await page.evaluate(() => document.activeElement.closest(".import__item")?.id), "k100", "the reader goes on where more begins");
  await click(page, "#all-tasks");
  await until(page, () => /250 mục nhận/.test(document.querySelector(".import__steps").innerText));
  await click(page, button);
  await until(page, () => document.querySelectorAll(".import__item").length === 250);
  assert.equal(await page.$(button), null);
});

test("a browser that keeps nothing says so, and the plan is there for this visit", async ({ open }) => {
  const page = await open("#/import");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
  await page.$eval("#import-keep", (box) => (box.checked = true));
  await click(page, "#import-use");
  await until(page, () => /không (cho )?(lưu|giữ)/.test(document.getElementById("import-said")?.innerText ?? ""));
  await page.evaluate(() => (location.hash = "#/plan/lang-son-2026-2030"));
  await until(page, () => /62/.test(document.querySelector(".main--plan")?.innerText ?? ""));
});

test("a small file that unpacks to far too much is refused, in the worker", async ({ open }) => {
  const page = await open("#/import");
  await drop(page, archive("word/document.xml", Buffer.alloc(400 << 20, " ")), "bom.docx");
  await until(page, () => /bung ra quá lớn/.test(document.querySelector("[data-import]").innerText));
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
});

/** A ZIP archive with one packed file. Its checksum is nought, which a reader that stops in time does not see. */
function archive(name, content) {
  const packed = deflateRawSync(content);
  const head = (signature, more) => {
    const bytes = Buffer.alloc(signature === 0x04034b50 ? 30 : 46);
    bytes.writeUInt32LE(signature);
    const at = signature === 0x04034b50 ? 4 : 6;
    bytes.writeUInt16LE(20, 4);
    bytes.writeUInt16LE(20, at);
    bytes.writeUInt16LE(8, at + 4);
    bytes.writeUInt32LE(packed.length, at + 14);
    bytes.writeUInt32LE(content.length, at + 18);
    bytes.writeUInt16LE(name.length, at + 22);
    return Buffer.concat([bytes, Buffer.from(name), more]);
  };
  const [file, entry] = [head(0x04034b50, packed), head(0x02014b50, Buffer.alloc(0))];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(file.length, 16);
  return Buffer.concat([file, entry, end]);
}

test("the document of a known plan is set beside its records", async ({ open, axe, shot }) => {
  const page = await open("#/import");
  const text = "THỦ TƯỚNG CHÍNH PHỦ\nSố: 645/QĐ-TTg\nHà Nội, ngày 15 tháng 5 năm 2020\nQUYẾT ĐỊNH\n";
  await drop(page, Buffer.from(text), "645.txt");
  await until(page, () => Boolean(document.querySelector("#import-attached")));
  assert.match(await page.$eval("#import-attached", (section) => section.innerText), /không có mục này/);
  // With the clause of one record: its words stand on that record's page, with the figure marked.
  const clause = "Điều 1. Nội dung\nB. MỤC TIÊU\nII. Cụ thể\n1. Thị trường\na) Có 55% người dân mua hàng qua mạng.\n";
  await drop(page, Buffer.from(text + clause), "van-ban-645.txt");
  await until(page, () => [...document.querySelectorAll("#import-attached mark")].some((mark) => /^55/.test(mark.textContent)));
  await page.evaluate(() => (location.hash = "#/plan/vn-2021-2025/t1"));
  await until(page, () => /van-ban-645\.txt/.test(document.getElementById("record-words")?.innerText ?? ""));
  assert.match(await page.$eval("#record-words mark", (mark) => mark.innerText), /^55/);
  await axe(page);
  await page.evaluate(() => (location.hash = "#/plan/dak-nong-2021-2025/t1"));
  await until(page, () => /Đắk Nông/.test(document.querySelector("main").innerText));
  assert.equal(await page.$eval("#record-words", (words) => words.innerText), "");
  await page.evaluate(() => (location.hash = "#/import"));
  await until(page, () => Boolean(document.querySelector("#import-attached")));
  await axe(page);
  await shot(page, "import-attached");
});

test("the single file reads, compares and keeps a document from a disk, in a worker", async ({ openFile }) => {
  const page = await openFile("#/import");
  await until(page, () => Boolean(document.querySelector("[data-import]")));
  await page.evaluate(() => {
    window.workers = [];
    const Before = window.Worker;
    window.Worker = class extends Before {
      constructor(...given) {
        super(...given);
        window.workers.push("made");
        this.addEventListener("error", () => window.workers.push("failed"));
      }
    };
  });
  await drop(page, await file("files/lang-son.docx"), "lang-son.docx");
  await until(page, () => document.querySelectorAll(".import__item").length === 16);
  assert.deepEqual(await page.evaluate(() => window.workers), ["made"]);
  await acceptAll(page);
  await click(page, "#import-use");
  await until(page, () => location.hash.startsWith("#/plan/lang-son-2026-2030") && /62/.test(document.querySelector("main").innerText));
  await page.evaluate(() => (location.hash = "#/compare?baseline=vn-2026-2030"));
  await until(page, () => /Lạng Sơn/.test(document.querySelector("thead")?.innerText ?? ""));
  await page.evaluate(() => (location.hash = "#/plan/lang-son-2026-2030"));
  await page.reload();
  await until(page, () => /Lạng Sơn/.test(document.querySelector("h1")?.innerText ?? ""));
  await page.evaluate(() => (location.hash = "#/import"));
  await until(page, () => Boolean(document.querySelector('[data-import-do="forget"]')));
  await click(page, '[data-import-do="forget"]');
  assert.equal(await page.evaluate(() => localStorage.getItem("lotrinh.own")), null);
});
