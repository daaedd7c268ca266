// The first step of the single file: takes the style and the app's script out of the page, where they stand packed, and
// sets them going. What the script then unpacks by itself is much larger.

const boot = window.lotrinhBoot;

// The way back from xtask/src/units.rs: a character stands for fifteen or sixteen bits.
const SHORT = 3 + 0x800 + 2;
boot.bytes = (id) => {
  const carrier = document.getElementById(id);
  const text = carrier.textContent;
  const out = new Uint8Array(Number(carrier.dataset.bytes));
  carrier.remove();
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const place = unit - 1 - (unit > 0xd) - (unit > 0x3c) - (unit > 0xd800 ? 0x800 : 0);
    const long = place >= SHORT;
    held = (held << (long ? 16 : 15)) | (long ? place + SHORT : place);
    bits += long ? 16 : 15;
    while (bits >= 8) {
      bits -= 8;
      out[at++] = held >> bits;
    }
    held &= (1 << bits) - 1;
  }
  return out;
};

async function unpack() {
  if (typeof DecompressionStream !== "function") return boot.failed("old");
  try {
    const packed = new Blob([boot.bytes("lotrinh-code")]).stream();
    const code = await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
    const [style, script] = code.split("\0");
    document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
    // The same text makes the worker that reads documents.
    boot.code = script;
    document.head.append(Object.assign(document.createElement("script"), { textContent: script }));
  } catch (error) {
    boot.failed("broken", error);
  }
}

unpack();
