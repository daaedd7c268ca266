// The workshop as a module: what it offers, and how it is started.

export * from "workshop";
export { default } from "workshop";
