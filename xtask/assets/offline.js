// Keeps the site for reading without a network, and says when a newer version is ready. Loaded when the app runs.

const boot = window.lotrinhBoot;

async function start() {
  const registration = await navigator.serviceWorker.register(boot.root + "sw.js", { scope: boot.root });
  const ready = () => registration.waiting && navigator.serviceWorker.controller && announce(registration.waiting);
  ready();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", ready);
  });
  // The new version takes over when the reader says so, and then everywhere at once: two never run side by side.
  let reloading = false;
  const controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (controlled && !reloading) {
      reloading = true;
      location.reload();
    }
  });
}

function announce(worker) {
  if (document.getElementById("new-version")) return;
  const bar = document.createElement("div");
  bar.id = "new-version";
  bar.className = "new-version no-print";
  bar.setAttribute("role", "status");
  const english = document.documentElement.lang === "en";
  bar.append(english ? "A newer version of Lộ trình is ready. " : "Đã có bản Lộ trình mới hơn. ");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = english ? "Use it now" : "Dùng ngay";
  button.addEventListener("click", () => worker.postMessage("take over"));
  bar.append(button);
  document.body.append(bar);
}

// Refused by a browser or a host, the site works as before, with a network.
start().catch((error) => console.info("offline reading is not available here:", error.message));
