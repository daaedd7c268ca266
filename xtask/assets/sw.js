// The service worker: one version of the site, whole, or none of it. `RELEASE` is written before this by the build:
// the version, and every file that the app needs with its checksum.

const root = new URL("./", self.location).href;
const prefix = `lotrinh ${root} `;
const name = prefix + RELEASE.version;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.data === "take over" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(root)) event.respondWith(answer(request));
});

// All or nothing: a file that is missing, cut off or of another version fails its checksum, and the version before stays.
async function install() {
  const cache = await caches.open(name);
  const requests = RELEASE.files.map(([file, integrity]) => new Request(root + file, { integrity, cache: "no-cache" }));
  try {
    await cache.addAll(requests);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function activate() {
  for (const other of await caches.keys()) {
    if (other.startsWith(prefix) && other !== name) await caches.delete(other);
  }
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(name);
  const path = request.url.slice(root.length).split(/[?#]/)[0];
  if (request.mode !== "navigate") return (await cache.match(root + path)) ?? fetch(request);
  if (path === "" || path === "index.html") return (await cache.match(root + "index.html")) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    // Without a network the app opens what the page would have shown.
    const address = addressOf(path);
    if (address === undefined) throw error;
    return Response.redirect(root + address);
  }
}

// The address of a static page: xtask/src/pages.rs has given them their paths.
function addressOf(path) {
  const [, english, page] = path.match(/^(en\/)?(.*)\.html$/) ?? [];
  if (page === undefined) return undefined;
  const [kind, id, part] = page.split("/");
  const query = (setting) => [setting, english && "lang=en"].filter(Boolean).join("&");
  const at = (view, setting) => `#/${view}${query(setting) && "?" + query(setting)}`;
  const parts = ["objectives", "targets", "tasks", "provisions", "defects"];
  const [plan, baseline] = (id ?? "").split("--");
  switch (kind) {
    case "index":
      return at("");
    case "plans":
    case "compare":
    case "indicators":
    case "search":
      return at(kind);
    case "sources":
      return at("data");
    case "timeline-table":
      return at("timeline", "table=1");
    case "timeline":
    case "agencies":
      return at(kind, id && `plans=${id}`);
    case "p":
      if (part === undefined) return at(`plan/${id}`);
      return parts.includes(part) ? at(`plan/${id}`, `part=${part}`) : at(`plan/${id}/${part}`);
    case "a":
      return at(`agency/${id}`);
    case "i":
      return at(`indicator/${id}`);
    case "c":
      return at("compare", baseline ? `baseline=${baseline}&plans=${plan}` : `baseline=${plan}`);
    default:
      return undefined;
  }
}
