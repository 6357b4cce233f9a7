// @generated from webhooks/v1/envelope.json by `cargo xtask codegen`. Changes made here are lost.

import { automaton, schema, text } from "../runtime.js";

const c1 = /* @__PURE__ */ automaton([[97,122,1], [46,46,2,48,57,1,95,95,1,97,122,1], [97,122,3], [46,46,2,48,57,3,95,95,3,97,122,3]], [3]);
const c2 = /* @__PURE__ */ automaton([[49,49,1], [46,46,2], [48,48,3,49,57,4], [46,46,5], [46,46,5,48,57,4], [48,48,6,49,57,7], [], [48,57,7]], [6, 7]);
const c3 = /* @__PURE__ */ automaton([[115,115,1], [99,99,2], [104,104,3], [101,101,4], [109,109,5], [97,97,6], [115,115,7], [47,47,8], [119,119,9], [101,101,10], [98,98,11], [104,104,12], [111,111,13], [111,111,14], [107,107,15], [115,115,16], [47,47,17], [118,118,18], [49,49,19], [47,47,20], [97,122,21], [46,46,22,48,57,21,95,95,21,97,122,21], [97,122,23], [46,46,24,48,57,23,95,95,23,97,122,23], [97,105,23,106,106,25,107,122,23], [46,46,24,48,57,23,95,95,23,97,114,23,115,115,26,116,122,23], [46,46,24,48,57,23,95,95,23,97,110,23,111,111,27,112,122,23], [46,46,24,48,57,23,95,95,23,97,109,23,110,110,28,111,122,23], [46,46,24,48,57,23,95,95,23,97,122,23]], [28]);
const c4 = /* @__PURE__ */ automaton([[48,57,1,97,122,1], [45,45,0,48,57,1,97,122,1]], [1]);

export function checkEventType(value) {
  return text(value, 0, 100, c1, "at most 100 characters that match `^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$`");
}

export const EventType = /* @__PURE__ */ schema(checkEventType);

export function checkVersion(value) {
  return text(value, 0, 20, c2, "at most 20 characters that match `^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$`");
}

export const Version = /* @__PURE__ */ schema(checkVersion);

export function checkSchemaRef(value) {
  return text(value, 0, 150, c3, "at most 150 characters that match `^schemas/webhooks/v1/[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+\\.json$`");
}

export const SchemaRef = /* @__PURE__ */ schema(checkSchemaRef);

export function checkOrgSlug(value) {
  return text(value, 1, 63, c4, "1 to 63 characters that match `^[a-z0-9]+(-[a-z0-9]+)*$`");
}

export const OrgSlug = /* @__PURE__ */ schema(checkOrgSlug);
