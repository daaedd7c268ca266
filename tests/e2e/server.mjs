// A plain static host for dist/, as a ministry's might be: the site in some sub-folder, no rewrite rules, and a policy
// that allows nothing from elsewhere. Some more folders serve the same files as worse hosts do.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = process.env.LOTRINH_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'";

/** The hosts to choose from with `open(hash, { host })`. */
export const hosts = {
  /** What all tests use unless they say otherwise. */
  strict: { path: "/bo/cong-thuong/lotrinh/", policy: STRICT },
  /** Knows no type for .wasm. */
  mislabels: { path: "/mislabels/", policy: STRICT, types: { ".wasm": "application/octet-stream" } },
  /** Its policy was written before WebAssembly. */
  forbidsWasm: { path: "/forbids-wasm/", policy: STRICT.replace(" 'wasm-unsafe-eval'", "") },
  /** Lost the WebAssembly while copying the files. */
  lacksWasm: { path: "/lacks-wasm/", policy: STRICT, lacks: /\.wasm$/ },
  /** Can be switched off with `gone`, and made to send other files with `instead`. */
  fickle: { path: "/fickle/", policy: STRICT, gone: false, instead: {} },
  /** Lets other origins read its files, as our configuration says: a sandboxed frame is one. */
  shares: { path: "/shares/", policy: STRICT, headers: { "access-control-allow-origin": "*" } },
  /** Sends to each file the headers that a test gives it by a function. */
  headed: { path: "/headed/", headers: undefined },
  /** Has no policy. */
  plain: { path: "/plain/" },
  /** Sends the packed copies, as our configuration for nginx does. */
  packs: { path: "/packs/", policy: STRICT, packed: true },
  /** Lost the script. */
  lacksScript: { path: "/lacks-script/", policy: STRICT, lacks: /lotrinh-\w+\.js$/ },
};

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

/** Starts the server; `strays` collects requests for what is not in a host's folder. */
export async function startServer() {
  const strays = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const host = Object.values(hosts).find((host) => path.startsWith(host.path));
    if (host?.gone) return void request.socket.destroy();
    const file = host && normalize(path.slice(host.path.length) || "index.html");
    const instead = host?.instead?.[file];
    if (instead === null) return void response.writeHead(404).end("404");
    const contents = instead ?? (file && !file.startsWith("..") && !host.lacks?.test(file) && (await readFile(join(dist, file)).catch(() => null)));
    if (!contents) {
      if (!host) strays.push(path);
      response.writeHead(404, { "content-type": "text/plain" }).end("404");
      return;
    }
    const packed = host.packed && (await readFile(join(dist, `${file}.br`)).catch(() => null));
    const type = host.types?.[extname(file)] ?? TYPES[extname(file)] ?? "application/octet-stream";
    const encoding = packed ? { "content-encoding": "br" } : {};
    const policy = host.policy ? { "content-security-policy": host.policy } : {};
    const headers = typeof host.headers === "function" ? host.headers(file) : host.headers;
    response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...policy, ...headers, ...encoding });
    response.end(packed || contents);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    strays,
    stop: () => new Promise((stopped) => server.close(stopped).closeAllConnections?.()),
  };
}

/** A free port of this machine, for a server that wants to be told one. */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
