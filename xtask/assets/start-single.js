// Starts the app of the single file: unpacks the WebAssembly and the data that the page carries. A page opened from a
// disk may not fetch anything, not even a file beside it.

import init from "lotrinh";
import initWorkshop, * as workshop from "workshop";

const boot = window.lotrinhBoot;

// What links to other files of the site has no place here.
document.documentElement.classList.add("single");

async function start() {
  if (typeof DecompressionStream !== "function") return boot.failed("old");
  try {
    const [wasm, data] = await Promise.all([unpacked("lotrinh-wasm"), unpacked("lotrinh-data")]);
    boot.data = new Uint8Array(data);
    boot.progress(1);
    await init({ module_or_path: wasm });
  } catch (error) {
    const refused = error instanceof WebAssembly.CompileError && /policy|csp|unsafe-eval/i.test(error.message);
    boot.failed(refused ? "policy" : error instanceof WebAssembly.CompileError ? "old" : "broken", error);
  }
}

function unpacked(id) {
  const carrier = document.getElementById(id);
  const packed = bytes(carrier.textContent);
  carrier.remove();
  boot.progress(0.5);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

// The way back from xtask/src/seven.rs: seven bits a character, and three characters that have substitutes.
function bytes(text) {
  const out = new Uint8Array(Math.floor((text.length * 7) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bits = (bits << 7) | (code < 256 ? code : [0, 13, 60][code - 256]);
    held += 7;
    if (held >= 8) {
      held -= 8;
      out[at++] = (bits >> held) & 255;
    }
  }
  return out;
}

let ready;
boot.workshop = async (name, ...given) => {
  // What reads documents would make this file half as large again.
  if (name === "draw" && given[0].startsWith("#/import")) {
    return given[0].includes("lang=en")
      ? '<p class="notice">The single-file edition does not read documents; the site does, and sends nothing anywhere.</p>'
      : '<p class="notice">Bản một tệp không đọc văn bản; trang web thì đọc được, và không gửi gì đi đâu.</p>';
  }
  ready ??= (async () => {
    await initWorkshop({ module_or_path: await unpacked("lotrinh-workshop") });
    workshop.start(boot.data);
  })();
  await ready;
  return workshop[name](...given);
};

start();
