// Starts the app of the site: fetches the WebAssembly that boot.js names and hands it to the glue.

import init from "./lotrinh.js";

const boot = window.lotrinhBoot;

async function start() {
  let response;
  try {
    response = await fetch(boot.wasm);
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    watch(response.clone());
  } catch (error) {
    return boot.failed("network", error);
  }
  try {
    // A browser compiles while it downloads, and keeps the result, only of a response with the right type. Many plain
    // servers send another one; then the bytes do.
    const streams = response.headers.get("content-type")?.startsWith("application/wasm");
    await init({ module_or_path: streams ? response : await response.arrayBuffer() });
  } catch (error) {
    boot.failed(reason(error), error);
  }
}

function reason(error) {
  if (error instanceof TypeError) return "network";
  if (!(error instanceof WebAssembly.CompileError)) return "broken";
  // boot.js hears of a refusal as an event, but not in every browser before the error comes.
  return /policy|csp|unsafe-eval/i.test(error.message) ? "policy" : "old";
}

// What has arrived, of the size that the page states: the server's own length is that of the compressed file.
async function watch(copy) {
  try {
    const reader = copy.body.getReader();
    for (let seen = 0, read; !(read = await reader.read()).done; ) {
      seen += read.value.length;
      boot.progress(seen / boot.wasmBytes);
    }
  } catch {
    // Whoever uses the response itself reports this.
  }
}

start();
