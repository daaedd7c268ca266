// Shows how the app's download gets on and, when it cannot start, says why and what to do instead.
//
// A classic script in the JavaScript of 2009: a browser that is too old for the app must still be able to read this.
// It works under a policy without inline scripts and styles, and needs nothing but #boot in the page.
(function () {
  "use strict";

  var script = document.currentScript;
  var files = (script && script.dataset) || {};
  // The site's folder: this script stands in it.
  var root = ((script && script.src) || location.href).replace(/[?#].*$/, "").replace(/[^\/]*$/, "");
  var policyRefused = false;

  var REASONS = {
    old: [
      "Trình duyệt này quá cũ để chạy Lộ trình. Hãy dùng Chrome, Edge, Firefox hoặc Safari bản từ năm 2022 trở lại đây.",
      "This browser is too old to run Lộ trình. Please use Chrome, Edge, Firefox or Safari of 2022 or later."
    ],
    policy: [
      "Trình duyệt hoặc chính sách bảo mật của máy chủ này không cho chạy WebAssembly, nên Lộ trình không khởi động được.",
      "This browser, or the security policy of this server, does not allow WebAssembly, so Lộ trình cannot start."
    ],
    broken: [
      "Lộ trình gặp lỗi nên không khởi động được.",
      "Lộ trình met an error and could not start."
    ]
  };

  // What only a site with its files can say; the build leaves it out of the single file.
  if (SITE) {
    REASONS.disk = [
      "Trang này chỉ chạy được từ một máy chủ web. Để xem từ ổ đĩa, hãy mở tệp lotrinh.html.",
      "This page runs only from a web server. To read it from a disk, open the file lotrinh.html."
    ];
    REASONS.network = [
      "Chưa tải được hết trang. Hãy kiểm tra kết nối rồi thử lại.",
      "The page did not load completely. Check the connection, then try again."
    ];
  }

  function element(name, attributes, children) {
    var made = document.createElement(name);
    for (var attribute in attributes) {
      made.setAttribute(attribute, attributes[attribute]);
    }
    for (var i = 0; i < children.length; i++) {
      var child = children[i];
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    }
    return made;
  }

  // The place for messages. The app removes it when it has started, but may yet fail right after that.
  function place() {
    var boot = document.getElementById("boot");
    var main = SITE && document.querySelector("#static main");
    if (!boot) {
      boot = element("div", { id: "boot", role: "status" }, []);
      document.body.insertBefore(boot, document.body.firstChild);
    }
    if (main) {
      main.insertBefore(boot, main.firstChild);
    }
    return boot;
  }

  function failed(reason, error) {
    if (policyRefused) {
      reason = "policy";
    }
    var boot = place();
    var page = SITE && document.getElementById("static");
    if (page) {
      page.hidden = false;
    }
    while (boot.firstChild) {
      boot.removeChild(boot.firstChild);
    }
    boot.className = "boot boot--failed";
    boot.appendChild(element("p", { lang: "vi" }, [REASONS[reason][0]]));
    boot.appendChild(element("p", { lang: "en" }, [REASONS[reason][1]]));
    if (SITE && page) {
      boot.appendChild(element("p", { lang: "vi" }, ["Trang bên dưới vẫn đọc được đầy đủ; chỉ tìm kiếm, bộ lọc và so sánh tự chọn là chưa dùng được."]));
      boot.appendChild(element("p", { lang: "en" }, ["The page below is complete and can be read; only search, filters and comparisons of your own are missing."]));
    }

    var ways = [];
    if (reason === "network" || reason === "broken") {
      var again = element("button", { type: "button" }, ["Thử lại · Try again"]);
      again.addEventListener("click", function () { location.reload(); });
      ways.push(again);
    }
    // The single file has no neighbours to link to.
    if (SITE) {
      if (reason !== "old" && reason !== "policy") {
        ways.push(element("a", { href: root + "lotrinh.html" + location.hash }, ["Bản một tệp · Single-file edition"]));
      }
      ways.push(element("a", { href: root + "data/index.html" }, ["Dữ liệu mở · Open data"]));
    }
    if (ways.length) {
      var items = [];
      for (var i = 0; i < ways.length; i++) {
        items.push(element("li", {}, [ways[i]]));
      }
      boot.appendChild(element("ul", { "class": "boot__ways" }, items));
    }
    if (error) {
      var details = String((error && error.message) || error);
      boot.appendChild(element("p", { "class": "boot__details" }, ["Chi tiết · Details: ", element("code", {}, [details])]));
      if (window.console) {
        console.error(error);
      }
    }
  }

  // Between 0 and 1. The bar is drawn, not announced: a screen reader hears that the page loads, not every percent.
  function progress(part) {
    var bar = document.getElementById("boot-progress");
    if (bar) {
      bar.value = part;
    }
  }

  document.addEventListener("securitypolicyviolation", function (event) {
    if (event.blockedURI === "wasm-eval") {
      policyRefused = true;
    }
  });

  window.lotrinhBoot = { failed: failed, progress: progress };

  if (!("noModule" in document.createElement("script")) || typeof WebAssembly !== "object" || typeof Promise !== "function") {
    failed("old");
  } else if (SITE && location.protocol === "file:") {
    failed("disk");
  } else if (SITE) {
    start(window.lotrinhBoot);
  }

  // Names the site's files for the start script, and sets that going.
  function start(boot) {
    boot.root = root;
    // Where the app begins when the reader's own address says nothing.
    boot.address = files.address;
    boot.wasm = root + files.wasm;
    boot.wasmBytes = Number(files.wasmBytes);
    // The file's address until the start script has put its bytes here.
    boot.data = root + files.data;
    boot.offline = root + files.offline;
    // What is loaded only when it is asked for, by name: a script and its WebAssembly.
    boot.modules = {};
    for (var file in files) {
      if (/.Wasm$/.test(file)) {
        var name = file.slice(0, -4);
        boot.modules[name] = { script: root + files[name + "Script"], wasm: root + files[file] };
      }
    }

    // What the reader's own address asks for is not what this page shows: better nothing until it is there.
    var page = document.getElementById("static");
    if (page && location.hash && location.hash !== files.address) {
      page.hidden = true;
    }
    var attributes = { type: "module", src: root + files.script };
    if (files.integrity) {
      attributes.integrity = files.integrity;
    }
    var app = element("script", attributes, []);
    app.onerror = function () { failed("network", files.script); };
    document.head.appendChild(app);
  }
})();
