// What readers come to do, from start to finish, and what the app does when things go wrong.

import assert from "node:assert/strict";
import { browserName, suite, until } from "./harness.mjs";

const test = suite();

const text = (page) => page.evaluate(() => document.querySelector("main").innerText.replaceAll("\u00a0", " "));
const hash = (page) => page.evaluate(() => location.hash);
const heading = (page) => page.$eval("h1", (h1) => h1.textContent.trim());

/** Follows the first link in the page whose text has `words`. */
async function follow(page, words, within = "body") {
  const found = await page.evaluate(
    (words, within) => {
      const links = [...document.querySelectorAll(`${within} a`)];
      const link = links.find((a) => a.textContent.replaceAll("\u00a0", " ").includes(words));
      link?.click();
      return Boolean(link);
    },
    words,
    within,
  );
  assert(found, `no link says “${words}”`);
}

async function at(page, wanted) {
  await until(page, (wanted) => location.hash === wanted, wanted);
}

test("a provincial official sees where Đắk Nông falls short, and why", async ({ open }) => {
  const page = await open("#/");
  await follow(page, "So sánh", "nav");
  await until(page, () => location.hash === "#/compare" && Boolean(document.querySelector(".compare__table")));
  assert.match(await text(page), /Đắk Nông đặt thấp hơn QĐ 645 ở: .*30 % so với 50 %/);
  assert.match(await text(page), /Trong 7 mục tiêu của Bà Rịa – Vũng Tàu, 2 có chỉ tiêu chung với QĐ 1563/);
  await follow(page, "thấp hơn", "table");
  await until(page, () => Boolean(document.querySelector(".rule")));
  assert.match(await hash(page), /cell=dak-nong-2021-2025~/);
  assert.match(await page.$eval(".rule", (rule) => rule.innerText), /Tính trên[^]*giống/);
  // The rule's address opens the rule.
  const again = await open(await hash(page));
  assert.match(await again.$eval(".rule", (rule) => rule.innerText), /thấp hơn/);
});

test("another baseline brings the plans that answer it", async ({ open }) => {
  const page = await open("#/compare");
  const value = await page.$$eval("#compare-baseline option", (all) => all.find((o) => o.value.includes("=vn-2026-2030")  && !o.value.includes("draft")).value);
  await page.select("#compare-baseline", value);
  await until(page, () => /Gia Lai/.test(document.querySelector("thead").innerText));
  assert.equal(await hash(page), "#/compare?baseline=vn-2026-2030");
  await page.goBack();
  await until(page, () => /Đắk Nông/.test(document.querySelector("thead").innerText));
  await page.goForward();
  await until(page, () => /Gia Lai/.test(document.querySelector("thead").innerText));
});

test("a ministry's official finds what the ministry leads, with whom, until when", async ({ open }) => {
  const page = await open("#/agencies");
  // The rows below those of a screen come a moment later.
  await until(page, () => !document.querySelector("[data-awaited]"));
  await follow(page, "Bộ Giáo dục và Đào tạo", "table");
  await until(page, () => location.hash === "#/agency/bo-giao-duc-dao-tao");
  assert.equal(await heading(page), "Bộ Giáo dục và Đào tạo");
  assert.match(await text(page), /2016–2020/);
  assert.match(await text(page), /Bộ Công Thương/);
});

test("a merged ministry's work is found under today's name, and back", async ({ open }) => {
  const page = await open("#/agencies?today=1");
  assert.doesNotMatch(await page.$eval("table", (t) => t.innerText), /Bộ Thông tin và Truyền thông\n/);
  const old = await open("#/agency/bo-thong-tin-truyen-thong");
  assert.match(await text(old), /Bộ Khoa học và Công nghệ/);
});

