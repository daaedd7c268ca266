// The workshop as a module: what it offers, how it is started, its instrument, and what long views leave out.

import * as workshop from "workshop";
import { fillLater } from "awaited.js";
import { drawnBy } from "change.js";
import { instrument } from "timeline.js";

export * from "workshop";
export { default } from "workshop";
export const draw = drawnBy(workshop);

// In a frame it is started before the app, and then once more by it.
let listens = false;
export function listen() {
  if (listens) return;
  listens = true;
  fillLater(workshop);
  instrument(workshop);
}
