// The address of a static page: xtask/src/pages.rs has given them their paths.
export function addressOf(path) {
  const [, english, page] = path.match(/^(en\/)?(.*)\.html$/) ?? [];
  if (page === undefined) return undefined;
  const [kind, id, part] = page.split("/");
  const query = (setting) => [setting, english && "lang=en"].filter(Boolean).join("&");
  const at = (view, setting) => `#/${view}${query(setting) && "?" + query(setting)}`;
  const parts = ["objectives", "targets", "tasks", "provisions", "defects"];
  const [plan, baseline] = (id ?? "").split("--");
  switch (kind) {
    case "index":
      return at("");
    case "plans":
    case "compare":
    case "indicators":
    case "search":
      return at(kind);
    case "sources":
      return at("data");
    case "timeline-table":
      return at("timeline", "table=1");
    case "timeline":
    case "agencies":
      return at(kind, id && `plans=${id}`);
    case "p":
      if (part === undefined) return at(`plan/${id}`);
      return parts.includes(part) ? at(`plan/${id}`, `part=${part}`) : at(`plan/${id}/${part}`);
    case "a":
      return at(`agency/${id}`);
    case "i":
      return at(`indicator/${id}`);
    case "c":
      return at("compare", baseline ? `baseline=${baseline}&plans=${plan}` : `baseline=${plan}`);
    default:
      return undefined;
  }
}