test("a journalist checks a claim: the figure, its clause, what came of it, a citation", async ({ open }) => {
  const page = await open("#/plan/vn-2021-2025/t4");
  const all = await text(page);
  for (const part of ["35 tỷ USD", "Điều 1 – B – II – 1 – b", "không đạt", "645/QĐ-TTg", "15/5/2020"]) {
    assert(all.includes(part), `${part} is not on the page`);
  }
  const citations = await page.$$eval(".citation", (all) => all.map((c) => [c.lang, c.innerText]));
  assert.deepEqual(citations.map(([lang]) => lang), ["vi", "en"]);
  assert.match(citations[1][1], /Prime Minister, Decision 645\/QĐ-TTg, 15 May 2020/);
  // The address in the citation is this page's own.
  const [address] = citations[0][1].match(/http\S+$/);
  const again = await open(new URL(address).hash);
  assert.equal(await heading(again), await heading(page));
});

test("copying a citation says whether it could", async ({ open }) => {
  const page = await open("#/plan/vn-2021-2025/t4");
  await page.click(".cite button");
  await until(page, () => /Đã chép|không cho chép/.test(document.querySelector(".cite .said").innerText));
});

test("a researcher filters the timeline by keyboard and selects; the state is in the address", async ({ open }) => {
  const page = await open("#/timeline");
  const before = await page.$$eval("main a", (all) => all.length);
  const option = await page.$$eval("select option", (all) => all.find((o) => o.textContent.includes("Bộ Công an")).value);
  const select = await page.evaluateHandle((value) => [...document.querySelectorAll("select")].find((s) => [...s.options].some((o) => o.value === value)), option);
  await select.asElement().focus();
  await select.asElement().select(option);
  await until(page, () => location.hash.includes("agency=bo-cong-an"));
  await until(page, (before) => document.querySelectorAll("main a").length < before, before);
  assert.match(await text(page), /Công an/);
  const again = await open(await hash(page));
  assert.equal(await text(again), await text(page));
});

test("a citizen searches without diacritics, as they type, and opens the record", async ({ open }) => {
  const page = await open("#/");
  await follow(page, "Tìm", "header");
  await until(page, () => document.activeElement.id === "search-words");
  await page.keyboard.type("hoa don dien tu 70");
  await until(page, () => location.hash.endsWith("words=hoa%20don%20dien%20tu%2070"));
  await until(page, () => /hóa đơn điện tử/.test([...document.querySelectorAll(".hits li:first-child mark")].map((m) => m.textContent).join(" ")));
  assert.equal(await page.evaluate(() => document.activeElement.id), "search-words");
  await follow(page, "hóa đơn điện tử", ".hits li:first-child");
  await at(page, "#/plan/vn-2021-2025/t9");
  // Each letter was no entry of its own: one step back is the search, two the overview.
  await page.goBack();
  await until(page, () => document.querySelector("#search-words")?.value.startsWith("hoa don"));
  await page.goBack();
  await until(page, () => ["", "#/"].includes(location.hash));
});

test("search is reached by key from anywhere, and its results by arrows", async ({ open }) => {
  const page = await open("#/plans");
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("/");
  await until(page, () => document.activeElement.id === "search-words");
  // In the box the slash is a sign like any other.
  await page.keyboard.type("645/qd", { delay: 50 });
  await until(page, () => document.querySelector("#search-words").value === "645/qd" && document.querySelector('.hits[data-words="645/qd"]') !== null);
  await until(page, () => /^\d+ kết quả/.test(document.querySelector("#search-said").textContent));
  await page.keyboard.press("ArrowDown");
  assert(await page.evaluate(() => document.activeElement.matches(".hits li:first-child a")));
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "search-words");
  await page.keyboard.press("Enter");
  await at(page, "#/plan/vn-2021-2025");
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await until(page, () => document.activeElement.id === "search-words");
  // The single key can be switched off.
  await page.click("[data-slash]");
  await until(page, () => document.querySelector("[data-slash] + .said").textContent.includes("đang tắt"));
  const other = await open("#/plans");
  await other.keyboard.press("/");
  await other.keyboard.press("Tab");
  assert.equal(await hash(other), "#/plans");
});

