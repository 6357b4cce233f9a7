export { ParseError, v1 } from "./generated/index.js";
export type { Body, Issue, Result, Schema } from "./generated/index.js";
export { SecretError, VerifyError, sign, unwrap, verify } from "./signature.js";
export type { Delivery, DeliveryHeaders, SecretProblem, VerifyOptions, VerifyProblem } from "./signature.js";
