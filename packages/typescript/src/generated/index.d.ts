// @generated from webhooks by `cargo xtask codegen`. Changes made here are lost.

export * as v1 from "./v1/index.js";
export { ParseError } from "./runtime.js";
export type { Body, Issue, Result, Schema } from "./runtime.js";