test("a search is narrowed by plan, agency, year and kind; the state is in the address", async ({ open }) => {
  const page = await open("#/search?words=thanh%20toan");
  const choose = async (id, words) => {
    const option = await page.$$eval(`#${id} option`, (all, words) => all.find((o) => o.textContent.includes(words)).value, words);
    await page.focus(`#${id}`);
    await page.select(`#${id}`, option);
  };
  const count = () => page.$eval("#search-count", (p) => Number.parseInt(p.textContent, 10));
  await page.waitForSelector("#search-plan");
  const all = await count();
  await choose("search-plan", "1563");
  await until(page, (all) => Number.parseInt(document.querySelector("#search-count").textContent, 10) < all, all);
  assert.equal(await page.evaluate(() => document.activeElement.id), "search-plan");
  await choose("search-agency", "Ngân hàng Nhà nước");
  await until(page, () => location.hash.includes("agency=ngan-hang-nha-nuoc"));
  await choose("search-year", "2018");
  await until(page, () => location.hash.endsWith("year=2018"));
  await follow(page, "nhiệm vụ", "main .choices");
  await until(page, () => location.hash.includes("kind=task"));
  await until(page, () => document.querySelectorAll(".hits li").length > 0);
  const hits = await page.$$eval(".hits a", (all) => all.map((a) => a.getAttribute("href")));
  assert(hits.every((href) => href.startsWith("#/plan/vn-2016-2020/n")), hits.join(" "));
  const again = await open(await hash(page));
  await again.waitForSelector(".hits li");
  assert.deepEqual(await again.$$eval(".hits a", (all) => all.map((a) => a.getAttribute("href"))), hits);
});

test("a comparison by verdict begins with what is set lower", async ({ open }) => {
  const page = await open("#/compare");
  await follow(page, "kết quả so sánh", ".controls");
  await until(page, () => location.hash.includes("order=verdict"));
  const heads = await page.$$eval(".compare__group", (all) => all.map((row) => row.textContent.trim()[0]));
  assert.equal(heads[0], "▼");
  assert.equal(new Set(heads).size, heads.length);
  // What stands before the table says the two findings at once.
  const judged = await page.$eval(".judged", (div) => div.innerText.replaceAll("\u00a0", " "));
  assert.match(judged, /Đắk Nông đặt thấp hơn QĐ 645 ở: .*không dùng tiền mặt.*30 % so với 50 %/i);
  assert.match(judged, /QĐ 1563/);
});

test("the same rows stand in a table", async ({ open }) => {
  const drawn = await open("#/timeline?agency=bo-cong-an");
  const table = await open("#/timeline?agency=bo-cong-an&table=1");
  const records = (page) => page.$$eval('main a[href*="/n"]', (all) => [...new Set(all.map((a) => a.hash))].sort());
  assert.deepEqual(await records(table), await records(drawn));
});

test("a plan's records are reached by clause, and one leads to the next", async ({ open }) => {
  const page = await open("#/plan/brvt-2021-2025");
  await follow(page, "Thủ tục hành chính trực tuyến ở mức độ 4");
  await at(page, "#/plan/brvt-2021-2025/t6");
  assert.match(await text(page), /từ 60 % trở lên/);
  await follow(page, "Thủ tục hành chính của tỉnh làm được trực tuyến ở mức độ 3, 4", ".facts");
  await at(page, "#/plan/brvt-2021-2025/t5");
});

test("a record with doubts looks doubtful and says why", async ({ open }) => {
  const page = await open("#/plan/dak-nong-2021-2025/t4");
  assert(await page.$(".record.is-doubtful .flag--doubt"));
  assert.match(await text(page), /hai mục tiêu/);
});

test("the language changes the page and stays for the next address", async ({ open }) => {
  const page = await open("#/indicator/b2c_revenue");
  await follow(page, "English", "header");
  await until(page, () => document.documentElement.lang === "en");
  assert.equal(await hash(page), "#/indicator/b2c_revenue?lang=en");
  assert.match(await text(page), /billion/);
  await page.evaluate(() => (location.hash = "#/plans"));
  await until(page, () => /plans/i.test(document.querySelector("h1").innerText));
  await follow(page, "Tiếng Việt", "header");
  await until(page, () => document.documentElement.lang === "vi");
});

