// The catalog as a module: what it offers, and how it is started.

export { default, start, catalogDraw as draw, catalogFramed as framed } from "catalog";
