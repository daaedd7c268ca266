// Starts the app of the single file: unpacks the WebAssembly and the data that the page carries. A page opened from a
// disk may not fetch anything, not even a file beside it. Here one module holds what are several on the site.

import { Decoder } from "lzma/decoder.js";
import { InputBuffer, OutputBuffer } from "lzma/streams.js";
import init, * as all from "single";
import { begin, draw, inWorker, keepsOwn } from "reading.js";
import { save } from "saving.js";
import { join } from "streams.js";
import { fillLater } from "awaited.js";
import { drawnBy } from "change.js";
import { instrument } from "timeline.js";

async function start() {
  const boot = window.lotrinhBoot;
  // What links to other files of the site has no place here.
  document.documentElement.classList.add("single");
  try {
    const [wasm, data] = join(await unpacked());
    boot.data = data;
    boot.progress(1);
    boot.worker = URL.createObjectURL(new Blob([boot.code], { type: "text/javascript" }));
    offer(wasm);
    await init({ module_or_path: wasm });
    // Plans that the reader keeps in this browser stand among the others from the start.
    if (keepsOwn()) await begin({ boot, wasm }).catch(() => {});
    all.run();
    fillLater(all);
    instrument(all);
  } catch (error) {
    const refused = error instanceof WebAssembly.CompileError && /policy|csp|unsafe-eval/i.test(error.message);
    boot.failed(refused ? "policy" : error instanceof WebAssembly.CompileError ? "old" : "broken", error);
  }

  async function unpacked() {
    const bytes = new OutputBuffer();
    const decoder = new Decoder();
    decoder.initDecompression(new InputBuffer(boot.bytes("lotrinh-app")), bytes);
    for (let steps = 0; decoder.nowPos64 < decoder.outSize; steps++) {
      if (decoder.codeOneChunk() < 0) throw new Error("corrupted input");
      if (steps % 100000 === 0) {
        boot.progress(Number(decoder.nowPos64) / Number(decoder.outSize));
        // Time for the progress to be seen.
        await new Promise((shown) => setTimeout(shown));
      }
    }
    decoder.flush();
    return bytes.toArray();
  }

  function offer(wasm) {
    let ready;
    const renew = () => {
      all.start(boot.data);
      ready = true;
    };
    const modules = {
      workshop: { ...all, draw: drawnBy(all) },
      catalog: { draw: all.catalogDraw },
      saving: { save },
    };
    boot.module = async (name, verb, ...given) => {
      if (name === "reading") {
        await begin({ boot, wasm });
        return draw(...given);
      }
      if (!ready) renew();
      return modules[name][verb](...given);
    };
    document.addEventListener("lotrinh-data", renew);
  }
}

if (!inWorker) start();