test("the theme is chosen, kept, and given back to the device", async ({ open }) => {
  const page = await open("#/");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.select("#theme", "dark");
  assert.notEqual(await paper(), light);
  await page.reload();
  await until(page, () => !document.getElementById("boot"));
  assert.notEqual(await paper(), light);
  await page.select("#theme", "");
  assert.equal(await paper(), light);
});

test("another page starts at its heading, another setting leaves the reader where they are", async ({ open }) => {
  const page = await open("#/agencies");
  await page.evaluate(() => scrollTo(0, 400));
  await page.evaluate(() => document.querySelector('.controls a[href*="columns=plan"]').click());
  await until(page, () => location.hash.includes("columns=plan"));
  assert(await page.evaluate(() => scrollY > 0));
  await follow(page, "Dữ liệu", "nav");
  await until(page, () => location.hash === "#/data" && scrollY === 0 && document.activeElement.id === "page-title");
});

test("everything can be reached by keyboard, the content first by the skip link", async ({ open }) => {
  const page = await open("#/plans");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "page-title");
  await page.keyboard.press("Tab");
  assert(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
});

test("a broken address says so and opens the nearest thing", async ({ open }) => {
  const page = await open("#/plan/vn-2021-2025/t999?lanes=colour");
  assert.match(await page.$eval(".notice", (n) => n.innerText), /t999/);
  assert.match(await page.$eval(".notice", (n) => n.innerText), /lanes=colour/);
  assert.match(await heading(page), /2021–2025/);
  const nowhere = await open("#/nowhere");
  assert.match(await nowhere.$eval(".notice", (n) => n.innerText), /nowhere/);
});

test("refused storage costs the reader nothing but the memory of choices", async ({ open }) => {
  const page = await open("#/");
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
  });
  await page.reload();
  await until(page, () => !document.getElementById("boot") && Boolean(document.querySelector("h1")));
  await page.select("#theme", "dark");
  await until(page, () => /không cho ghi nhớ/.test(document.querySelector(".header__refused").innerText));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

test("a panic in one view leaves a readable page, and the next address works", async ({ open, expectProblem }) => {
  const page = await open("#/plans");
  expectProblem(/./);
  // A browser that suddenly cannot make headings: the record cannot be built.
  await page.evaluate(() => {
    const make = document.createElement.bind(document);
    document.createElement = (name, ...rest) => {
      if (name === "h1") throw new Error("on purpose");
      return make(name, ...rest);
    };
    Node.prototype.cloneNode = () => { throw new Error("on purpose"); };
    location.hash = "#/plan/vn-2021-2025/t1";
  });
  await until(page, () => Boolean(document.querySelector('[role="alert"]')));
  assert.match(await page.$eval('[role="alert"]', (a) => a.innerText), /Phần này gặp lỗi[^]*This part failed/);
  // The next address loads the page anew, and takes the question's own context away with it.
  await page.evaluate(() => (location.hash = "#/data")).catch(() => {});
  const back = () => !document.querySelector('[role="alert"]') && /dữ liệu/i.test(document.querySelector("h1")?.innerText ?? "");
  await until(page, back);
});

test("the single file opens from a disk with its views and addresses", async ({ openFile }) => {
  const page = await openFile("#/plan/dak-nong-2021-2025/t5");
  assert.match(await text(page), /30 %/);
  await follow(page, "So sánh", "nav");
  await until(page, () => location.hash === "#/compare" && Boolean(document.querySelector("table")));
  await follow(page, "English", "header");
  await until(page, () => document.documentElement.lang === "en");
});

// Firefox has no print emulation over BiDi.
if (browserName === "chromium") test("print leaves out the controls and keeps the tables whole", async ({ open }) => {
  const page = await open("#/compare");
  await page.emulateMediaType("print");
  assert.equal(await page.$eval(".controls", (c) => getComputedStyle(c).display), "none");
  assert.equal(await page.$eval(".table-frame", (f) => getComputedStyle(f).overflowX), "visible");
});
