// Starts the app of the single file: unpacks the WebAssembly that the page carries. A page opened from a disk may
// not fetch anything, not even a file beside it.

import init from "./lotrinh.js";

const boot = window.lotrinhBoot;

async function start() {
  if (typeof DecompressionStream !== "function") return boot.failed("old");
  try {
    const carrier = document.getElementById("lotrinh-wasm");
    const packed = Uint8Array.from(atob(carrier.textContent), (character) => character.charCodeAt(0));
    carrier.remove();
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    await init({ module_or_path: await new Response(unpacked).arrayBuffer() });
  } catch (error) {
    const refused = error instanceof WebAssembly.CompileError && /policy|csp|unsafe-eval/i.test(error.message);
    boot.failed(refused ? "policy" : error instanceof WebAssembly.CompileError ? "old" : "broken", error);
  }
}

start();
