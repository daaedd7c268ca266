// The first step of the single file: takes the style and the app's script out of the page, where they stand packed, and
// sets them going. What the script then unpacks by itself is much larger.

const boot = window.lotrinhBoot;

// The way back from xtask/src/units.rs: two bytes a character, and one that stands before those a page cannot carry.
boot.bytes = (id) => {
  const carrier = document.getElementById(id);
  const text = carrier.textContent;
  carrier.remove();
  const out = new Uint8Array(text.length * 2);
  let at = 0;
  for (let i = 1; i < text.length; i++) {
    let unit = text.charCodeAt(i);
    if (unit === 0xe000) unit = text.charCodeAt(++i) ^ 0x8000;
    out[at++] = unit;
    out[at++] = unit >> 8;
  }
  return out.subarray(0, at - text[0]);
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
