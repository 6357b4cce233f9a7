export { ParseError, v1 } from "./generated/index.js";
export { SecretError, VerifyError, sign, unwrap, verify } from "./signature.js";
