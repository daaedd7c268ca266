// For pages that embed Lộ trình: gives every frame the height of what it shows.
//
//   <script src="…/embed.js" defer></script>
//   <lo-trinh-embed src="…/embed/i/b2c_revenue.html" title="…"> what readers without scripts see </lo-trinh-embed>
//   or any <iframe data-lo-trinh src="…"></iframe>
//
// A frame is believed only when the message comes from that very frame and from the site that it was loaded from.
(() => {
  if (window.lotrinhEmbed) return;
  window.lotrinhEmbed = true;
  const frames = () => document.querySelectorAll("iframe[data-lo-trinh]");

  addEventListener("message", ({ data, source, origin }) => {
    if (data?.lotrinh !== "height" || !(data.height > 0)) return;
    for (const frame of frames()) {
      if (frame.contentWindow !== source) continue;
      const expected = new URL(frame.src, location.href).origin;
      // A frame in a sandbox without an origin of its own says "null".
      const opaque = origin === "null" && frame.sandbox.length && !frame.sandbox.contains("allow-same-origin");
      if (origin === expected || opaque) frame.style.height = `${Math.min(Math.ceil(data.height), 20000)}px`;
    }
  });

  customElements.define(
    "lo-trinh-embed",
    class extends HTMLElement {
      connectedCallback() {
        const src = this.getAttribute("src");
        if (!src || this.querySelector("iframe")) return;
        const frame = document.createElement("iframe");
        for (const name of ["title", "sandbox", "width"]) {
          if (this.hasAttribute(name)) frame.setAttribute(name, this.getAttribute(name));
        }
        frame.dataset.loTrinh = "";
        frame.loading = "lazy";
        frame.style.cssText = `display:block;border:0;width:${this.getAttribute("width") ?? "100%"};height:${this.getAttribute("height") ?? "600"}px`;
        frame.src = src;
        this.replaceChildren(frame);
      }
    },
  );
})();
