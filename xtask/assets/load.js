// Fetches the files of the site and starts its modules.

export async function fetched(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response;
}

// A browser compiles while it downloads, and keeps the result, only of a response with the right type. Many plain
// servers send another one; then the bytes do.
export async function streamed(response) {
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? response : response.arrayBuffer();
}

// A module beside the app, given the packed data.
export async function load(script, wasm, data) {
  const [module, response, bytes] = await Promise.all([import(script), fetched(wasm), data]);
  await module.default({ module_or_path: await streamed(response) });
  module.start(bytes);
  module.listen?.();
  return module;
}
