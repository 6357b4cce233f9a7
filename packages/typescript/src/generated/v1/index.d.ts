// @generated from webhooks/v1 by `cargo xtask codegen`. Changes made here are lost.

export * from "./envelope.js";
export * from "./event.js";
export * from "./job_created.js";
export * from "./job_completed.js";
export * from "./artifact_ready.js";
