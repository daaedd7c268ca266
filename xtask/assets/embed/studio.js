// The embed studio: from a page of the site to the code for an article, with a live preview.

const form = document.getElementById("studio");
const field = (name) => form.elements[name];
const site = new URL("../", location.href).href;
const english = document.documentElement.lang === "en";
const say = (vi, en) => (english ? en : vi);

// The addresses that have a page of their own, and so a figure before any WebAssembly, by language.
let pages = { pages: {} };

const asked = decodeURIComponent(location.hash || "#/compare");
field("address").value = asked.replace(/[?&]lang=en/, "");
field("lang").value = /lang=en/.test(asked) ? "en" : "vi";

/** The address in the chosen language. */
function address() {
  let hash = field("address").value.trim();
  const at = hash.indexOf("#");
  hash = at < 0 ? `#/${hash.replace(/^\//, "")}` : hash.slice(at);
  hash = hash.replace(/([?&])lang=\w+&?/, "$1").replace(/[?&]$/, "");
  return field("lang").value === "en" ? `${hash}${hash.includes("?") ? "&" : "?"}lang=en` : hash;
}

function source() {
  const hash = address();
  const page = pages.pages[hash];
  const frozen = field("keep").value === "frozen";
  const query = new URLSearchParams();
  if (field("theme").value) query.set("theme", field("theme").value);
  if (!field("controls").checked) query.set("controls", "0");
  for (const name of ["accent", "paper", "ink"]) {
    if (field(name).value) query.set(name, field(name).value.replace("#", ""));
  }
  const settings = String(query) && `?${query}`;
  const folder = frozen && page ? `v/${pages.version}/` : "";
  return { url: page ? `${site}${folder}${page}${settings}` : `${site}embed.html${settings}${hash}`, page, frozen };
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

async function update() {
  const { url, page, frozen } = source();
  const preview = document.getElementById("preview");
  if (preview.src !== url) preview.src = url;
  const width = field("width").value === "fixed" ? `${Number(field("pixels").value) || 640}px` : "100%";
  preview.style.width = width;
  const notes = [];
  if (!page) notes.push(say("Trạng thái này không dựng sẵn, nên khung phải tải dữ liệu và phần vẽ rồi mới hiện hình.", "This state was not rendered when the site was built, so the frame loads the data and what draws it before it shows a figure."));
  if (frozen && !page) notes.push(say("Chỉ những trang dựng sẵn mới giữ nguyên được; khung này đi theo trang gốc.", "Only pages that were rendered when the site was built can be frozen; this frame follows the site."));
  document.getElementById("studio-notes").textContent = notes.join(" ");

  const { title, fallback } = page ? await figure(site + page) : { title: "Lộ trình", fallback: "" };
  const script = `<script src="${site}embed.js" defer></scr` + "ipt>";
  const link = `<p><a href="${escape(site + address())}">${escape(title)}</a></p>`;
  field("element").value = `${script}\n<lo-trinh-embed src="${escape(url)}" title="${escape(title)}" width="${width}">\n${fallback}${link}\n</lo-trinh-embed>`;
  field("iframe").value = `${script}\n<iframe data-lo-trinh src="${escape(url)}" title="${escape(title)}" loading="lazy" style="border:0;width:${width};height:600px"></iframe>\n<noscript>${link}</noscript>`;
}

/** What readers without scripts see: the figure and its table, without our styles. */
async function figure(url) {
  const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
  const title = page.querySelector("h1")?.textContent.trim() ?? "Lộ trình";
  const table = page.querySelector("main table")?.cloneNode(true);
  const parts = [];
  const svg = page.querySelector("main svg[role=img]")?.cloneNode(true);
  if (svg) {
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.setAttribute("width", "100%");
    // Without our style sheet lines and texts would be black on black.
    for (const shape of svg.querySelectorAll("path")) {
      shape.setAttribute("fill", "none");
      shape.setAttribute("stroke", "currentColor");
    }
    for (const text of svg.querySelectorAll("text")) text.setAttribute("font-size", "12");
    parts.push(svg.outerHTML);
  }
  if (table) {
    for (const link of table.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const drawing of table.querySelectorAll("svg")) drawing.remove();
    for (const element of [table, ...table.querySelectorAll("*")]) {
      for (const { name } of [...element.attributes]) if (!/^(scope|colspan|rowspan)$/.test(name)) element.removeAttribute(name);
    }
    parts.push(table.outerHTML);
  }
  return { title, fallback: parts.length ? `<figure>${parts.join("\n")}</figure>\n` : "" };
}

form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    const status = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(field(button.dataset.copies).value);
      status.textContent = say("Đã chép", "Copied");
    } catch {
      field(button.dataset.copies).select();
      status.textContent = say("Trình duyệt không cho chép: đoạn mã đã được chọn, hãy chép bằng bàn phím.", "The browser does not allow copying: the code is selected, copy it by keyboard.");
    }
  });
}

async function start() {
  pages = await (await fetch(site + "embed/pages.json")).json();
  await update();
}

start().catch((error) => {
  document.getElementById("studio-notes").textContent = say("Chưa tải được danh sách trang: ", "The list of pages could not be loaded: ") + error.message;
});
