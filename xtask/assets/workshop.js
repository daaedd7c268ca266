// The workshop as a module: what it offers, how it is started, and its instrument.

import * as workshop from "workshop";
import { instrument } from "timeline.js";

export * from "workshop";
export { default } from "workshop";

// In a frame it is started before the app, and then once more by it.
let listens = false;
export function listen() {
  if (!listens) instrument(workshop);
  listens = true;
}
