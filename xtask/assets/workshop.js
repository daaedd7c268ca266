// The workshop as a module: what it offers, how it is started, and how its files are saved.

import * as workshop from "workshop";
import { saver } from "save.js";

export * from "workshop";
export { default } from "workshop";
export const save = saver(workshop);
