// Draws a state of which no page was rendered, with the one module that draws its view. Whatever this cannot do is left
// to the app.

import { fetched, load } from "load.js";

const own = document.querySelector("script[data-state]").dataset;
const drawn = JSON.parse(own.drawn);
const place = document.getElementById("static");
const modules = {};
let data;

function moduleOf(hash) {
  const word = hash.match(/^#\/(\w*)/)?.[1] ?? "";
  const part = word === "plan" && hash.match(/[?&]part=(\w+)/)?.[1];
  return drawn[part ? `${word}/${part}` : word];
}

async function show() {
  // The app follows addresses by itself.
  if (window.lotrinhBoot) return;
  const { hash, href } = location;
  const name = moduleOf(hash);
  if (!name) return app();
  try {
    data ??= fetched(own.root + own.data).then(async (response) => new Uint8Array(await response.arrayBuffer()));
    modules[name] ??= load(new URL(own.root + own[`${name}Script`], href).href, own.root + own[`${name}Wasm`], data);
    const { framed } = await modules[name];
    if (location.hash !== hash || window.lotrinhBoot) return;
    place.innerHTML = framed(hash, href.split("#")[0]);
  } catch (error) {
    console.warn(error);
    return app();
  }
  document.getElementById("embed-wait")?.remove();
  document.documentElement.lang = /[?&]lang=en/.test(hash) ? "en" : "vi";
  document.title = `${place.querySelector("h1").textContent} – Lộ trình`;
  // What the app finds here when it comes.
  own.address = hash;
}

function app() {
  document.getElementById("embed-wait")?.remove();
  dispatchEvent(new Event("lotrinh-app"));
}

addEventListener("hashchange", async () => {
  await show();
  if (!window.lotrinhBoot) document.getElementById("page-title")?.focus({ preventScroll: true });
});
show();
