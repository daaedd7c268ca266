// Starts the app of the single file: unpacks the WebAssembly and the data that the page carries. A page opened from a
// disk may not fetch anything, not even a file beside it.

import init from "lotrinh";
import initWorkshop, * as workshop from "workshop";

const boot = window.lotrinhBoot;

async function start() {
  if (typeof DecompressionStream !== "function") return boot.failed("old");
  try {
    const [wasm, data] = await Promise.all([unpacked("lotrinh-wasm"), unpacked("lotrinh-data")]);
    boot.data = new Uint8Array(data);
    await init({ module_or_path: wasm });
  } catch (error) {
    const refused = error instanceof WebAssembly.CompileError && /policy|csp|unsafe-eval/i.test(error.message);
    boot.failed(refused ? "policy" : error instanceof WebAssembly.CompileError ? "old" : "broken", error);
  }
}

function unpacked(id) {
  const carrier = document.getElementById(id);
  const packed = Uint8Array.from(atob(carrier.textContent), (character) => character.charCodeAt(0));
  carrier.remove();
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

let ready;
boot.workshop = async (name, ...given) => {
  ready ??= (async () => {
    await initWorkshop({ module_or_path: await unpacked("lotrinh-workshop") });
    workshop.start(boot.data);
  })();
  await ready;
  return workshop[name](...given);
};

start();
