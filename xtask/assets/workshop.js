// The workshop as a module: what it offers, how it is started, and its instrument.

import * as workshop from "workshop";
import { instrument } from "timeline.js";

export * from "workshop";
export { default } from "workshop";
export const listen = () => instrument(workshop);
