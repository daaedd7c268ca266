// Inside an embedded page: tells the host page the height, takes its settings, opens links outside.
(() => {
  const root = document.documentElement;
  const settings = new URLSearchParams(location.search);
  const own = document.currentScript.dataset;

  // Height. The frame itself never scrolls up and down; the host page does.
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== last && window.parent !== window) {
      last = height;
      window.parent.postMessage({ lotrinh: "height", height }, "*");
    }
  };
  new ResizeObserver(tell).observe(document.body);
  addEventListener("load", tell);

  // Theme and the host's own look. The app sets what its reader has chosen; here the article has.
  const theme = settings.get("theme");
  if (theme === "light" || theme === "dark") {
    const set = () => root.dataset.theme !== theme && (root.dataset.theme = theme);
    set();
    new MutationObserver(set).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  }
  const colour = (name) => (/^[0-9a-f]{6}$/i.test(settings.get(name) ?? "") ? `#${settings.get(name)}` : null);
  const asked = { paper: colour("paper"), ink: colour("ink"), accent: colour("accent") };
  const shown = (name) => asked[name] ?? getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  for (const name of ["paper", "ink", "accent"]) {
    if (!asked[name]) continue;
    const other = name === "paper" ? shown("ink") : shown("paper");
    if (contrast(asked[name], other) >= 4.5) root.style.setProperty(`--${name}`, asked[name]);
    else console.warn(`Lộ trình: ${name}=${asked[name].slice(1)} is not used, its contrast with ${other} is below 4.5 to 1`);
  }
  const font = settings.get("font");
  if (font && /^[\w ,"'-]{1,100}$/.test(font)) {
    root.style.setProperty("--text", font);
    root.style.setProperty("--title", font);
  }
  const radius = settings.get("radius");
  if (/^\d{1,2}$/.test(radius ?? "")) root.style.setProperty("--radius", `${radius}px`);
  if (settings.get("controls") === "0") root.classList.add("embedded--plain");

  function contrast(one, other) {
    const light = (hex) => {
      const channel = (at) => {
        const value = parseInt(hex.slice(at, at + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    };
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  }

  // Links to other sites and pages open outside; the app's own stay in the frame.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) {
      link.target = "_blank";
      link.rel = "noopener";
    }
  }, true);

  // The app in a frame keeps the link to its full page in step.
  const full = document.getElementById("embed-full");
  if (full && own.root) {
    const follow = () => location.hash && (full.href = own.root + location.hash);
    follow();
    addEventListener("hashchange", follow);
  }

  // The app follows when the reader first touches the figure: until then the page is all there is to load.
  if (own.boot) {
    const kinds = ["pointerdown", "keydown", "lotrinh-app"];
    const follow = (event) => {
      if (event.target.closest?.("a[href]")) return;
      for (const kind of kinds) removeEventListener(kind, follow);
      add({ src: own.root + own.boot }, own);
    };
    for (const kind of kinds) addEventListener(kind, follow);
  }

  // A state that no page was rendered of is drawn without the app where that can be; where it cannot, the app says why.
  if (own.state) {
    const app = () => dispatchEvent(new Event("lotrinh-app"));
    if ("noModule" in document.createElement("script")) add({ type: "module", src: own.root + own.state, onerror: app });
    else app();
  }

  function add(properties, settings) {
    const script = Object.assign(document.createElement("script"), properties);
    Object.assign(script.dataset, settings);
    document.head.append(script);
  }

  // A frozen page stays as it was made, and says when the site has gone on.
  if (own.frozen) {
    fetch(own.root + "version.json")
      .then((answer) => answer.json())
      .then(({ version }) => {
        if (version !== own.frozen) document.getElementById("embed-newer").hidden = false;
      })
      .catch(() => {});
  }
})();
