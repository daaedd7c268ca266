// The service worker: one version of the site, whole, or none of it. `RELEASE` is written before this by the build:
// the version, and every file that the app needs with its checksum.

import { addressOf } from "address-of.js";

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
