// The workshop as a module: what it offers, how it is started, how its files are saved, and its instrument.

import * as workshop from "workshop";
import { saver } from "save.js";
import { instrument } from "timeline.js";

export * from "workshop";
export { default } from "workshop";
export const save = saver(workshop);
export const listen = () => instrument(workshop);
